import { namePartsOn } from '../../catalog/name-parts.ts';
import { getPurpose } from '../../catalog/purposes.ts';
import { DomainError } from '../domain/errors.ts';
import type { EnterpriseStatus, FormerName } from '../domain/registration/enterprise.ts';
import type { Caller } from '../domain/subject/caller.ts';
import {
  isLikeFormer,
  likenessOf,
  type NameLikeness,
  nameLikenesses,
  partName,
} from '../domain/subject/organisation-name.ts';
import { organisationKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { EnterpriseNameStore } from '../store/enterprise-name-store.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';
import { authorityOf } from './caller-authority.ts';
import type { CountLookup } from './count-lookup.ts';
import { answerLogged } from './log-lookup.ts';

export interface SearchNamesDeps {
  readonly names: EnterpriseNameStore;
  readonly lookupLog: Pick<LookupLogStore, 'append'>;
  readonly countLookup: CountLookup;
}

export interface NameQuestion {
  readonly purpose: string;
  readonly basis: string;
  readonly name: string;
}

/** An enterprise that may be meant. What applies to it is asked by its code: a name tells nobody apart. */
export interface NameCandidate {
  readonly code: string;
  readonly name: string;
  readonly status: EnterpriseStatus;
  readonly registeredBy: string;
  readonly reasons: readonly NameLikeness[];
  /** Names it had that are like the one asked for. */
  readonly formerNames?: readonly FormerName[];
}

export interface NamesFound {
  readonly lookup: string;
  readonly candidates: readonly NameCandidate[];
  readonly more: boolean;
}

const MOST_CANDIDATES = 20;
const DEADLINE_MS = 3_000;
/** A shorter core is the beginning of too many names. */
const SHORTEST_CORE = 2;

const nearestFirst = (a: NameCandidate, b: NameCandidate): number => {
  const rank = ({ reasons: [nearest = 'trade-name-begins'] }: NameCandidate) =>
    nameLikenesses.indexOf(nearest);
  return rank(a) - rank(b) || (a.code < b.code ? -1 : 1);
};

/**
 * Enterprises whose registered name is the one asked for, or is like it, with the reasons. Never a verdict. A look-up
 * like any other: for a purpose, counted by whom it found, and logged with them before it answers.
 *
 * @throws DomainError `forbidden`, `unknown-purpose`, `lookup-not-logged`, `invalid-request` for a name that is no more
 *   than a division, a form or one character; `quota-exceeded`, which is logged.
 */
export function createSearchNames({ names, lookupLog, countLookup }: SearchNamesDeps) {
  return async (caller: Caller, question: NameQuestion, moment: Moment): Promise<NamesFound> => {
    const { id: authority, jurisdiction } = authorityOf(caller);
    const { basis, name } = question;
    const purpose = getPurpose(question.purpose, basis, moment.on);
    if (!purpose.askable) throw new DomainError('forbidden');
    const parts = namePartsOn(moment.on);
    const { core } = partName(name, parts);
    if ([...core].length < SHORTEST_CORE)
      throw new DomainError('invalid-request', { defects: [{ path: '/name', code: 'name-too-short' }] });
    const { found, more } = await names.findLike(core);
    const alike = found
      .flatMap((one): NameCandidate[] => {
        const { code, name: registered = '', tradeName = '', status, registeredBy, formerNames = [] } = one;
        const reasons = likenessOf(name, { name: registered, tradeName, formerNames }, parts);
        const had = formerNames.filter((former) => isLikeFormer(name, former, parts));
        return reasons.length === 0
          ? []
          : [
              {
                code,
                name: registered,
                status,
                registeredBy,
                reasons,
                ...(had.length > 0 && { formerNames: had }),
              },
            ];
      })
      .toSorted(nearestFirst);
    const candidates = alike.slice(0, MOST_CANDIDATES);
    const who = { caller: caller.id, authority, jurisdiction, purpose: purpose.id, basis };
    const subjects = candidates.map(({ code }) => organisationKey(code));
    const { id: lookup } = await answerLogged(
      lookupLog,
      { ...moment, ...who, subjects },
      DEADLINE_MS,
      async () => candidates,
      /* Names may be tried out too: one that finds nobody counts as one. There are no numbers to follow one another. */
      (id, signal) =>
        countLookup({ ...moment, ...who, id, subjects: Math.max(1, subjects.length), run: 0 }, signal),
    );
    return { lookup, candidates, more: more || alike.length > candidates.length };
  };
}

export type SearchNames = ReturnType<typeof createSearchNames>;
