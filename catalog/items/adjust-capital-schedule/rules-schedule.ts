import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addYears } from '../../../lib/domain/time/plain-date.ts';
import { capitalProvisions, companyLaw } from '../../laws.ts';
import { inYuan } from '../../money.ts';
import {
  isOfOldLaw,
  isPaid,
  latestPayByOf,
  mayStillAdjust,
  transitionRules,
} from '../../rules/companies/pay-by.ts';
import abnormal from '../../rules/data/abnormal-capital.json' with { type: 'json' };
import { onEnterprise } from '../../rules/enterprise.ts';
import { defect, each, NONE, note, review, when } from '../../rules/rule.ts';
import { subjectIn } from '../filed-member.ts';
import type { ScheduleFacts } from './facts.ts';
import { timeRules } from './rules-time.ts';

/** Each entry with the member of the register it is about. */
export function scheduled(enterprise: EnterpriseEvidence, facts: ScheduleFacts) {
  const subjectOf = subjectIn(facts);
  return facts.schedule.map((entry, index) => {
    const subject = subjectOf(entry);
    const member = enterprise.members.find((one) => one.subject === subject);
    const paidFen = entry.paidFen ?? member?.paidFen;
    return {
      entry,
      subject,
      member,
      path: `/schedule/${index}`,
      paid: isPaid({ ...member, ...(paidFen !== undefined && { paidFen }) }),
    };
  });
}

/**
 * Entries that end after the last day law allows. Until 2027-06-30 a company of the old law may shorten its terms step
 * by step (公司法 第二百六十六条第二款: 逐步调整), or keep one and tell what was paid, so that one which is not lengthened is
 * told apart. Promoters of a company by shares have no term to adjust, only a day to pay by.
 */
function tooLong(
  enterprise: EnterpriseEvidence,
  facts: ScheduleFacts,
  on: Parameters<typeof mayStillAdjust>[0],
) {
  const mayShorten = enterprise.type === 'limited-company' && isOfOldLaw(enterprise) && mayStillAdjust(on);
  return scheduled(enterprise, facts)
    .map((one) => ({ ...one, latest: latestPayByOf(enterprise, one.member ?? {}) }))
    .filter(({ entry, paid, latest }) => entry.payBy > latest && !paid)
    .map(({ entry: { payBy }, member, path, latest }) => ({
      found: { path: `${path}/payBy`, values: { payBy, latest } },
      isStep: mayShorten && member?.payBy !== undefined && payBy <= member.payBy,
    }));
}

const entryRules: readonly Rule<ScheduleFacts>[] = [
  defect({
    id: 'schedule.empty',
    articles: [capitalProvisions('第二条第一款')],
    zh: '申请中没有调整出资期限',
    en: 'The filing adjusts no term',
    check: ({ facts }) => when(facts.schedule.length === 0, '/schedule'),
  }),
  defect({
    id: 'schedule.unknown-member',
    articles: [companyLaw('第三十二条第一款第六项')],
    zh: '不是登记的股东或者发起人',
    en: 'This is no registered shareholder or promoter',
    check: onEnterprise((enterprise, { facts }) =>
      each(scheduled(enterprise, facts), ({ member, path }) => (member === undefined ? { path } : undefined)),
    ),
  }),
  defect({
    id: 'schedule.named-twice',
    articles: [companyLaw('第三十二条第一款第六项')],
    zh: '同一股东或者发起人只应列明一次',
    en: 'A shareholder or promoter is named once',
    check: onEnterprise((enterprise, { facts }) => {
      const seen = new Set<string>();
      return each(scheduled(enterprise, facts), ({ subject, path }) => {
        if (seen.has(subject)) return { path };
        seen.add(subject);
        return undefined;
      });
    }),
  }),
  defect({
    id: 'schedule.same',
    articles: [capitalProvisions('第二条第一款')],
    zh: '出资期限和实缴出资与已备案的内容相同',
    en: 'The term, and what was paid, are as they are on file',
    check: onEnterprise((enterprise, { facts }) =>
      each(scheduled(enterprise, facts), ({ entry, member, path }) =>
        facts.consent === undefined &&
        member !== undefined &&
        member.payBy === entry.payBy &&
        (entry.paidFen === undefined || entry.paidFen === member.paidFen) &&
        entry.methods === undefined
          ? { path }
          : undefined,
      ),
    ),
  }),
  defect({
    id: 'schedule.paid-too-much',
    articles: [capitalProvisions('第四条第二款'), companyLaw('第四十九条第一款')],
    zh: '实缴的出资额（{paid} 元）多于认缴的出资额（{subscribed} 元）',
    en: 'More is told as paid ({paid} yuan) than was subscribed ({subscribed} yuan)',
    check: onEnterprise((enterprise, { facts }) =>
      each(scheduled(enterprise, facts), ({ entry: { paidFen }, member, path }) =>
        paidFen !== undefined && member?.subscribedFen !== undefined && paidFen > member.subscribedFen
          ? {
              path: `${path}/paidFen`,
              values: { paid: inYuan(paidFen), subscribed: inYuan(member.subscribedFen) },
            }
          : undefined,
      ),
    ),
  }),
];

