import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { byReference, namesByReference } from '../../rules/by-reference.ts';
import { type LiabilityMark, nameFormRules } from '../../rules/name-form.ts';
import { nameRules } from '../../rules/names.ts';
import type { IndividualBusinessFacts } from './facts.ts';

/** Words of other types, 企业 among them: an individual business is none (企业名称登记管理规定 第十条, by reference). */
const OF_OTHERS = ['公司', '企业', '合作社', '有限', '股份', '合伙', '独资', '集团'];
/** Marks of the liability of others, in brackets behind the form too. */
const MARKS: readonly LiabilityMark[] = ['特殊普通合伙', '普通合伙', '有限合伙', '个人独资'];
const NOWHERE = ['有限公司', '股份公司', '合作社'];

const name = { at: '/name', of: ({ name }: IndividualBusinessFacts) => name };

/** Of a business that uses a name; without one there is nothing to judge (民法典 第五十四条: 可以起字号). */
export const individualNameRules: readonly Rule<IndividualBusinessFacts>[] = byReference(
  [
    ...nameRules<IndividualBusinessFacts>({
      name,
      scope: ({ businessScope }) => businessScope.map(({ text }) => text),
    }),
    ...nameFormRules<IndividualBusinessFacts>({
      name,
      ofOthers: OF_OTHERS,
      marksOfOthers: MARKS,
      elsewhere: NOWHERE,
      articles: [],
    }),
  ],
  namesByReference,
);
