import type { Decision } from '../domain/standard/decide.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { MaterialStore } from '../store/material-store.ts';
import type { NameClaimStore } from '../store/name-claim-store.ts';
import { readCorrected } from './correct-filing.ts';
import { keyPersons, type PersonDeps } from './derive-persons.ts';
import { examineUnasked, readNames } from './examine-filing.ts';
import { checkUploads } from './intake.ts';
import type { LinkDeps } from './known-by-links.ts';
import { knownToEnterprise } from './known-to-enterprise.ts';
import { createLocateFiling, type Located, type Package } from './locate-filing.ts';
import { createReadRegister, type RegisterDeps } from './read-register.ts';

export interface CheckDeps extends PersonDeps, LinkDeps, RegisterDeps {
  readonly filings: Pick<FilingStore, 'find'>;
  readonly nameClaims: Pick<NameClaimStore, 'get'>;
  readonly materials: Pick<MaterialStore, 'findMany'>;
}

export interface CheckedPackage {
  readonly located: Located;
  readonly decision: Decision;
}

/**
 * Everything the standard says of a draft, by the same rules as a submission. Nothing is stored and nobody's
 * standing is read: what is registered, registered and reserved as names, and uploaded, is all that is looked at.
 */
export function createCheckFiling(deps: CheckDeps) {
  const { filings, nameClaims, enterprises, roles, materials, standings: _, ...persons } = deps;
  const locate = createLocateFiling(createReadRegister({ enterprises, roles }));
  return async (caller: Caller, filed: Package, moment: Moment): Promise<CheckedPackage> => {
    const locating = await locate(filed, moment.on);
    const naming = async () => {
      const located = await locating.located;
      const register = located.matter.about === 'enterprise' ? await locating.register : undefined;
      return readNames(located, filed.facts, register, nameClaims);
    };
    const [located, register, names, derived] = await Promise.all([
      locating.located,
      locating.register,
      naming(),
      keyPersons(filed.facts.persons, caller, moment, persons),
      readCorrected(filed, caller, filings),
      checkUploads({ materials, filings }, caller, filed, moment),
    ]);
    const keyed = await knownToEnterprise(caller, located, register, derived, deps);
    const facts = located.item.derive(filed.facts, keyed.persons);
    const matter = {
      id: '',
      located,
      filed: filed.facts,
      facts,
      ...keyed,
      register,
      submittedOn: moment.on,
    };
    return { located, decision: examineUnasked(matter, names, moment.on).decision };
  };
}
