import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { CancellationFacts } from './facts.ts';

type Cause = CancellationFacts['cause'];
type Liquidation = CancellationFacts['liquidation']['kind'];

/** 公司法 第二百二十九条, 第二百四十二条. */
const company: readonly Cause[] = [
  'term-ended',
  'articles-cause',
  'resolution',
  'merger-or-division',
  'revoked-or-closed',
  'court-dissolution',
  'bankruptcy',
];

/**
 * Of each type by its own law. To all of them a permit that ended may be a cause (条例 第二十六条), and what other law
 * names; an officer judges that.
 */
const causesOf = {
  'limited-company': company,
  'joint-stock-company': company,
  /* 民法典 第六十八条, 第六十九条. */
  'non-company-legal-person': company.filter((cause) => cause !== 'court-dissolution'),
  /* 个人独资企业法 第二十六条. */
  'sole-proprietorship': ['resolution', 'owner-died', 'revoked-or-closed'],
  /* 合伙企业法 第八十五条, 第九十二条. */
  partnership: [
    'term-ended',
    'articles-cause',
    'resolution',
    'partners-too-few',
    'purpose-settled',
    'revoked-or-closed',
    'bankruptcy',
  ],
  /* 农民专业合作社法 第四十八条, 第五十五条. */
  cooperative: ['articles-cause', 'resolution', 'merger-or-division', 'revoked-or-closed', 'bankruptcy'],
  'individual-business': ['resolution', 'owner-died', 'revoked-or-closed'],
  branch: ['resolution', 'revoked-or-closed'],
} as const satisfies Record<EnterpriseType, readonly Cause[]>;

export const mayEndBy = (type: EnterpriseType, cause: Cause): boolean =>
  cause === 'permit-ended' ||
  cause === 'other-by-law' ||
  (causesOf[type] as readonly Cause[]).includes(cause);

/** A branch and an individual business are not liquidated; of a merger or division nobody is (公司法 第二百三十二条). */
export function liquidationsFor(type: EnterpriseType, cause: Cause): readonly Liquidation[] {
  if (type === 'branch' || type === 'individual-business' || cause === 'merger-or-division') return ['none'];
  return cause === 'bankruptcy' ? ['bankruptcy'] : ['own', 'court'];
}

/**
 * Within how many days of its end to apply: the laws of two types say fifteen and rank above the thirty of 条例 第三十二条;
 * after a bankruptcy it is ten (企业破产法 第一百二十一条).
 */
export function daysToApply(type: EnterpriseType, liquidation: Liquidation): number {
  if (liquidation === 'bankruptcy') return 10;
  const sooner = liquidation !== 'none' && (type === 'partnership' || type === 'sole-proprietorship');
  return sooner ? 15 : 30;
}

/** Whose liquidators are published (条例 第三十二条第一款); a sole proprietor liquidates alone [inference]. */
export const publishesGroup = (type: EnterpriseType): boolean =>
  !['sole-proprietorship', 'individual-business', 'branch'].includes(type);
