import { workingCalendar } from '../../catalog/calendar.ts';
import { departureReasons } from '../../catalog/departures.ts';
import { remediesOf } from '../../catalog/remedies.ts';
import type { PersonalData } from '../crypto/personal-data.ts';
import type { Signer } from '../crypto/signer.ts';
import { releaseName } from '../domain/registration/claim-name.ts';
import { type Choice, requireAdmissible } from '../domain/registration/course.ts';
import { latenessOf, redated } from '../domain/registration/due-day.ts';
import type { Filing, FilingEventType, FilingState, Ruling } from '../domain/registration/filing.ts';
import type { Filed, FiledPerson } from '../domain/standard/item.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { OfficerStore } from '../store/officer-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { Write, WriteAll } from '../store/transaction.ts';
import type { Undertaking } from './answer-once.ts';
import { answeringStep } from './answer-step.ts';
import { type ChangeDeps, prepareChange } from './apply-change.ts';
import { type Examined, examineFiling, type Matter, type Names } from './examine-filing.ts';
import { requireNoPart, requireOfficer, requireSight, requireUnclaimedByOthers } from './filing-rights.ts';
import { recordEvent } from './issue-receipt.ts';
import { byAllLinks, type LinkDeps } from './known-by-links.ts';
import { factsOf, filedOf, placeNameOf, relocateFiling } from './locate-filing.ts';
import { asConflict, type InReview, requireOpen, withState } from './open-filing.ts';
import { outrunRaces } from './outrun-races.ts';
import { createReadRegister } from './read-register.ts';
import type { ReadStandings } from './read-standings.ts';
import { NO_ROLES, type RoleWrites, saveChange } from './save-change.ts';

export interface DecideDeps extends ChangeDeps, LinkDeps {
  readonly filings: FilingStore;
  readonly requests: RequestStore;
  readonly readStandings: ReadStandings;
  readonly personalData: PersonalData;
  readonly receiptSigner: Signer;
  readonly writeAll: WriteAll;
  /** Who acts for the authority, so that filings can be handed over to them. */
  readonly officers: Pick<OfficerStore, 'seen'>;
  /** @default the calendar in force */
  readonly calendar?: WorkingCalendar;
}

/** An officer's decision on a filing in review. */
export interface OfficerDecision extends Choice {
  readonly reason?: string | undefined;
  readonly departure?: { readonly code: string; readonly reason: string };
}

export interface DecisionRequest {
  readonly filing: string;
  /** The version the officer has read; `undefined` for the current one. */
  readonly expectedVersion?: number | undefined;
  readonly decision: OfficerDecision;
}

interface Settled {
  readonly type: FilingEventType;
  readonly state: FilingState;
  readonly writes: readonly Write[];
  readonly roleWrites: RoleWrites;
}

interface Case {
  readonly filing: InReview;
  readonly matter: Matter;
  readonly names: Names;
  readonly examined: Examined;
  readonly moment: Moment;
}

/** What is decided after its due day says so (行政许可法 第七十四条第二项): nothing late passes in silence. */
function rulingOf(
  decision: OfficerDecision,
  caller: Caller,
  { filing, matter, moment }: Case,
  calendar: WorkingCalendar,
): Ruling {
  const { outcome, reason, grounds, departure } = decision;
  return {
    outcome,
    by: caller.id,
    at: moment.at,
    on: moment.on,
    ...(reason !== undefined && { reason }),
    ...(departure !== undefined && { departure }),
    ...latenessOf(filing.due, moment.on, calendar),
    ...(outcome === 'refuse' && {
      grounds: grounds ?? [],
      remedies: remediesOf(matter.located.authority),
    }),
  };
}

async function toRegister(asked: Case, ruling: Ruling, deps: DecideDeps): Promise<Settled> {
  const { filing, matter, names, examined, moment } = asked;
  const { item, authority, division } = matter.located;
  const { personalData } = deps;
  const { enterprise, undone } = matter.register ?? {};
  const persons = (await personalData.unseal(filing.sealedPersons, filing.id)) as readonly FiledPerson[];
  const filed = { ...filing.filed, persons } as unknown as Filed;
  const context = {
    filing: filing.id,
    on: moment.on,
    place: placeNameOf(division, filing.submittedOn),
    authority: authority.id,
    ...(enterprise && { enterprise }),
    ...(undone && { undone }),
  };
  const change = item.effect(filed, examined.facts, context);
  const { registration, writes, roleWrites } = await prepareChange(change, { matter, names, moment }, deps);
  return {
    type: 'FilingRegistered',
    state: { state: 'registered', ruling, registration },
    writes,
    roleWrites,
  };
}

