import type { EnterpriseStatus } from '../../../lib/domain/registration/enterprise.ts';
import { type EnterpriseType, enterpriseTypes } from '../../../lib/domain/registration/enterprise-type.ts';
import { STANDING } from '../../rules/enterprise.ts';
import type { OwnNoticeKind } from './facts.ts';

interface NoticeTerms {
  readonly types: readonly EnterpriseType[];
  readonly statuses: readonly EnterpriseStatus[];
  /** How many days it runs; 0 for a statement on which nobody has days to object. */
  readonly days: number;
}

const COMPANIES: readonly EnterpriseType[] = ['limited-company', 'joint-stock-company'];

/** Whoever is liquidated before it ends: a branch and an individual business are not (实施细则 第四十六条). */
const LIQUIDATED: readonly EnterpriseType[] = enterpriseTypes.filter(
  (type) => type !== 'branch' && type !== 'individual-business',
);

const REGISTERED: readonly EnterpriseStatus[] = ['registered'];

export const noticeTerms = {
  /* 条例 第三十三条第二款; an individual business needs none (第三款). Branches [inference], as 第二条 counts them. */
  'simple-cancellation': {
    types: enterpriseTypes.filter((type) => type !== 'individual-business'),
    statuses: REGISTERED,
    days: 20,
  },
  /* 实施细则 第三十六条第三款; to a reduction that covers losses (公司法 第二百二十五条) it applies too [inference]. */
  'capital-reduction': { types: COMPANIES, statuses: REGISTERED, days: 45 },
  /* 实施细则 第二十一条第一款. */
  'merger-or-division': { types: [...COMPANIES, 'cooperative'], statuses: REGISTERED, days: 45 },
  /* 条例 第三十二条第一款; of partnerships their liquidators (清算人) [inference]. */
  'liquidation-group': { types: LIQUIDATED, statuses: STANDING, days: 0 },
  creditors: { types: LIQUIDATED, statuses: STANDING, days: 45 },
  'licence-lost': { types: enterpriseTypes, statuses: STANDING, days: 0 },
} as const satisfies Record<OwnNoticeKind, NoticeTerms>;

/** 个人独资企业法 第二十七条第二款: sixty days from the notice, where others have forty-five. */
export const daysOf = (kind: OwnNoticeKind, type: EnterpriseType): number =>
  kind === 'creditors' && type === 'sole-proprietorship' ? 60 : noticeTerms[kind].days;
