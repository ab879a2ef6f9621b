import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import { organisationsAmong } from '../filed-investor.ts';
import {
  derivePartnership,
  establishPartnershipFacts,
  type FiledPartnership,
  type PartnershipFacts,
} from './facts.ts';
import { establishedPartnership } from './outcome.ts';
import { asked } from './persons.ts';
import { standard202502 } from './standard.ts';

/** 合伙企业设立登记. */
export const establishPartnership: Item<FiledPartnership, PartnershipFacts> = {
  id: 'establish-partnership',
  kind: 'registration',
  name: { zh: '合伙企业设立登记', en: 'Establishment of a partnership' },
  guidance: [
    {
      zh: '特殊的普通合伙企业应当建立执业风险基金、办理职业保险（合伙企业法 第五十九条）。领取营业执照前，不得以合伙企业名义从事合伙业务（第十一条第二款）。',
      en: 'A special general partnership sets up a fund for professional risks and takes out professional insurance (合伙企业法 第五十九条). No business in the name of the partnership before the licence (第十一条第二款).',
    },
  ],
  filed: establishPartnershipFacts,
  standards: [standard202502],
  matter: ({ principalPlace }) => ({
    about: 'place',
    division: principalPlace.division,
    type: 'partnership',
    stateInvestor: 'none',
  }),
  derive: derivePartnership,
  claimedName: ({ name }) => claimedNameOf(name),
  appliesAs: ({ partners }) => organisationsAmong(partners),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { place }) => ({
    kind: 'establish',
    content: establishedPartnership(filed, facts, place),
    name: claimedNameOf(filed.name),
  }),
};
