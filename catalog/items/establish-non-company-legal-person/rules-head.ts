import type { Article, Bilingual } from '../../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addYears, type PlainDate } from '../../../lib/domain/time/plain-date.ts';
import {
  bankruptcyLaw,
  implementingRules,
  registrationRegulation,
  ruralCollectiveRegulation,
  stateIndustrialEnterpriseLaw,
  urbanCollectiveRegulation,
} from '../../laws.ts';
import { capacityRules } from '../../rules/capacity.ts';
import { defect, each, review, when } from '../../rules/rule.ts';
import type { CircumstanceKind, NonCompanyFacts } from './facts.ts';

export const headOf = ({ legalRepresentative }: Pick<NonCompanyFacts, 'legalRepresentative'>) =>
  new Set([legalRepresentative.person]);

interface Ground {
  readonly kinds: readonly CircumstanceKind[];
  readonly articles: readonly Article[];
  readonly text: Bilingual;
  /** Whether it still keeps somebody from office, of a thing that happened on a day. */
  readonly bars: (happenedOn: PlainDate, on: PlainDate) => boolean;
}

/**
 * 未逾: so many years are not yet over on the corresponding day, which is their last (民法典 第二百零一条、第二百零二条).
 * What is still to end has not ended.
 */
const forYears =
  (years: number) =>
  (happenedOn: PlainDate, on: PlainDate): boolean =>
    happenedOn > on || on <= addYears(happenedOn, years);

/**
 * 条例 第十二条 in its own words, which 公司法 第一百七十八条 took the place of for companies alone: it knows no term for
 * a suspended sentence, counts from the revocation of a licence, and does not ask for a court's list.
 */
const GROUNDS: Readonly<Record<string, Ground>> = {
  sentence: {
    kinds: ['sentence', 'loss-of-political-rights'],
    articles: [registrationRegulation('第十二条第二项')],
    text: {
      zh: '因贪污、贿赂、侵占财产、挪用财产或者破坏社会主义市场经济秩序被判处刑罚，或者因犯罪被剥夺政治权利，执行期满未逾五年',
      en: 'sentenced for a crime of that kind or deprived of political rights, and five years have not passed since',
    },
    bars: forYears(5),
  },
  bankruptcy: {
    kinds: ['bankruptcy'],
    articles: [registrationRegulation('第十二条第三项')],
    text: {
      zh: '对公司、非公司企业法人的破产负有个人责任，自破产清算完结之日起未逾三年',
      en: 'personally responsible for a bankruptcy, and three years have not passed since its liquidation was closed',
    },
    bars: forYears(3),
  },
  'licence-revoked': {
    kinds: ['licence-revoked'],
    articles: [registrationRegulation('第十二条第四项')],
    text: {
      zh: '对公司、非公司企业法人因违法被吊销营业执照负有个人责任，自被吊销营业执照之日起未逾三年',
      en: 'personally responsible for the revocation of a licence, and three years have not passed since',
    },
    bars: forYears(3),
  },
  'overdue-debt': {
    kinds: ['overdue-debt'],
    articles: [registrationRegulation('第十二条第五项')],
    text: { zh: '个人所负数额较大的债务到期未清偿', en: 'a large personal debt is due and unpaid' },
    bars: (dueOn, on) => dueOn < on,
  },
  'bankruptcy-by-breach': {
    kinds: ['bankruptcy-by-breach-of-duty'],
    articles: [bankruptcyLaw('第一百二十五条第二款'), registrationRegulation('第十二条第六项')],
    text: {
      zh: '违反忠实义务、勤勉义务致使所在企业破产，自破产程序终结之日起未满三年',
      en: 'an enterprise became bankrupt by breach of duty, and three years have not passed since the procedure ended',
    },
    bars: forYears(3),
  },
};

const barredRules: readonly Rule<NonCompanyFacts>[] = Object.entries(GROUNDS).map(
  ([id, { kinds, articles, text, bars }]) =>
    defect({
      id: `officers.${id}`,
      articles,
      zh: `不得担任非公司企业法人的法定代表人：${text.zh}（{since}）`,
      en: `Not to be the legal representative: ${text.en} ({since})`,
      check: ({ facts: { legalRepresentative }, on }) =>
        each(legalRepresentative.circumstances ?? [], ({ kind, on: since }, index) =>
          kinds.includes(kind) && bars(since, on)
            ? { path: `/legalRepresentative/circumstances/${index}`, values: { since } }
            : undefined,
        ),
    }),
);

export const headRules: readonly Rule<NonCompanyFacts>[] = [
  defect({
    id: 'officers.post',
    articles: [
      stateIndustrialEnterpriseLaw('第七条第一款'),
      stateIndustrialEnterpriseLaw('第四十五条第一款'),
      urbanCollectiveRegulation('第三十一条'),
      ruralCollectiveRegulation('第十条'),
    ],
    zh: '全民所有制企业、集体所有制企业的法定代表人是厂长（经理）',
    en: 'The legal representative of a state-owned or collective enterprise is its director or manager',
    check: ({ facts: { ownership, legalRepresentative } }) =>
      when(
        ownership !== 'joint-operation' && legalRepresentative.post === 'other',
        '/legalRepresentative/post',
      ),
  }),
  ...capacityRules<NonCompanyFacts>({
    id: 'officers',
    whom: headOf,
    articles: [registrationRegulation('第十二条第一项')],
    birthDay: {
      zh: '证件号码不能表明出生日期的法定代表人应当填报出生日期：{person}',
      en: 'The birth day of a legal representative whose document does not tell it has to be given: {person}',
    },
    underSixteen: {
      zh: '无民事行为能力人或者限制民事行为能力人不得担任法定代表人：{person} 未满十六周岁',
      en: 'Without full civil capacity nobody is a legal representative: {person} is under 16',
    },
  }),
  defect({
    id: 'officers.qualification-declared',
    articles: [registrationRegulation('第十二条'), implementingRules('第二十七条')],
    zh: '法定代表人应当声明不存在不得担任法定代表人的情形：{person}',
    en: 'The legal representative declares that no ground bars from the office: {person}',
    check: ({ facts: { legalRepresentative } }) =>
      when(!legalRepresentative.qualificationDeclared, '/legalRepresentative/qualificationDeclared', {
        person: legalRepresentative.person,
      }),
  }),
  ...barredRules,
  /* From a probation that ended, and from an order to close without a revocation, the article counts no term. */
  review({
    id: 'officers.open-ground',
    articles: [registrationRegulation('第十二条第二项'), registrationRegulation('第十二条第四项')],
    admits: ['register', 'return', 'refuse'],
    zh: '拟任法定代表人声明曾被宣告缓刑，或者曾任被责令关闭而未被吊销营业执照的企业的法定代表人（{since}）：条例未规定期间的起算，应当核实',
    en: 'The legal representative declares a suspended sentence, or an enterprise ordered to close whose licence was not revoked ({since}): the regulation counts no term from it, judge whether it bars',
    check: ({ facts: { legalRepresentative } }) =>
      each(legalRepresentative.circumstances ?? [], ({ kind, on: since }, index) =>
        kind === 'suspended-sentence' || kind === 'ordered-to-close'
          ? { path: `/legalRepresentative/circumstances/${index}`, values: { since } }
          : undefined,
      ),
  }),
];
