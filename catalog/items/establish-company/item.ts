import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import { incentivesAskedBy } from '../../rules/materials.ts';
import { organisationsAmong } from '../filed-investor.ts';
import { asked, incentives } from './asked.ts';
import { type CompanyFacts, deriveCompany, establishCompanyFacts, type FiledCompany } from './facts.ts';
import { askedMaterials } from './materials.ts';
import { establishedCompany } from './outcome.ts';
import { standard202502 } from './standard.ts';

/** 有限责任公司设立登记. */
export const establishCompany: Item<FiledCompany, CompanyFacts> = {
  id: 'establish-company',
  kind: 'registration',
  name: { zh: '有限责任公司设立登记', en: 'Establishment of a limited company' },
  filed: establishCompanyFacts,
  standards: [standard202502],
  matter: ({ address, stateInvestor }) => ({
    about: 'place',
    division: address.division,
    type: 'limited-company',
    stateInvestor,
  }),
  derive: deriveCompany,
  claimedName: ({ name }) => claimedNameOf(name),
  appliesAs: ({ shareholders }) => organisationsAmong(shareholders),
  incentivesAsked: incentivesAskedBy(askedMaterials, incentives),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { place }) => ({
    kind: 'establish',
    content: establishedCompany(filed, facts, place),
    name: claimedNameOf(filed.name),
  }),
};