/** The filing holds its name no longer; a reservation made before it stays what it is. */
function toEnd({ filing, names: { taken } }: Case, ruling: Ruling, deps: DecideDeps): Settled {
  const refused = ruling.outcome === 'refuse';
  return {
    type: refused ? 'FilingRefused' : 'FilingReturned',
    state: { state: refused ? 'refused' : 'returned', ruling },
    writes:
      taken === undefined
        ? []
        : [deps.nameClaims.replace(taken, releaseName(taken.claims, { filing: filing.id }))],
    roleWrites: NO_ROLES,
  };
}

/**
 * Decides a filing in review by a named officer of the deciding authority, out of what the standard admits on the
 * evidence as it stands now, or outside it with a reason of the standard that is kept and counted. The standings
 * are read whatever was found: an officer may depart, and does it knowingly.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `claimed-by-other`, `filing-not-open`,
 *   `version-conflict`, `outcome-not-admissible`, `signing-unavailable`, `too-busy`.
 */
export function createDecideFiling(deps: DecideDeps) {
  const readRegister = createReadRegister(deps);
  const { calendar = workingCalendar } = deps;

  const examine = async (
    filing: InReview,
    { caller, officer }: { readonly caller: Caller; readonly officer: Caller },
    moment: Moment,
  ): Promise<Case> => {
    const located = await relocateFiling(filing);
    const { matter: about } = located;
    const code = about.about === 'enterprise' ? about.code : about.parent;
    const filed = filedOf(filing);
    const register = code === undefined ? undefined : await readRegister(code, located.item.undoes?.(filed));
    const matter: Matter = {
      id: filing.id,
      located,
      filed,
      facts: factsOf(located, filing),
      persons: filing.persons,
      ...(filing.otherKeys && { otherKeys: filing.otherKeys }),
      register,
      submittedOn: filing.submittedOn,
    };
    const asking = { caller, moment, readStandings: deps.readStandings, nameClaims: deps.nameClaims };
    requireNoPart(officer, register);
    const { examined, names } = await examineFiling(matter, undefined, asking, true);
    return { filing, matter, names, examined, moment };
  };

  /**
   * What another officer decided a moment ago can be what the standard now finds, such as the name, by then registered:
   * that the filing is no longer open is the truth of it then.
   */
  const admitted = async ({ decision }: DecisionRequest, { filing, examined }: Case): Promise<void> => {
    try {
      requireAdmissible(decision, examined.decision, departureReasons());
    } catch (error) {
      const now = await deps.filings.find(filing.id);
      if (now !== undefined) requireOpen(now, filing.version);
      throw error;
    }
  };

  const run = async (
    request: DecisionRequest,
    caller: Caller,
    moment: Moment,
    { unanswered, save }: Undertaking<Filing>,
  ): Promise<Filing> => {
    const [found, officer] = await Promise.all([
      deps.filings.find(request.filing),
      byAllLinks(caller, deps.standings),
      unanswered(),
    ]);
    const seen = requireSight(caller, found);
    requireOfficer(officer, 'registrar', seen);
    const open = redated(requireOpen(seen, request.expectedVersion), calendar);
    requireUnclaimedByOthers(caller, open);
    const asked = await examine(open, { caller, officer }, moment);
    await admitted(request, asked);
    const ruling = rulingOf(request.decision, caller, asked, calendar);
    const { type, state, writes, roleWrites } =
      ruling.outcome === 'register' ? await toRegister(asked, ruling, deps) : toEnd(asked, ruling, deps);
    const filing = withState(asked.filing, state, asked.examined);
    const { terms } = asked.matter.located;
    const proceeding = {
      type,
      by: caller.id,
      terms,
      examined: asked.examined,
      before: asked.filing,
      enterprise: asked.matter.register?.enterprise,
    };
    const event = await recordEvent(filing, proceeding, moment, deps.receiptSigner);
    const decided = [deps.filings.replace(filing), deps.filings.append(filing, event)];
    const all = [...decided, deps.officers.seen(seen.decidedBy, caller, moment.on), ...writes];
    try {
      await saveChange(all, roleWrites, (kept) => save(filing, kept), deps.writeAll);
    } catch (error) {
      throw asConflict(error, seen);
    }
    return filing;
  };

  return answeringStep(deps, run, outrunRaces);
}
