import type { FiledPartnership } from '../../catalog/items/establish-partnership/facts.ts';
import { aMaterial, aPerson, citizenNumber } from './a-filing.ts';
import { day } from './records.ts';

type FiledPartner = FiledPartnership['partners'][number];

const subscribed = { subscribedFen: 50_000_000, methods: ['money' as const], payBy: day('2027-06-30') };

/** A partner who is a person of the filing, liable without limit and managing. */
export const aPartner = (person: string, overrides: Partial<FiledPartner> = {}): FiledPartner =>
  ({
    kind: 'person',
    person,
    ...subscribed,
    liability: 'unlimited',
    manages: true,
    ...overrides,
  }) as FiledPartner;

/** An invented company that is a partner, liable without limit and managing through `p3`. */
export const anOrganisation = (overrides: Partial<FiledPartner> = {}): FiledPartner =>
  ({
    kind: 'organisation',
    code: '91500231MA5U000A5X',
    name: '重庆远帆商贸有限公司',
    ...subscribed,
    liability: 'unlimited',
    manages: true,
    nature: 'other',
    residence: '重庆市垫江县桂溪街道远帆路 6 号',
    representative: 'p3',
    ...overrides,
  }) as FiledPartner;

export const partner3 = aPerson({
  ref: 'p3',
  name: '何若水',
  document: { kind: 'citizen-id', number: citizenNumber('511602', '1995-07-01', '066') },
  phone: '13800000003',
});

/**
 * A filing that lacks nothing but the persons' proofs: two invented persons establish a general partnership in the
 * county 511623, and nobody is entrusted, so that both manage.
 */
export const aPartnershipFiling = (overrides: Partial<FiledPartnership> = {}): FiledPartnership => ({
  form: 'general',
  name: {
    division: '邻水县',
    tradeName: '禾岚',
    industry: { word: '企业管理咨询', class: 'L72' },
    form: '中心（普通合伙）',
  },
  principalPlace: { division: '511623', detail: '鼎屏镇人民路 12 号', premises: 'rented' },
  businessScope: [{ text: '企业管理咨询' }],
  contributionFen: 100_000_000,
  term: { kind: 'indefinite' },
  partners: [aPartner('p1'), aPartner('p2')],
  managementEntrusted: false,
  persons: [
    aPerson({ residence: '四川省广安市邻水县鼎屏镇人民路 14 号' }),
    aPerson({
      ref: 'p2',
      name: '周启明',
      document: { kind: 'citizen-id', number: citizenNumber('500231', '1985-11-20', '317') },
      phone: '13800000002',
      residence: '重庆市垫江县桂溪街道明月路 3 号',
    }),
  ],
  liaison: 'p1',
  beneficialOwners: { kind: 'persons', persons: ['p1', 'p2'] },
  materials: [
    aMaterial('application-form'),
    aMaterial('partnership-agreement'),
    aMaterial('address-document'),
  ],
  ...overrides,
});

const { name } = aPartnershipFiling();

/** `p1` manages, `p2` is a limited partner. */
export const aLimitedPartnership = (overrides: Partial<FiledPartnership> = {}): FiledPartnership =>
  aPartnershipFiling({
    form: 'limited',
    name: { ...name, form: '合伙企业（有限合伙）' },
    partners: [aPartner('p1'), aPartner('p2', { liability: 'limited', manages: false })],
    ...overrides,
  });
