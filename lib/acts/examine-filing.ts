import { supposedly } from '../../catalog/rules/incentives.ts';
import { claimsOfOthers } from '../domain/registration/claim-name.ts';
import { courseOf } from '../domain/registration/course.ts';
import { evidenceOf } from '../domain/registration/evidence-of.ts';
import { undoneEvidenceOf } from '../domain/registration/undo.ts';
import { type Decision, decide } from '../domain/standard/decide.ts';
import type { Evidence } from '../domain/standard/evidence.ts';
import type { Filed } from '../domain/standard/item.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { OtherKeys } from '../domain/subject/linked-key.ts';
import type { PersonFacts } from '../domain/subject/person.ts';
import type { StandingEvidence } from '../domain/subject/standing-evidence.ts';
import { organisationKey, type SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { NameClaimStore, NameClaims } from '../store/name-claim-store.ts';
import type { Located } from './locate-filing.ts';
import type { ReadEnterprise } from './read-register.ts';
import type { ReadStandings } from './read-standings.ts';

/** A case and what the standard says of it. */
export interface Examined {
  readonly facts: unknown;
  readonly evidence: Evidence;
  readonly decision: Decision;
}

/** One case: what is filed, by whom and when, and what the register holds of the enterprise it is about. */
export interface Matter {
  /** The filing's id; in a check there is none. */
  readonly id: string;
  readonly located: Located;
  readonly filed: Filed;
  readonly facts: unknown;
  readonly persons: readonly PersonFacts[];
  /** Their other keys, while one hashing key takes the place of another. */
  readonly otherKeys?: OtherKeys;
  readonly register: ReadEnterprise | undefined;
  readonly submittedOn: PlainDate;
}

/** All claims on the name asked for, and on the name the enterprise has; one and the same where they share one. */
export interface Names {
  readonly taken?: NameClaims;
  readonly held?: NameClaims;
}

const NO_NAMES: Names = {};
const INCENTIVE_LOOKUP = { purpose: 'incentive', basis: 'incentive-review' } as const;
const LOOKUP = { purpose: 'registration', basis: 'registration-review' } as const;

export async function readNames(
  { item, authority, matter }: Located,
  filed: Filed,
  register: ReadEnterprise | undefined,
  nameClaims: Pick<NameClaimStore, 'get'>,
): Promise<Names> {
  const wanted = item.claimedName?.(filed, register?.undone)?.tradeName;
  const enterprise = matter.about === 'enterprise' ? register?.enterprise : undefined;
  const had = enterprise?.tradeName;
  const holder = enterprise?.registeredBy ?? '';
  const shared = wanted !== undefined && wanted === had && authority.id === holder;
  const [taken, apart] = await Promise.all([
    wanted === undefined ? undefined : nameClaims.get(authority.id, wanted),
    had === undefined || shared ? undefined : nameClaims.get(holder, had),
  ]);
  const held = shared ? taken : apart;
  return { ...(taken && { taken }), ...(held && { held }) };
}

/** Whose names and reservations are no obstacle to this case. */
export function claimantOf({
  id,
  located: { item, matter },
  facts,
  persons,
  otherKeys = {},
}: Pick<Matter, 'id' | 'located' | 'facts' | 'persons' | 'otherKeys'>) {
  const code = matter.about === 'enterprise' ? matter.code : undefined;
  const itself = matter.about === 'enterprise' ? matter.code : matter.parent;
  const subjects: ReadonlySet<SubjectKey> = new Set([
    ...persons
      .filter(({ proven }) => proven !== 'none')
      .flatMap(({ subject }) => [subject, ...(otherKeys[subject] === undefined ? [] : [otherKeys[subject]])]),
    ...(itself === undefined ? [] : [organisationKey(itself)]),
    ...(item.appliesAs?.(facts) ?? []),
  ]);
  return { filing: id, code, subjects };
}

/** By the standard, on whatever of the evidence is at hand. */
function examine(
  matter: Matter,
  names: Names,
  standings: Evidence['standings'],
  readOn: PlainDate,
  incentives?: readonly StandingEvidence[],
): Examined {
  const { located, facts, persons, register, submittedOn: on } = matter;
  const { standard, terms, authority, item } = located;
  const named = item.kind === 'ex-officio' ? undefined : new Set(persons.map(({ subject }) => subject));
  const evidence: Evidence = {
    nameClaims: claimsOfOthers(names.taken?.claims ?? [], claimantOf(matter)),
    standings,
    ...(incentives !== undefined && { incentives }),
    ...(register !== undefined && {
      enterprise: evidenceOf(register.enterprise, register.relations, authority.id, named),
      ...(register.undone && { undone: undoneEvidenceOf(register.undone, register.enterprise) }),
    }),
    readOn,
  };
  return { facts, evidence, decision: decide(standard, { facts, terms, evidence, on }) };
}

/** Without anybody's standing. */
export const examineUnasked = (matter: Matter, names: Names, readOn: PlainDate): Examined =>
  examine(matter, names, 'not-read', readOn);

export interface Asking {
  readonly caller: Caller;
  readonly moment: Moment;
  readonly readStandings: ReadStandings;
  readonly nameClaims: Pick<NameClaimStore, 'get'>;
}

/**
 * The standings of those who ask for an incentive, where by it the filing would no longer go back; `undefined` where
 * nobody asks, or where it could change nothing: then nobody is looked up either.
 */
async function readIncentives(
  matter: Matter,
  early: Names | undefined,
  { caller, moment, readStandings }: Asking,
): Promise<readonly StandingEvidence[] | undefined> {
  const { item, authority } = matter.located;
  const subjects = item.incentivesAsked?.(matter.facts) ?? [];
  if (subjects.length === 0) return undefined;
  const granted = subjects.map((subject) => supposedly(subject, moment.at));
  const supposed = examine(matter, early ?? NO_NAMES, 'not-read', moment.on, granted);
  if (courseOf(supposed.decision) === 'return') return undefined;
  const asker = { id: caller.id, authority: authority.id, jurisdiction: authority.jurisdiction };
  return readStandings({ ...INCENTIVE_LOOKUP, subjects, otherKeys: matter.otherKeys, asker, moment });
}

/** Nobody is asked for where the rest already says that the filing goes back. `always`: they are all the same. */
export async function examineFiling(
  matter: Matter,
  early: Names | undefined,
  asking: Asking,
  always = false,
): Promise<{ readonly examined: Examined; readonly names: Names }> {
  const { caller, moment, readStandings, nameClaims } = asking;
  const { located, filed, facts, register } = matter;
  const { item, authority } = located;
  const incentives = await readIncentives(matter, early, asking);
  const unasked = examine(matter, early ?? NO_NAMES, 'not-read', moment.on, incentives);
  const subjects = item.subjectsAsked?.(facts, unasked.evidence.enterprise) ?? [];
  const isAsked = always || courseOf(unasked.decision) !== 'return';
  const [names, standings] = await Promise.all([
    early ?? readNames(located, filed, register, nameClaims),
    isAsked
      ? readStandings({
          ...(item.lookup ?? LOOKUP),
          subjects,
          otherKeys: matter.otherKeys,
          asker: { id: caller.id, authority: authority.id, jurisdiction: authority.jurisdiction },
          moment,
        })
      : ('not-read' as const),
  ]);
  return { names, examined: examine(matter, names, standings, moment.on, incentives) };
}
