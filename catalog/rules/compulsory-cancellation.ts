import type { EnterpriseStatus } from '../../lib/domain/registration/enterprise.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { companyLaw } from '../laws.ts';
import { onEnterprise } from './enterprise.ts';
import { officeRules } from './ex-officio.ts';
import type { WithPersons } from './persons.ts';
import { defect, review, when } from './rule.ts';

/** 公司法 第二百四十一条第一款. */
export const NOTICE_DAYS = 60;

const LOST: readonly EnterpriseStatus[] = ['licence-revoked', 'ordered-to-close', 'establishment-revoked'];

interface Compulsory extends WithPersons {
  readonly enterprise: string;
  readonly cancellationAskedFor: boolean;
}

/** Companies alone, which lost licence or registration, and have not asked to be cancelled since. */
export const compulsoryRules = <Facts extends Compulsory>(): readonly Rule<Facts>[] => [
  ...officeRules<Facts>({
    types: ['limited-company', 'joint-stock-company'],
    typeArticles: [companyLaw('第二百四十一条第一款')],
    statuses: LOST,
    statusArticles: [companyLaw('第二百四十一条第一款')],
  }),
  defect({
    id: 'compulsory.asked-for',
    articles: [companyLaw('第二百四十一条第一款')],
    zh: '公司已经申请注销登记，不适用强制注销',
    en: 'The company has asked to be cancelled itself',
    check: ({ facts }) => when(facts.cancellationAskedFor, '/cancellationAskedFor'),
  }),
  /* The article does not ask for their cancellation first, which 条例 第三十二条 asks of those who apply. */
  review({
    id: 'compulsory.branches',
    articles: [companyLaw('第二百四十一条'), companyLaw('第十三条第二款')],
    admits: ['register', 'return'],
    zh: '公司有未注销的分支机构（{count} 个）：应当核实并通知其登记机关',
    en: 'The company has branches that stand ({count}): look into them, and tell the authorities that hold them',
    check: onEnterprise(({ branches }) =>
      when(branches.length > 0, '/enterprise', { count: branches.length }),
    ),
  }),
];
