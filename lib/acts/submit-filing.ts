import { randomUUID } from 'node:crypto';
import { workingCalendar } from '../../catalog/calendar.ts';
import { GREEN_CHANNEL, greenReviewWorkingDays } from '../../catalog/rules/incentives.ts';
import type { Signer } from '../crypto/signer.ts';
import { holdName } from '../domain/registration/claim-name.ts';
import { courseOf } from '../domain/registration/course.ts';
import { dueBy } from '../domain/registration/due-day.ts';
import type { Filing, FilingEventType, FilingState } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addDays } from '../domain/time/plain-date.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { FollowUpStore } from '../store/follow-up-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { Write, WriteAll } from '../store/transaction.ts';
import type { Undertaking } from './answer-once.ts';
import { answeringStep } from './answer-step.ts';
import { type ChangeDeps, prepareChange } from './apply-change.ts';
import { readCorrected } from './correct-filing.ts';
import { keyPersons, type PersonDeps } from './derive-persons.ts';
import { examineFiling, type Names, readNames } from './examine-filing.ts';
import { type Attempt, filingOf } from './filing-of.ts';
import { createIntake, type IntakeDeps } from './intake.ts';
import { recordEvent } from './issue-receipt.ts';
import type { LinkDeps } from './known-by-links.ts';
import { knownToEnterprise } from './known-to-enterprise.ts';
import { createLocateFiling, type Package, placeNameOf } from './locate-filing.ts';
import { openFollowUp } from './open-follow-up.ts';
import { outrunRaces } from './outrun-races.ts';
import { createReadRegister } from './read-register.ts';
import type { ReadStandings } from './read-standings.ts';
import { NO_ROLES, type RoleWrites, saveChange } from './save-change.ts';

export interface SubmitDeps extends PersonDeps, LinkDeps, ChangeDeps, Omit<IntakeDeps, 'filings'> {
  readonly filings: FilingStore;
  readonly followUps: Pick<FollowUpStore, 'put'>;
  readonly requests: RequestStore;
  readonly readStandings: ReadStandings;
  readonly receiptSigner: Signer;
  readonly writeAll: WriteAll;
  /** @default the calendar in force */
  readonly calendar?: WorkingCalendar;
}

const BY_STANDARD = 'standard';

/** What becomes of the attempt, and the writes beyond the filing itself. */
interface Settled {
  readonly type: FilingEventType;
  readonly state: FilingState;
  readonly writes: readonly Write[];
  readonly roleWrites: RoleWrites;
}

/**
 * Whoever may object has all their days; the working days of the review run after them. By an incentive a review is
 * promised sooner, and so stands before others in the queue.
 */
function toReview({ matter, moment, filed, names, examined }: Attempt, deps: SubmitDeps): Settled {
  const { item, standard } = matter.located;
  const { reviewWorkingDays, objectionDays = 0 } = standard.limits;
  const isGreen = examined.decision.findings.some(({ values }) => values.row === GREEN_CHANNEL);
  const workingDays = isGreen ? Math.min(reviewWorkingDays, greenReviewWorkingDays()) : reviewWorkingDays;
  const clock = { from: addDays(moment.on, objectionDays), workingDays };
  const due = dueBy(deps.calendar ?? workingCalendar, clock);
  const claimed = item.claimedName?.(filed.facts, matter.register?.undone);
  const writes =
    claimed === undefined || names.taken === undefined
      ? []
      : [deps.nameClaims.replace(names.taken, holdName(names.taken.claims, claimed, matter.id, moment.on))];
  return {
    type: 'FilingAccepted',
    state: { state: 'in-review', due, clock, evidence: examined.evidence },
    writes,
    roleWrites: NO_ROLES,
  };
}

async function toRegister(
  { matter, filed, moment, names, examined }: Attempt,
  deps: SubmitDeps,
): Promise<Settled> {
  const { item, authority, division } = matter.located;
  const context = {
    filing: matter.id,
    on: moment.on,
    place: placeNameOf(division, moment.on),
    authority: authority.id,
    ...(matter.register && { enterprise: matter.register.enterprise }),
    ...(matter.register?.undone && { undone: matter.register.undone }),
  };
  const change = item.effect(filed.facts, examined.facts, context);
  const { registration, writes, roleWrites } = await prepareChange(change, { matter, names, moment }, deps);
  return {
    type: 'FilingRegistered',
    state: {
      state: 'registered',
      ruling: { outcome: 'register', by: BY_STANDARD, at: moment.at, on: moment.on },
      registration,
    },
    writes,
    roleWrites,
  };
}