const termRules: readonly Rule<ScheduleFacts>[] = [
  defect({
    id: 'schedule.too-long',
    articles: [
      capitalProvisions('第二条第一款'),
      companyLaw('第四十七条第一款'),
      companyLaw('第九十八条第一款'),
      companyLaw('第二百六十六条第二款'),
    ],
    zh: '调整后的出资期限 {payBy} 晚于 {latest}',
    en: 'The term as adjusted ends on {payBy}, which is after {latest}',
    check: onEnterprise((enterprise, { facts, on }) =>
      facts.consent === undefined
        ? tooLong(enterprise, facts, on).flatMap(({ found, isStep }) => (isStep ? [] : [found]))
        : NONE,
    ),
  }),
  note({
    id: 'schedule.still-too-long',
    articles: [capitalProvisions('第二条第一款'), companyLaw('第二百六十六条第二款')],
    zh: '出资期限 {payBy} 仍晚于 {latest}，应当在 2027-06-30 前再调整',
    en: 'The term ends on {payBy}, still after {latest}: by 2027-06-30 it is to be adjusted again',
    check: onEnterprise((enterprise, { facts, on }) =>
      facts.consent === undefined
        ? tooLong(enterprise, facts, on).flatMap(({ found, isStep }) => (isStep ? [found] : []))
        : NONE,
    ),
  }),
  review({
    id: 'schedule.consent',
    articles: [capitalProvisions('第二条第二款')],
    admits: ['register', 'return', 'refuse'],
    zh: '应当核实国务院市场监督管理部门同意按原出资期限出资的文件 {document}（{number}）',
    en: 'Check the consent of the market regulator of the State to the original term: {document} ({number})',
    check: onEnterprise((enterprise, { facts: { consent } }) =>
      consent === undefined || !isOfOldLaw(enterprise)
        ? NONE
        : [{ path: '/consent', values: { ...consent } }],
    ),
  }),
  defect({
    id: 'schedule.beyond-original',
    articles: [capitalProvisions('第二条第二款')],
    zh: '经同意的，按原出资期限出资：{payBy} 晚于原出资期限 {original} 和 {latest}',
    en: 'What may be consented to is the original term: {payBy} is after that ({original}) and after {latest}',
    check: onEnterprise((enterprise, { facts }) =>
      facts.consent === undefined
        ? NONE
        : each(scheduled(enterprise, facts), ({ entry: { payBy }, member, paid, path }) => {
            const latest = latestPayByOf(enterprise, member ?? {});
            const original = member?.payBy;
            return original !== undefined && !paid && payBy > original && payBy > latest
              ? { path: `${path}/payBy`, values: { payBy, original, latest } }
              : undefined;
          }),
    ),
  }),
  defect({
    id: 'schedule.no-consent-possible',
    articles: [capitalProvisions('第二条第二款')],
    zh: '按原出资期限出资限于2024年6月30日前登记设立的公司',
    en: 'Only a company registered by 2024-06-30 may be allowed its original term',
    check: onEnterprise((enterprise, { facts }) =>
      when(facts.consent !== undefined && !isOfOldLaw(enterprise), '/consent'),
    ),
  }),
  /*
   * 第三条 names no number; ours say when somebody looks, and nothing is decided by them. A term that ends within what
   * law allows is none of these, however old the company is.
   */
  review({
    id: 'schedule.abnormal',
    articles: [capitalProvisions('第三条'), companyLaw('第二百六十六条第二款')],
    admits: ['register', 'return'],
    zh: '出资期限超过 {years} 年或者注册资本（{capital} 元）超过 {limit} 元：应当结合经营范围、经营状况、股东出资能力等研判是否明显异常',
    en: 'A term of more than {years} years, or a capital ({capital} yuan) of more than {limit} yuan: judge by scope, business and means of the shareholders whether it is plainly abnormal',
    check: onEnterprise((enterprise, { facts }) => {
      const { capitalFen = 0, establishedOn } = enterprise;
      const latest = addYears(establishedOn, abnormal.termYears);
      const values = {
        years: abnormal.termYears,
        capital: inYuan(capitalFen),
        limit: inYuan(abnormal.capitalFen),
      };
      const long = scheduled(enterprise, facts).find(
        ({ entry, member, paid }) =>
          !paid && entry.payBy > latest && entry.payBy > latestPayByOf(enterprise, member ?? {}),
      );
      if (long !== undefined) return [{ path: `${long.path}/payBy`, values }];
      return when(capitalFen > abnormal.capitalFen, '/enterprise', values);
    }),
  }),
];

export const scheduleRules: readonly Rule<ScheduleFacts>[] = [
  ...entryRules,
  ...termRules,
  ...timeRules,
  ...transitionRules<ScheduleFacts>((enterprise, { facts }) => {
    const entries = scheduled(enterprise, facts);
    const told = new Set(entries.map(({ subject }) => subject));
    return facts.consent === undefined ? enterprise.members.filter(({ subject }) => !told.has(subject)) : [];
  }),
];
