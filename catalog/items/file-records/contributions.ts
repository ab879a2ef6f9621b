import type { EnterpriseEvidence, MemberEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addYears, type PlainDate, plainDate } from '../../../lib/domain/time/plain-date.ts';
import {
  capitalProvisions,
  companyLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
} from '../../laws.ts';
import { inYuan } from '../../money.ts';
import { companyContributionRules } from '../../rules/companies/contributions.ts';
import { doubtfulContributions } from '../../rules/contributions.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import { investorRules } from '../../rules/investors.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import type { Contribution, RecordsFacts } from './facts.ts';
import { subjectOf } from './persons.ts';

const at = '/records/contributions';
const companies = ['limited-company', 'joint-stock-company'] as const;
const contributing: readonly string[] = ['shareholder', 'promoter', 'partner'];

/** 公司法 as revised in 2023 came into force; companies registered before follow 国务院令第784号 第二条. */
const REVISED_ON = plainDate('2024-07-01');
const YEARS_TO_PAY = 5;

const membersOf = ({ members }: EnterpriseEvidence): readonly MemberEvidence[] =>
  members.filter(({ as }) => contributing.includes(as));

/** Each entry beside the member it is about. */
const entries = ({ records, persons }: RecordsFacts, enterprise: EnterpriseEvidence) =>
  (records.contributions ?? []).map((filed) => {
    const subject = subjectOf(filed, { persons });
    return { filed, member: membersOf(enterprise).find((one) => one.subject === subject) };
  });

const lens = {
  at,
  of: ({ records }: RecordsFacts) =>
    records.contributions?.map(({ methods = [] }: Contribution) => ({ methods })),
};

/** The last day for a member's contribution: five years for a limited company, establishment for one by shares. */
const latestFor = ({ type, establishedOn }: EnterpriseEvidence): PlainDate | undefined => {
  if (establishedOn < REVISED_ON) return undefined;
  if (type === 'limited-company') return addYears(establishedOn, YEARS_TO_PAY);
  return type === 'joint-stock-company' ? establishedOn : undefined;
};

/** A day the register has beyond that came with an increase, of which the years run apart (公司法 第二百二十八条). */
const isOfIncrease = (member: MemberEvidence | undefined, latest: PlainDate): boolean =>
  member?.payBy !== undefined && member.payBy > latest;

const scheduleRules: readonly Rule<RecordsFacts>[] = [
  defect({
    id: 'records.pay-by',
    articles: [companyLaw('第四十七条第一款'), companyLaw('第九十八条第一款')],
    zh: '缴付期限 {payBy} 晚于 {latest}：有限责任公司自成立之日起五年内缴足，股份有限公司的发起人在成立前缴足',
    en: 'To be paid by {payBy}, later than {latest}: five years from establishment in a limited company, before it in one by shares',
    check: onEnterprise((enterprise, { facts }) => {
      const latest = latestFor(enterprise);
      if (latest === undefined) return NONE;
      return each(entries(facts, enterprise), ({ filed: { payBy }, member }, index) =>
        payBy !== undefined && payBy > latest && !isOfIncrease(member, latest)
          ? { path: `${at}/${index}/payBy`, values: { payBy, latest } }
          : undefined,
      );
    }),
  }),
  review({
    id: 'records.pay-by-of-increase',
    articles: [companyLaw('第二百二十八条')],
    admits: ['register', 'return'],
    zh: '缴付期限由 {before} 延至 {payBy}：新增资本应当自增资之日起五年内缴足，应当核实',
    en: 'Put off from {before} to {payBy}: new capital is paid within five years of the increase, which is to be checked',
    check: onEnterprise((enterprise, { facts }) => {
      const latest = latestFor(enterprise);
      if (latest === undefined) return NONE;
      return each(entries(facts, enterprise), ({ filed: { payBy }, member }, index) => {
        const before = member?.payBy;
        return payBy !== undefined && before !== undefined && isOfIncrease(member, latest) && payBy > before
          ? { path: `${at}/${index}/payBy`, values: { before, payBy } }
          : undefined;
      });
    }),
  }),
  defect({
    id: 'records.older-schedule',
    articles: [capitalProvisions('第二条第一款')],
    zh: '2024年6月30日前登记设立的公司（{establishedOn}）调整出资期限，应当通过“调整出资期限”事项办理',
    en: 'A company registered by 30 June 2024 ({establishedOn}) adjusts when contributions are paid by the item for that',
    check: onEnterprise(({ type, establishedOn }, { facts }) => {
      const older = establishedOn < REVISED_ON && (companies as readonly string[]).includes(type);
      if (!older) return NONE;
      return each(facts.records.contributions ?? [], ({ payBy }, index) =>
        payBy === undefined ? undefined : { path: `${at}/${index}/payBy`, values: { establishedOn } },
      );
    }),
  }),
];

