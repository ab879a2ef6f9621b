import type { Item } from '../../../lib/domain/standard/item.ts';
import { fullName } from '../../names.ts';
import { asked } from './asked.ts';
import { type CompanyFacts, deriveCompany, establishCompanyFacts, type FiledCompany } from './facts.ts';
import { establishedCompany } from './outcome.ts';
import { standard202502 } from './standard.ts';

/** 有限责任公司设立登记. */
export const establishCompany: Item<FiledCompany, CompanyFacts> = {
  id: 'establish-company',
  name: { zh: '有限责任公司设立登记', en: 'Establishment of a limited company' },
  filed: establishCompanyFacts,
  standards: [standard202502],
  routing: ({ stateInvestor }) => ({ subjectType: 'limited-company', stateInvestor }),
  derive: deriveCompany,
  tradeName: ({ name }) => name.tradeName,
  claimedName: ({ name }) => ({
    name: fullName(name),
    ...(name.industry !== undefined && { industry: name.industry.class }),
  }),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  establishes: establishedCompany,
};
