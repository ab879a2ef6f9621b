import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import { organisationsAmong } from '../filed-investor.ts';
import {
  deriveNonCompany,
  establishNonCompanyLegalPersonFacts,
  type FiledNonCompanyLegalPerson,
  type NonCompanyFacts,
} from './facts.ts';
import { establishedNonCompany } from './outcome.ts';
import { asked } from './persons.ts';
import { standard202502 } from './standard.ts';

/** 非公司企业法人设立登记. */
export const establishNonCompanyLegalPerson: Item<FiledNonCompanyLegalPerson, NonCompanyFacts> = {
  id: 'establish-non-company-legal-person',
  kind: 'registration',
  name: {
    zh: '非公司企业法人设立登记',
    en: 'Establishment of an enterprise that is a legal person and no company',
  },
  guidance: [
    {
      zh: '全民所有制企业由政府或者政府主管部门批准；城镇集体所有制企业由省、自治区、直辖市人民政府规定的审批部门批准；乡村集体所有制企业经乡级人民政府审核后，由县级主管部门以及有关部门批准。',
      en: 'A state-owned enterprise is approved by government or its department, an urban collective by the authority the province names, a rural collective, once the township has examined it, by the county’s department.',
    },
  ],
  filed: establishNonCompanyLegalPersonFacts,
  standards: [standard202502],
  matter: ({ address }) => ({
    about: 'place',
    division: address.division,
    type: 'non-company-legal-person',
    stateInvestor: 'none',
  }),
  derive: deriveNonCompany,
  claimedName: ({ name }) => claimedNameOf(name),
  appliesAs: ({ contributors }) => organisationsAmong(contributors),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { place }) => ({
    kind: 'establish',
    content: establishedNonCompany(filed, facts, place),
    name: claimedNameOf(filed.name),
  }),
};
