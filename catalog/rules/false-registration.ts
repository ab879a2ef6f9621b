import type { Notice } from '../../lib/domain/registration/notice.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { officeRules } from './ex-officio.ts';
import { findInquiry } from './inquiries.ts';
import type { Reference, WithPersons } from './persons.ts';

/** 条例 第四十条第二款. */
export const NOTICE_DAYS = 45;

/** In whatever state the enterprise is: what may be inquired into was asked when the inquiry was opened. */
export const standingRules = <Facts extends WithPersons & { readonly enterprise: string }>(
  references?: (facts: Facts) => readonly Reference[],
): readonly Rule<Facts>[] =>
  officeRules<Facts>({}, references).filter(({ id }) => id !== 'enterprise.status');

/** The notice of an inquiry that is open: the last one published since it was accepted. */
export function noticeOf(enterprise: EnterpriseEvidence, inquiry: string): Notice | undefined {
  const { acceptedOn } = findInquiry(enterprise, inquiry) ?? {};
  if (acceptedOn === undefined) return undefined;
  return enterprise.notices.findLast(
    ({ kind, publishedOn, withdrawnOn }) =>
      kind === 'false-registration' && publishedOn >= acceptedOn && withdrawnOn === undefined,
  );
}
