import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { cooperativeLaw } from '../../laws.ts';
import { review, when } from '../../rules/rule.ts';
import { findScopeItem } from '../../scope-items.ts';
import type { CooperativeFacts } from './facts.ts';

/**
 * Classes of GB/T 4754 that the businesses of 第三条 fall into: farming, what is made of its products, their trade,
 * transport and storage, farm tourism, technical services and facilities [inference].
 */
const NEAR = ['A', 'C13', 'C14', 'C15', 'F51', 'F52', 'G', 'H61', 'H62', 'M', 'N76', 'N78'];

const isNear = (classes: readonly string[]): boolean =>
  classes.some((one) => NEAR.some((near) => one.startsWith(near)));

/** Judged only where our copy of the catalogue knows every item of the scope. */
export const businessRules: readonly Rule<CooperativeFacts>[] = [
  review({
    id: 'scope.not-of-a-cooperative',
    articles: [cooperativeLaw('第三条'), cooperativeLaw('第八条')],
    admits: ['register', 'return', 'refuse'],
    zh: '应当核实经营范围是否属于农民专业合作社以成员为主要服务对象开展的业务',
    en: 'Judge whether the scope is a business that co-operatives do for their members',
    check: ({ facts: { businessScope } }) => {
      const items = businessScope.map(({ text }) => findScopeItem(text));
      const far = items.every((item) => item !== undefined && !isNear(item.classes));
      return when(items.length > 0 && far, '/businessScope');
    },
  }),
];
