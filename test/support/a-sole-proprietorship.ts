import type { FiledSoleProprietorship } from '../../catalog/items/establish-sole-proprietorship/facts.ts';
import { aMaterial, aPerson } from './a-filing.ts';

/** A filing that lacks nothing but the person's proof: one invented person sets up a small business in the county 511623. */
export const aSoleProprietorship = (
  overrides: Partial<FiledSoleProprietorship> = {},
): FiledSoleProprietorship => ({
  name: {
    division: '邻水县',
    tradeName: '禾岚',
    industry: { word: '企业管理咨询', class: 'L72' },
    form: '中心（个人独资）',
  },
  address: { division: '511623', detail: '鼎屏镇人民路 12 号', premises: 'rented' },
  businessScope: [{ text: '企业管理咨询' }],
  investors: [{ kind: 'person', person: 'p1', methods: ['money'] }],
  contributionFen: 10_000_000,
  property: 'personal',
  notBarredDeclared: true,
  employees: 2,
  persons: [aPerson({ residence: '四川省广安市邻水县鼎屏镇人民路 14 号' })],
  liaison: 'p1',
  materials: [aMaterial('application-form'), aMaterial('address-document')],
  ...overrides,
});
