import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import { asked } from '../../rules/companies/becoming-step.ts';
import { become } from '../becoming-outcome.ts';
import { organisationsAmong } from '../filed-investor.ts';
import {
  deriveRestructuring,
  type FiledRestructuring,
  type RestructuringFacts,
  restructureIntoCompanyFacts,
} from './facts.ts';
import { standard202502 } from './standard.ts';

/** 非公司企业法人改制为公司 (实施细则 第三十七条第二款). */
export const restructureIntoCompany: Item<FiledRestructuring, RestructuringFacts> = {
  id: 'restructure-into-company',
  kind: 'registration',
  name: {
    zh: '非公司企业法人改制为公司变更登记',
    en: 'Restructuring of a non-company legal person into a company',
  },
  guidance: [
    {
      zh: '统一社会信用代码和成立日期不变，换发营业执照；债权、债务由改制后的公司承继',
      en: 'Code and day of establishment stay, the licence is issued anew, and the company owes and is owed what the enterprise did',
    },
    {
      zh: '国有企业改制涉及重新安置职工的，职工安置方案还应当经职工代表大会或者职工大会审议通过（企业国有资产法 第四十一条，条文未经核对）',
      en: 'Where employees of a state-owned enterprise are to be placed elsewhere, their assembly passes the plan (企业国有资产法 第四十一条, from memory)',
    },
  ],
  filed: restructureIntoCompanyFacts,
  standards: [standard202502],
  matter: ({ enterprise, into, stateInvestor }) => ({
    about: 'enterprise',
    code: enterprise,
    becomes: { type: into.type, stateInvestor },
  }),
  derive: deriveRestructuring,
  claimedName: ({ name }) => claimedNameOf(name),
  appliesAs: ({ into }) =>
    organisationsAmong(into.type === 'limited-company' ? into.shareholders : into.promoters),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, context) => {
    const change = become(filed, facts, context, true);
    return { ...change, content: { ...change.content, stateInvestor: filed.stateInvestor } };
  },
};
