import type { Item } from '../../../lib/domain/standard/item.ts';
import { claimedNameOf } from '../../names.ts';
import {
  deriveSoleProprietorship,
  establishSoleProprietorshipFacts,
  type FiledSoleProprietorship,
  type SoleProprietorshipFacts,
} from './facts.ts';
import { establishedSoleProprietorship } from './outcome.ts';
import { asked } from './persons.ts';
import { standard202502 } from './standard.ts';

/** 个人独资企业设立登记. */
export const establishSoleProprietorship: Item<FiledSoleProprietorship, SoleProprietorshipFacts> = {
  id: 'establish-sole-proprietorship',
  kind: 'registration',
  name: { zh: '个人独资企业设立登记', en: 'Establishment of a sole proprietorship' },
  guidance: [
    {
      zh: '投资人以其个人财产对企业债务承担无限责任；明确以家庭共有财产作为个人出资的，以家庭共有财产承担无限责任（个人独资企业法 第二条、第十八条）。领取营业执照前，不得以企业名义从事经营活动（第十三条第二款）。',
      en: 'The investor is liable without limit, and with the property of the family where that is contributed (个人独资企业法 第二条, 第十八条). No business in its name before the licence (第十三条第二款).',
    },
  ],
  filed: establishSoleProprietorshipFacts,
  standards: [standard202502],
  matter: ({ address }) => ({
    about: 'place',
    division: address.division,
    type: 'sole-proprietorship',
    stateInvestor: 'none',
  }),
  derive: deriveSoleProprietorship,
  claimedName: ({ name }) => claimedNameOf(name),
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { place }) => ({
    kind: 'establish',
    content: establishedSoleProprietorship(filed, facts, place),
    name: claimedNameOf(filed.name),
  }),
};