export const contributionRules: readonly Rule<RecordsFacts>[] = [
  defect({
    id: 'records.contribution-of-others',
    articles: [
      registrationRegulation('第八条第二款'),
      companyLaw('第三十四条第一款'),
      partnershipLaw('第十三条'),
    ],
    zh: '登记簿中没有该股东、发起人或者合伙人：其变更应当办理变更登记',
    en: 'The register has no such shareholder, promoter or partner: that is a change to be registered',
    check: onEnterprise((enterprise, { facts }) =>
      each(entries(facts, enterprise), ({ member }, index) =>
        member === undefined ? { path: `${at}/${index}` } : undefined,
      ),
    ),
  }),
  defect({
    id: 'records.subscription-positive',
    articles: [registrationRegulation('第九条第三项')],
    zh: '认缴的出资额应当大于零',
    en: 'What is subscribed must be more than nothing',
    check: ({ facts: { records } }) =>
      each(records.contributions ?? [], ({ subscribedFen }, index) =>
        subscribedFen === 0 ? { path: `${at}/${index}/subscribedFen` } : undefined,
      ),
  }),
  defect({
    id: 'records.capital-sum',
    articles: [
      registrationRegulation('第八条第一款第五项'),
      companyLaw('第三十四条第一款'),
      implementingRules('第三十六条第一款'),
      partnershipLaw('第十三条'),
    ],
    zh: '认缴出资额之和（{subscribed} 元）应当等于登记的注册资本（出资额）（{capital} 元）；其变更应当办理变更登记',
    en: 'What is subscribed ({subscribed} yuan) equals the registered capital ({capital} yuan); that itself changes by registration',
    check: onEnterprise((enterprise, { facts }) => {
      const { capitalFen } = enterprise;
      const filed = entries(facts, enterprise);
      if (capitalFen === undefined || !filed.some((entry) => entry.filed.subscribedFen !== undefined))
        return NONE;
      const amounts = membersOf(enterprise).map(
        (member) =>
          filed.find((entry) => entry.member === member)?.filed.subscribedFen ?? member.subscribedFen ?? 0,
      );
      const subscribedFen = amounts.reduce((sum, amount) => sum + amount, 0);
      return when(subscribedFen !== capitalFen, at, {
        subscribed: inYuan(subscribedFen),
        capital: inYuan(capitalFen),
      });
    }),
  }),
  ...scheduleRules,
  ...forTypes(companies, companyContributionRules<RecordsFacts>(lens)),
  ...forTypes(['partnership'], doubtfulContributions<RecordsFacts>(lens, [partnershipLaw('第十六条第一款')])),
  defect({
    id: 'records.limited-partner-labour',
    articles: [partnershipLaw('第六十四条第二款')],
    zh: '有限合伙人不得以劳务出资',
    en: 'A limited partner may not contribute labour',
    check: onEnterprise((enterprise, { facts }) =>
      each(entries(facts, enterprise), ({ filed, member }, index) =>
        member?.liability === 'limited' && filed.methods?.includes('labour')
          ? { path: `${at}/${index}/methods` }
          : undefined,
      ),
    ),
  }),
  ...investorRules<RecordsFacts>({
    investors: { at, of: ({ records }) => records.contributions },
    id: 'contributions',
    word: { zh: '出资人', en: 'contributor' },
    enterpriseEn: 'enterprise',
    articles: [registrationRegulation('第九条第三项')],
  }).filter(({ id }) => !id.endsWith('foreign-investor')),
];
