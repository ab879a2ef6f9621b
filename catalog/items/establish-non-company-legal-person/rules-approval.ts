import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addDays } from '../../../lib/domain/time/plain-date.ts';
import {
  implementingRules,
  registrationRegulation,
  ruralCollectiveRegulation,
  stateIndustrialEnterpriseLaw,
  urbanCollectiveRegulation,
} from '../../laws.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import type { NonCompanyFacts } from './facts.ts';

/** Of the joint operation (联营) no text in force has its establishment approved. */
export const needsApproval = ({ ownership }: Pick<NonCompanyFacts, 'ownership'>): boolean =>
  ownership !== 'joint-operation';

/** The law on industrial enterprises holds in its principles for those of other trades (第六十五条). */
export const approvalArticles = [
  stateIndustrialEnterpriseLaw('第十六条第一款'),
  urbanCollectiveRegulation('第十四条第一款'),
  ruralCollectiveRegulation('第十四条第一款'),
];

const inForce = [registrationRegulation('第二十一条第二款'), implementingRules('第二十二条第一款')];
const DAYS_WITHOUT_TERM = 90;

/** The approval where one is needed: that of a joint operation, which needs none, may be of any age. */
const neededApproval = (facts: NonCompanyFacts): NonCompanyFacts['approval'] =>
  needsApproval(facts) ? facts.approval : undefined;

export const approvalRules: readonly Rule<NonCompanyFacts>[] = [
  defect({
    id: 'approval.missing',
    articles: [...approvalArticles, registrationRegulation('第二十一条第二款')],
    zh: '设立全民所有制企业、集体所有制企业，应当先经政府、主管部门或者审批部门批准',
    en: 'A state-owned or collective enterprise is established once government, its department or the approving authority has approved it',
    check: ({ facts }) => when(needsApproval(facts) && facts.approval === undefined, '/approval'),
  }),
  defect({
    id: 'approval.later',
    articles: [...inForce],
    zh: '批准（确认）日期 {approvedOn} 尚未到',
    en: 'The day of approval or confirmation, {approvedOn}, is still to come',
    check: ({ facts, on }) =>
      (['approvedOn', 'confirmedOn'] as const).flatMap((field) => {
        const told = neededApproval(facts)?.[field];
        return told !== undefined && told > on
          ? [{ path: `/approval/${field}`, values: { approvedOn: told } }]
          : [];
      }),
  }),
  /* The last day of an approval counts (民法典 第二百零三条). */
  defect({
    id: 'approval.ended',
    articles: [...inForce],
    zh: '应当在批准文件有效期内申请登记：批准文件有效期至 {validUntil}',
    en: 'Registration is applied for while the approval holds: it held until {validUntil}',
    check: ({ facts, on }) => {
      const validUntil = neededApproval(facts)?.validUntil;
      return validUntil !== undefined && on > validUntil
        ? [{ path: '/approval/validUntil', values: { validUntil } }]
        : NONE;
    },
  }),
  /* Day 90 still counts; what was confirmed stands as if given on that day [inference]. */
  defect({
    id: 'approval.unconfirmed',
    articles: [implementingRules('第二十二条第一款')],
    zh: '批准文件未规定有效期限，自批准（确认）之日 {approvedOn} 起超过九十日：应当报审批机关确认其效力或者另行报批',
    en: 'The approval has no term and is more than 90 days old since {approvedOn}: its authority has to confirm it or give it anew',
    check: ({ facts, on }) => {
      const approval = neededApproval(facts);
      if (approval === undefined || approval.validUntil !== undefined) return NONE;
      const { approvedOn, confirmedOn = approvedOn } = approval;
      const since = confirmedOn > approvedOn ? confirmedOn : approvedOn;
      return when(since <= on && on > addDays(since, DAYS_WITHOUT_TERM), '/approval/approvedOn', {
        approvedOn: since,
      });
    },
  }),
  /* That the document is genuine, and its authority the one that approves, is for an officer to see. */
  review({
    id: 'approval.given',
    articles: [...approvalArticles, implementingRules('第二十二条第一款')],
    admits: ['register', 'return', 'refuse'],
    zh: '应当核对设立的批准文件 {document}（{number}，{authority}）',
    en: 'Check the approval of the establishment: {document} ({number}, {authority})',
    check: ({ facts }) => {
      const approval = neededApproval(facts);
      if (approval === undefined) return NONE;
      const { document, number, authority } = approval;
      return [{ path: '/approval', values: { document, number, authority } }];
    },
  }),
];
