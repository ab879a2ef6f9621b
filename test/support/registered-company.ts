import type { Enterprise, Suspension } from '../../lib/domain/registration/enterprise.ts';
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

/** Puts another enterprise beside a registered one into the register, with the same head and place. */
export async function besideIt(
  service: RegistrationService,
  code: string,
  overrides: Partial<Enterprise> & Pick<Enterprise, 'code'>,
) {
  const it = await service.enterprisesFor.get(code);
  const { capitalFen: _capital, ...rest } = it;
  const enterprise: Enterprise = { ...rest, members: [], ...overrides };
  await service.writeAll([service.enterprises.create(enterprise)]);
  return enterprise;
}

/** An individual business of the same head, whose code is this. */
export const INDIVIDUAL_BUSINESS = '92511623MY00001172';

export async function anIndividualBusiness(service: RegistrationService) {
  const company = await aRegisteredCompany(service);
  await besideIt(service, company, {
    code: INDIVIDUAL_BUSINESS,
    type: 'individual-business',
    typeName: '个人经营',
    name: '邻水县青禾餐饮店',
    tradeName: '青禾',
    roles: [],
  });
  return company;
}

/** A company with this suspension on file, whose code is this. */
export const SUSPENDED = '91511623MY0000117T';

export async function aSuspendedCompany(service: RegistrationService, suspension: Suspension) {
  await besideIt(service, await aRegisteredCompany(service), { code: SUSPENDED, suspensions: [suspension] });
}

/** The same filing with everybody seen by an officer at a window. */
export const inPerson = <F extends { readonly persons: readonly FiledPerson[] }>(facts: F) => ({
  ...facts,
  persons: facts.persons.map((person) => ({ ...person, proof: { kind: 'in-person' as const } })),
});
