import type { InquiryRest } from '../../lib/domain/registration/enterprise.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { addDays, addMonths, epochDayOf, type PlainDate } from '../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import { onEnterprise } from './enterprise.ts';
import { defect, NONE, note, when } from './rule.ts';

type Inquiry = EnterpriseEvidence['inquiries'][number];

const MONTHS = 3;

/** The rest that has not ended (中止调查). */
export const restOf = ({ rests = [] }: Inquiry): InquiryRest | undefined =>
  rests.find(({ resumedOn }) => resumedOn === undefined);

/** Days in which it rested: the one on which it was resumed is none of them. */
const daysRested = ({ rests = [] }: Inquiry): number =>
  rests.reduce(
    (sum, { from, resumedOn }) =>
      sum + (resumedOn === undefined ? 0 : epochDayOf(resumedOn) - epochDayOf(from)),
    0,
  );

/**
 * The last day of an inquiry: three months from acceptance, three more where it was extended (实施细则 第五十三条). Days in
 * which it rested (第五十四条) are not counted [inference]: the article does not say so, and nothing could be done in them.
 */
export const inquiryEnds = (inquiry: Inquiry): PlainDate =>
  addDays(
    addMonths(inquiry.acceptedOn, inquiry.extendedOn === undefined ? MONTHS : 2 * MONTHS),
    daysRested(inquiry),
  );

export const findInquiry = ({ inquiries }: EnterpriseEvidence, id: string): Inquiry | undefined =>
  inquiries.find((inquiry) => inquiry.id === id && inquiry.closedOn === undefined);

/** What an authority does by its office is no registration that somebody obtained. */
const BY_OFFICE = new Set([
  'confirm-file-handover',
  'revoke-licence',
  'announce-compulsory-cancellation',
  'cancel-compulsorily',
  'apply-to-revoke-registration',
  'open-inquiry',
  'extend-inquiry',
  'suspend-inquiry',
  'resume-inquiry',
  'announce-false-registration',
  'revoke-registration',
  'close-inquiry',
  'annul-revocation',
  'apply-for-name-ruling',
  'close-name-dispute',
  'order-name-change',
  'list-overdue-name-change',
  'withdraw-name-order',
]);

/** Of whoever asks for an inquiry, or opens one: it concerns a registration or record filing of this enterprise. */
export const questionedRules = <Facts extends { readonly concerns: string }>(): readonly Rule<Facts>[] => [
  defect({
    id: 'inquiry.unknown-step',
    articles: [
      registrationRegulation('第四十条第一款'),
      implementingRules('第五十条'),
      implementingRules('第五十八条'),
    ],
    zh: '应当指明涉嫌虚假的是该经营主体的哪一次登记、备案：{concerns}',
    en: 'Which registration or record filing of the enterprise is said to be false has to be told: {concerns}',
    check: onEnterprise(({ steps }, { facts: { concerns } }) => {
      const step = steps.find(({ filing }) => filing === concerns);
      return when(step === undefined || BY_OFFICE.has(step.item), '/concerns', { concerns });
    }),
  }),
  defect({
    id: 'inquiry.open-already',
    articles: [implementingRules('第五十三条第一款')],
    zh: '对该登记的调查正在进行（自 {since} 起）',
    en: 'It is being inquired into already (since {since})',
    check: onEnterprise(({ inquiries }, { facts: { concerns } }) =>
      inquiries
        .filter((inquiry) => inquiry.concerns === concerns && inquiry.closedOn === undefined)
        .map(({ acceptedOn }) => ({ path: '/concerns', values: { since: acceptedOn } })),
    ),
  }),
];

/** Of a step in an inquiry: the inquiry is one that is open. */
export const openInquiryRules = <Facts extends { readonly inquiry: string }>(): readonly Rule<Facts>[] => [
  defect({
    id: 'inquiry.unknown',
    articles: [implementingRules('第五十三条第一款')],
    zh: '没有这样一项正在进行的调查：{inquiry}',
    en: 'No such inquiry is open: {inquiry}',
    check: onEnterprise((enterprise, { facts: { inquiry } }) =>
      when(findInquiry(enterprise, inquiry) === undefined, '/inquiry', { inquiry }),
    ),
  }),
];

/** Of a step that takes an inquiry further: it does not rest, or `rests` says that this step may be taken all the same. */
export const inquiryRules = <Facts extends { readonly inquiry: string }>(
  rests: (facts: Facts) => boolean = () => false,
): readonly Rule<Facts>[] => [
  ...openInquiryRules<Facts>(),
  defect({
    id: 'inquiry.resting',
    articles: [implementingRules('第五十四条'), implementingRules('第五十三条第一款')],
    zh: '调查已于 {from} 中止，应当先恢复调查（resume-inquiry）',
    en: 'The inquiry rests since {from}: it is resumed first (resume-inquiry)',
    check: onEnterprise((enterprise, { facts }) => {
      const inquiry = findInquiry(enterprise, facts.inquiry);
      const rest = inquiry === undefined ? undefined : restOf(inquiry);
      return rest === undefined || rests(facts) ? NONE : [{ path: '/inquiry', values: { from: rest.from } }];
    }),
  }),
];

/** Late binds the authority, and makes nothing void. What rests is not late. */
export const inquiryLate = <Facts extends { readonly inquiry: string }>(): Rule<Facts> =>
  note({
    id: 'inquiry.late',
    articles: [implementingRules('第五十三条第一款')],
    zh: '应当在受理后三个月内完成调查，经批准可以延长三个月（至 {until}）',
    en: 'An inquiry is done within three months of its acceptance, three more where that was approved: by {until}',
    check: onEnterprise((enterprise, { facts, evidence: { readOn } }) => {
      const inquiry = findInquiry(enterprise, facts.inquiry);
      if (inquiry === undefined || restOf(inquiry) !== undefined) return [];
      const until = inquiryEnds(inquiry);
      return when(readOn > until, '/inquiry', { until });
    }),
  });
