import { findNotice, type Notice } from '../../../lib/domain/registration/notice.ts';
import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Case, Rule, Violation } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { lastDayWithin } from '../../rules/last-day.ts';
import { defect, NONE, when } from '../../rules/rule.ts';
import type { SimpleFacts } from './facts.ts';

/** 公示期届满之日起20日内. */
export const DAYS_TO_APPLY = 20;

const articles: readonly Article[] = [
  registrationRegulation('第三十三条第二款'),
  companyLaw('第二百四十条第二款'),
  implementingRules('第四十九条'),
];

/** A rule on the latest notice of a simple cancellation that was not withdrawn. */
const onNotice = (check: (notice: Notice, examined: Case<SimpleFacts>) => readonly Violation[]) =>
  onEnterprise<SimpleFacts>(({ notices }, examined) => {
    const notice = findNotice(notices, 'simple-cancellation');
    return notice === undefined ? NONE : check(notice, examined);
  });

/**
 * The notice that has to have run: its last day is one on which objections still count, so the first day to apply is
 * the next. The twenty days to apply end on a working day (民法典 第二百零三条) [inference].
 */
export const noticeRules: readonly Rule<SimpleFacts>[] = [
  defect({
    id: 'simple.unpublished',
    articles,
    zh: '申请简易注销登记前，应当将承诺书及注销登记申请公示20日',
    en: 'Commitment and application have to be published for 20 days first',
    check: onEnterprise(({ notices }) =>
      when(findNotice(notices, 'simple-cancellation') === undefined, '/enterprise'),
    ),
  }),
  defect({
    id: 'simple.notice-runs',
    articles,
    zh: '公示期至 {endsOn}，届满后方可申请',
    en: 'The notice runs until {endsOn}: it is applied for after that',
    check: onNotice(({ endsOn }, { on }) => when(on <= endsOn, '/enterprise', { endsOn })),
  }),
  defect({
    id: 'simple.objected',
    articles,
    zh: '公示期内有人提出异议（{objections} 件），不适用简易注销程序',
    en: 'There were objections ({objections}): no simple cancellation',
    check: onNotice(({ objections }) => when(objections > 0, '/enterprise', { objections })),
  }),
  defect({
    id: 'simple.too-late',
    articles,
    zh: '应当于公示期届满之日（{endsOn}）起20日内申请，逾期的应当重新公示',
    en: 'It had to be applied for within 20 days of the end of the notice ({endsOn}): it has to be published anew',
    check: onNotice(({ endsOn }, { on }) =>
      when(on > endsOn && on > lastDayWithin(endsOn, DAYS_TO_APPLY), '/enterprise', { endsOn }),
    ),
  }),
];