function toReturn({ moment }: Attempt): Settled {
  const ruling = { outcome: 'return', by: BY_STANDARD, at: moment.at, on: moment.on } as const;
  return { type: 'FilingReturned', state: { state: 'returned', ruling }, writes: [], roleWrites: NO_ROLES };
}

async function settle(attempt: Attempt, deps: SubmitDeps): Promise<Settled> {
  switch (courseOf(attempt.examined.decision)) {
    case 'return':
      return toReturn(attempt);
    case 'register':
      return toRegister(attempt, deps);
    case 'review':
      return toReview(attempt, deps);
  }
}

/**
 * Submits a package: registered on the spot, returned with every finding at once, or accepted for review.
 *
 * Three sequential store steps. Of an enterprise that is to be: its name and the request's key; standings with their
 * log entry, only once nothing is to be mended; one transaction. Of one in the register: the enterprise first, then its
 * names beside the standings. What is handed in with it (`intake.ts`) takes no step of its own. What others overtook
 * starts over.
 *
 * @throws DomainError as `createLocateFiling`, `keyPersons` and `readCorrected` do, `forbidden`,
 *   `idempotency-conflict`, `signing-unavailable`, `too-busy`.
 */
export function createSubmitFiling(deps: SubmitDeps) {
  const locate = createLocateFiling(createReadRegister(deps));
  const intake = createIntake(deps);

  const examine = async (
    filed: Package,
    caller: Caller,
    moment: Moment,
    unanswered: () => Promise<void>,
  ): Promise<Attempt> => {
    const locating = await locate(filed, moment.on);
    const naming = async (): Promise<Names | undefined> => {
      const found = await locating.located;
      return found.matter.about === 'place'
        ? readNames(found, filed.facts, undefined, deps.nameClaims)
        : undefined;
    };
    const [located, register, early, derived, corrected, brought] = await Promise.all([
      locating.located,
      locating.register,
      naming(),
      keyPersons(filed.facts.persons, caller, moment, deps),
      readCorrected(filed, caller, deps.filings),
      intake.read(caller, filed, moment),
      unanswered(),
    ]);
    const keyed = await knownToEnterprise(caller, located, register, derived, deps);
    const facts = located.item.derive(filed.facts, keyed.persons);
    const matter = {
      id: randomUUID(),
      located,
      filed: filed.facts,
      facts,
      ...keyed,
      register,
      submittedOn: moment.on,
    };
    const asking = { caller, moment, readStandings: deps.readStandings, nameClaims: deps.nameClaims };
    const [{ examined, names }] = await Promise.all([
      examineFiling(matter, early, asking),
      intake.hold(brought, filed),
    ]);
    return { caller, moment, filed, matter, names, examined, corrected, brought };
  };

  const submit = async (
    filed: Package,
    caller: Caller,
    moment: Moment,
    { unanswered, save }: Undertaking<Filing>,
  ): Promise<Filing> => {
    const attempt = await examine(filed, caller, moment, unanswered);
    const { type, state, writes, roleWrites } = await settle(attempt, deps);
    const uploads = intake.filedUploads(attempt.brought);
    const filing = { ...(await filingOf(attempt, state, deps)), ...uploads };
    const proceeding = {
      type,
      by: BY_STANDARD,
      terms: attempt.matter.located.terms,
      examined: attempt.examined,
      enterprise: attempt.matter.register?.enterprise,
    };
    const event = await recordEvent(filing, proceeding, moment, deps.receiptSigner);
    const { corrected } = attempt;
    const linked = corrected === undefined ? [] : [deps.filings.linkCorrection(corrected, filing.id)];
    const promised = openFollowUp(filing, deps.calendar ?? workingCalendar);
    const followed = promised === undefined ? [] : [deps.followUps.put(promised)];
    const handedIn = [...linked, ...intake.writesFor(attempt.brought, filing), ...followed];
    const all = [deps.filings.create(filing), deps.filings.append(filing, event), ...writes, ...handedIn];
    await saveChange(all, roleWrites, (kept) => save(filing, kept), deps.writeAll);
    return filing;
  };

  return answeringStep(deps, submit, outrunRaces);
}
