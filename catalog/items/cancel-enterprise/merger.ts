import { findNotice } from '../../../lib/domain/registration/notice.ts';
import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules } from '../../laws.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import type { CancellationFacts } from './facts.ts';

const isMerged = ({ cause }: Pick<CancellationFacts, 'cause'>): boolean => cause === 'merger-or-division';

/** The notice of this merger or division in the publicity system; one from before the decision is of another. */
const noticeOf = ({ notices }: EnterpriseEvidence, { liquidation }: CancellationFacts) => {
  const found = findNotice(notices, 'merger-or-division');
  return found !== undefined && liquidation.kind === 'none' && found.publishedOn >= liquidation.decidedOn
    ? found
    : undefined;
};

/** Whose merger or division is published for forty-five days, so that the thirty from the decision cannot bind them. */
export const isPublishedFirst = (
  { type }: EnterpriseEvidence,
  facts: Pick<CancellationFacts, 'cause'>,
): boolean => isMerged(facts) && ['limited-company', 'joint-stock-company', 'cooperative'].includes(type);

/** 实施细则 第二十一条第一款: what a merger or division has registered is applied for after its notice. */
export const mergerRules: readonly Rule<CancellationFacts>[] = [
  ...forTypes<CancellationFacts>(
    ['limited-company', 'joint-stock-company', 'cooperative'],
    [
      defect({
        id: 'cancellation.merger-notice-runs',
        articles: [implementingRules('第二十一条第一款')],
        zh: '合并、分立的公告期至 {endsOn}，应当于公告期届满后申请',
        en: 'The notice of the merger or division runs until {endsOn}: it is applied for after that',
        check: onEnterprise((enterprise, { facts, on }) => {
          const notice = isMerged(facts) ? noticeOf(enterprise, facts) : undefined;
          return notice !== undefined && on <= notice.endsOn
            ? [{ path: '/cause', values: { endsOn: notice.endsOn } }]
            : NONE;
        }),
      }),
    ],
  ),
  /* A newspaper does as well, and of co-operatives no law asks for a notice (农民专业合作社法 第四十六条、第四十七条). */
  ...forTypes<CancellationFacts>(
    ['limited-company', 'joint-stock-company'],
    [
      review({
        id: 'cancellation.merger-unpublished',
        articles: [companyLaw('第二百二十条'), companyLaw('第二百二十二条第二款')],
        admits: ['register', 'return'],
        zh: '国家企业信用信息公示系统中没有该合并、分立的公告，应当核对报纸公告',
        en: 'There is no notice of the merger or division in the publicity system: confirm the one in a newspaper',
        check: onEnterprise((enterprise, { facts }) =>
          when(
            isMerged(facts) && facts.liquidation.kind === 'none' && noticeOf(enterprise, facts) === undefined,
            '/cause',
          ),
        ),
      }),
    ],
  ),
];
