import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { partnershipLaw } from '../../laws.ts';
import type { Lens } from '../../rules/lens.ts';
import { markRule, nameFormRules } from '../../rules/name-form.ts';
import { nameRules } from '../../rules/names.ts';
import type { NameFacts } from '../filed-name.ts';
import type { PartnershipFacts } from './facts.ts';

const name: Lens<PartnershipFacts, NameFacts> = { at: '/name', of: (facts) => facts.name };

/** Forms of enterprises whose liability is another one. */
const OF_OTHERS = ['有限', '公司', '股份', '集团', '独资', '个体', '合作社'];

export const partnershipNameRules: readonly Rule<PartnershipFacts>[] = [
  ...nameRules<PartnershipFacts>({
    name,
    scope: ({ businessScope }) => businessScope.map(({ text }) => text),
  }),
  markRule<PartnershipFacts>({
    id: 'names.general-partnership-mark',
    name,
    mark: '普通合伙',
    articles: [partnershipLaw('第十五条')],
    applies: ({ form }) => form === 'general',
  }),
  markRule<PartnershipFacts>({
    id: 'names.special-partnership-mark',
    name,
    mark: '特殊普通合伙',
    articles: [partnershipLaw('第五十六条')],
    applies: ({ form }) => form === 'special-general',
  }),
  markRule<PartnershipFacts>({
    id: 'names.limited-partnership-mark',
    name,
    mark: '有限合伙',
    articles: [partnershipLaw('第六十二条')],
    applies: ({ form }) => form === 'limited',
  }),
  ...nameFormRules<PartnershipFacts>({
    name,
    ofOthers: OF_OTHERS,
    elsewhere: ['公司', '独资'],
    articles: [],
  }),
];
