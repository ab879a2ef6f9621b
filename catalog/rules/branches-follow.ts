import type { Rule } from '../../lib/domain/standard/standard.ts';
import { implementingRules } from '../laws.ts';
import { onEnterprise } from './enterprise.ts';
import { NONE, note } from './rule.ts';

/** `at`: what changes of the enterprise that its branches have too; `undefined` where nothing of it does. */
export const branchesFollow = <Facts>(at: (facts: Facts) => string | undefined): Rule<Facts> =>
  note({
    id: 'change.branches',
    articles: [implementingRules('第三十一条第二款')],
    zh: '涉及分支机构登记事项变更的，应当自本变更登记之日起三十日内申请办理分支机构变更登记（{count} 个分支机构）',
    en: 'Where registered items of its branches ({count}) change with it, their change is filed within 30 days of this registration',
    check: onEnterprise(({ branches }, { facts }) => {
      const path = at(facts);
      return path === undefined || branches.length === 0
        ? NONE
        : [{ path, values: { count: branches.length } }];
    }),
  });
