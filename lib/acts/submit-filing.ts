import { randomUUID } from 'node:crypto';
import { workingCalendar } from '../../catalog/calendar.ts';
import { findWindow } from '../../catalog/windows.ts';
import type { Signer } from '../crypto/signer.ts';
import { registerName, reserveName } from '../domain/registration/claim-name.ts';
import { courseOf } from '../domain/registration/course.ts';
import type { AcceptedBy, Filing, FilingEventType, FilingState } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { PersonFacts } from '../domain/subject/person.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays } from '../domain/time/working-days.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { NameClaimStore, NameClaims } from '../store/name-claim-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { Write, WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce, type Undertaking } from './answer-once.ts';
import { derivePersons, maskPersons, type PersonDeps, sealable } from './derive-persons.ts';
import { type Examined, examineUnasked, examineWithStandings } from './examine-filing.ts';
import { recordEvent } from './issue-receipt.ts';
import { type Located, locateFiling, type Package, placeNameOf } from './locate-filing.ts';
import { outrunRaces } from './outrun-races.ts';
import type { ReadStandings } from './read-standings.ts';
import { type EnterpriseDeps, prepareEnterprise } from './register-enterprise.ts';

export interface SubmitDeps extends PersonDeps, EnterpriseDeps {
  readonly filings: FilingStore;
  readonly nameClaims: NameClaimStore;
  readonly requests: RequestStore;
  readonly readStandings: ReadStandings;
  readonly receiptSigner: Signer;
  readonly writeAll: WriteAll;
}

/** One try at a package: everything that was read for it. */
interface Attempt {
  readonly id: string;
  readonly caller: Caller;
  readonly moment: Moment;
  readonly filed: Package;
  readonly located: Located;
  readonly persons: readonly PersonFacts[];
  readonly names: NameClaims;
  readonly examined: Examined;
}

const BY_STANDARD = 'standard';

function acceptedBy(caller: Caller): AcceptedBy {
  const window = caller.window === undefined ? undefined : findWindow(caller.window);
  return window === undefined
    ? { channel: 'online' }
    : { channel: 'window', window: window.id, authority: window.authority };
}

/** What becomes of the attempt, and the writes beyond the filing itself. */
interface Settled {
  readonly type: FilingEventType;
  readonly state: FilingState;
  readonly writes: readonly Write[];
}

function toReview({ id, located, moment, names, examined }: Attempt, deps: SubmitDeps): Settled {
  const due = addWorkingDays(workingCalendar, moment.on, located.standard.limits.reviewWorkingDays);
  const claims = reserveName(names.claims, located.item.claimedName(examined.facts), id, moment.on);
  return {
    type: 'FilingAccepted',
    state: { state: 'in-review', due, evidence: examined.evidence },
    writes: [deps.nameClaims.replace(names, claims)],
  };
}

async function toRegister(attempt: Attempt, deps: SubmitDeps): Promise<Settled> {
  const { id, filed, located, moment, names, examined } = attempt;
  const { item, authority } = located;
  const { division } = filed.facts.address;
  const draft = item.establishes(filed.facts, examined.facts, placeNameOf(division, moment.on));
  const { code, writes } = await prepareEnterprise(draft, { filing: id, division }, authority, moment, deps);
  const claims = registerName(names.claims, item.claimedName(examined.facts), id, code, moment.on);
  return {
    type: 'FilingRegistered',
    state: {
      state: 'registered',
      ruling: { outcome: 'register', by: BY_STANDARD, at: moment.at, on: moment.on },
      registration: { code },
    },
    writes: [deps.nameClaims.replace(names, claims), ...writes],
  };
}

function toReturn({ moment }: Attempt): Settled {
  const ruling = { outcome: 'return', by: BY_STANDARD, at: moment.at, on: moment.on } as const;
  return { type: 'FilingReturned', state: { state: 'returned', ruling }, writes: [] };
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

async function filingOf(attempt: Attempt, state: FilingState, deps: SubmitDeps): Promise<Filing> {
  const { id, caller, moment, filed, located, persons, examined } = attempt;
  const { persons: filedPersons, ...publicFacts } = filed.facts;
  return {
    id,
    version: 1,
    item: located.item.id,
    standardVersion: located.standard.version,
    name: located.item.claimedName(examined.facts).name,
    division: filed.facts.address.division,
    submittedAt: moment.at,
    submittedOn: moment.on,
    submittedBy: caller.id,
    acceptedBy: acceptedBy(caller),
    decidedBy: located.authority.id,
    filed: publicFacts,
    persons,
    maskedPersons: maskPersons(filedPersons),
    sealedPersons: await deps.personalData.seal(sealable(filedPersons), id),
    findings: examined.decision.findings,
    admissible: examined.decision.admissible,
    ...state,
  };
}

/**
 * Submits a package: registered on the spot, returned with every finding at once, or accepted for review.
 *
 * Three sequential store steps: names and the request's key; standings with their log entry, only once nothing
 * is to be mended; one transaction. A name that was claimed meanwhile starts it over.
 *
 * @throws DomainError as `locateFiling` and `derivePersons` do, `idempotency-conflict`, `too-busy`.
 */
export function createSubmitFiling(deps: SubmitDeps) {
  const examine = async (
    filed: Package,
    caller: Caller,
    moment: Moment,
    unanswered: () => Promise<void>,
  ): Promise<Attempt> => {
    const located = locateFiling(filed, moment.on);
    const { item, authority } = located;
    const tradeName = item.tradeName(filed.facts);
    const [names, persons] = await Promise.all([
      deps.nameClaims.get(authority.id, tradeName),
      derivePersons(filed.facts.persons, caller, moment, deps),
      unanswered(),
    ]);
    const id = randomUUID();
    const facts = item.derive(filed.facts, persons);
    const unasked = examineUnasked(located, facts, names.claims, id, moment.on);
    const examined =
      courseOf(unasked.decision) === 'return'
        ? unasked
        : await examineWithStandings(located, unasked, moment.on, caller, moment, deps.readStandings);
    return { id, caller, moment, filed, located, persons, names, examined };
  };

  const submit = async (
    filed: Package,
    caller: Caller,
    moment: Moment,
    { unanswered, save }: Undertaking<Filing>,
  ): Promise<Filing> => {
    const attempt = await examine(filed, caller, moment, unanswered);
    const { type, state, writes } = await settle(attempt, deps);
    const filing = await filingOf(attempt, state, deps);
    const proceeding = { type, by: BY_STANDARD, terms: attempt.located.terms, examined: attempt.examined };
    const event = await recordEvent(filing, proceeding, moment, deps.receiptSigner);
    await save(filing, [deps.filings.create(filing), deps.filings.append(filing, event), ...writes]);
    return filing;
  };

  return (caller: Caller, filed: Package, asked: Asked<Filing>, moment: Moment): Promise<Answered> =>
    answerOnce(deps.requests, deps.writeAll, asked, (undertaking) =>
      outrunRaces(() => submit(filed, caller, moment, undertaking)),
    );
}
