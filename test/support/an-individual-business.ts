import type { FiledIndividualBusiness } from '../../catalog/items/establish-individual-business/facts.ts';
import { aMaterial, aPerson, citizenNumber } from './a-filing.ts';

/** A filing that lacks nothing but the persons' proofs: one invented person opens an eating house in the county 511623. */
export const anIndividualBusiness = (
  overrides: Partial<FiledIndividualBusiness> = {},
): FiledIndividualBusiness => ({
  name: { division: '邻水县', tradeName: '禾岚', industry: { word: '餐饮', class: 'H62' }, form: '店' },
  composition: 'personal',
  placeOfBusiness: { division: '511623', detail: '鼎屏镇人民路 12 号', premises: 'rented' },
  businessScope: [{ text: '餐饮服务' }],
  operator: 'p1',
  familyMembers: [],
  liaison: 'p1',
  persons: [aPerson({ residence: '四川省广安市邻水县鼎屏镇人民路 14 号' })],
  materials: [aMaterial('application-form'), aMaterial('address-document')],
  ...overrides,
});

export const aSpouse = () =>
  aPerson({
    ref: 'p2',
    name: '周启明',
    document: { kind: 'citizen-id', number: citizenNumber('500231', '1985-11-20', '317') },
    phone: '13800000002',
  });
