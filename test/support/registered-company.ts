import { aCompanyFiling } from './a-company-filing.ts';
import { aMaterial, type FiledPerson } from './a-filing.ts';
import type { RegistrationService } from './registration-service.ts';

/** Registers the company of `aCompanyFiling` and gives its code: 林晓岚 (p1) stands for it, p1 and p2 hold its shares. */
export async function aRegisteredCompany(service: RegistrationService, facts = aCompanyFiling()) {
  const { registration } = await service.submit(await service.proven(facts));
  if (registration?.code === undefined) throw new Error('The builder’s filing is registered on the spot');
  return registration.code;
}

/** What is filed of every step: by p1, unless it is told otherwise, with these materials. */
export const aStep = (
  enterprise: string,
  materials: readonly string[] = [],
  persons: readonly string[] = ['p1'],
) => ({
  enterprise,
  signedBy: persons[0] ?? '',
  persons: persons.map((ref): FiledPerson => {
    const person = aCompanyFiling().persons.find((one) => one.ref === ref);
    if (person === undefined) throw new Error(`The builder names no ${ref}`);
    return person;
  }),
  materials: materials.map(aMaterial),
});
