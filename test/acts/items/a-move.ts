import type { FiledMigration } from '../../../catalog/items/migrate-enterprise/facts.ts';
import type { Filed } from '../../../lib/domain/standard/item.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import { aMaterial, aPerson } from '../../support/a-filing.ts';
import type { RegistrationService } from '../../support/registration-service.ts';

export const LINSHUI = { division: '511623', word: '邻水县' } as const;
export const DIANJIANG = { division: '500231', word: '垫江县' } as const;
export type Side = { readonly division: string; readonly word: string };

/** A company of three invented people on one side, and its code. */
export async function establish(service: RegistrationService, { division, word }: Side, tradeName = '禾岚') {
  const plain = aCompanyFiling();
  const facts = {
    ...plain,
    name: { ...plain.name, division: word, tradeName },
    address: { ...plain.address, division },
  };
  const told = await service.submit(await service.proven(facts));
  const code = told.registration?.code;
  if (code === undefined) throw new Error(`Not registered: ${JSON.stringify(told.findings)}`);
  return { code, filing: told.id };
}

/** Its move to the other side, under a name of that place. */
export const aMove = (
  enterprise: string,
  { division, word }: Side,
  overrides: Partial<FiledMigration> = {},
): FiledMigration => ({
  enterprise,
  signedBy: 'p1',
  name: {
    kept: false,
    parts: {
      division: word,
      tradeName: '禾岚',
      industry: { word: '科技', class: 'M75' },
      form: '有限公司',
    },
  },
  address: { division, detail: '桂溪街道文毕路 3 号', premises: 'rented' },
  decidedOn: plainDate('2026-11-20'),
  movesOn: plainDate('2026-12-20'),
  persons: [aPerson()],
  materials: [
    aMaterial('application-form'),
    aMaterial('address-document'),
    aMaterial('amended-articles'),
    aMaterial('change-decision'),
  ],
  ...overrides,
});

export const move = async (service: RegistrationService, facts: FiledMigration) =>
  service.submit(await service.proven(facts as Filed & FiledMigration), { item: 'migrate-enterprise' });
