import type { Decision } from '../domain/standard/decide.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { NameClaimStore } from '../store/name-claim-store.ts';
import { derivePersons, type PersonDeps } from './derive-persons.ts';
import { examineUnasked } from './examine-filing.ts';
import { type Located, locateFiling, type Package } from './locate-filing.ts';

export interface CheckDeps extends PersonDeps {
  readonly nameClaims: Pick<NameClaimStore, 'get'>;
}

export interface CheckedPackage {
  readonly located: Located;
  readonly decision: Decision;
}

/**
 * Everything the standard says of a draft, by the same rules as a submission. Nothing is stored and nobody's
 * standing is read: what is registered and reserved as names is all that is looked at.
 */
export function createCheckFiling({ nameClaims, ...persons }: CheckDeps) {
  return async (caller: Caller, filed: Package, moment: Moment): Promise<CheckedPackage> => {
    const located = locateFiling(filed, moment.on);
    const { item, authority } = located;
    const [names, derived] = await Promise.all([
      nameClaims.get(authority.id, item.tradeName(filed.facts)),
      derivePersons(filed.facts.persons, caller, moment, persons),
    ]);
    const facts = item.derive(filed.facts, derived);
    const { decision } = examineUnasked(located, facts, names.claims, '', moment.on);
    return { located, decision };
  };
}
