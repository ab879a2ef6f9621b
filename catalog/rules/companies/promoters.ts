import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { identityOf } from '../../items/filed-investor.ts';
import { companyLaw, implementingRules } from '../../laws.ts';
import { inYuan } from '../../money.ts';
import type { Holder } from '../beneficial-owners.ts';
import { investorRules } from '../investors.ts';
import type { WithPersons } from '../persons.ts';
import { defect, each, when } from '../rule.ts';
import type { JointStockCapital } from './shares.ts';

type Facts = Pick<JointStockCapital, 'promoters'>;

const FEWEST = 1;
const MOST = 200;

const counts: readonly Rule<Facts>[] = [
  defect({
    id: 'promoters.count',
    articles: [companyLaw('第九十二条')],
    zh: '设立股份有限公司，应当有一人以上二百人以下为发起人，申请中有 {count} 人',
    en: 'A company limited by shares has one to two hundred promoters; the filing names {count}',
    check: ({ facts: { promoters } }) => {
      const count = new Set(promoters.map(identityOf)).size;
      return when(count < FEWEST || count > MOST, '/promoters', { count });
    },
  }),
  /* 以上 takes in the half itself (民法典 第一千二百五十九条). */
  defect({
    id: 'promoters.domicile',
    articles: [companyLaw('第九十二条')],
    zh: '应当有半数以上的发起人在中华人民共和国境内有住所：{count} 人中有 {domestic} 人',
    en: 'At least half of the promoters have their domicile in China: {domestic} of {count} do',
    check: ({ facts: { promoters } }) => {
      const count = new Set(promoters.map(identityOf)).size;
      const domestic = new Set(promoters.filter(({ domicileInChina }) => domicileInChina).map(identityOf))
        .size;
      return when(domestic * 2 < count, '/promoters', { count, domestic });
    },
  }),
];

/* The company is established on the day it is registered, so that day is not too late to pay on. */
const payment: readonly Rule<Facts>[] = [
  defect({
    id: 'promoters.shares-positive',
    articles: [companyLaw('第九十五条第六项'), companyLaw('第九十七条')],
    zh: '发起人应当认购股份',
    en: 'A promoter subscribes shares',
    check: ({ facts: { promoters } }) =>
      each(promoters, ({ shares }, index) =>
        shares === 0 ? { path: `/promoters/${index}/shares` } : undefined,
      ),
  }),
  defect({
    id: 'promoters.paid-in-full',
    articles: [companyLaw('第九十八条第一款')],
    zh: '发起人应当在公司成立前按照其认购的股份全额缴纳股款：应缴 {subscribed} 元，已缴 {paid} 元',
    en: 'Promoters pay in full for the shares they subscribe before the company is established: {subscribed} yuan are due, {paid} are paid',
    check: ({ facts: { promoters } }) =>
      each(promoters, ({ subscribedFen, paidFen }, index) =>
        paidFen < subscribedFen
          ? {
              path: `/promoters/${index}/paidFen`,
              values: { subscribedFen, paidFen, subscribed: inYuan(subscribedFen), paid: inYuan(paidFen) },
            }
          : undefined,
      ),
  }),
  defect({
    id: 'promoters.paid-later',
    articles: [companyLaw('第九十八条第一款')],
    zh: '发起人应当在公司成立前缴纳股款：缴纳日期 {paidOn} 尚未到',
    en: 'Promoters pay before the company is established: {paidOn} is still to come',
    check: ({ facts: { promoters }, on }) =>
      each(promoters, ({ paidOn }, index) =>
        paidOn > on ? { path: `/promoters/${index}/paidOn`, values: { paidOn } } : undefined,
      ),
  }),
];

export const promoterRules: readonly Rule<Facts & WithPersons>[] = [
  ...counts,
  ...investorRules<Facts & WithPersons>({
    investors: { at: '/promoters', of: ({ promoters }) => promoters },
    id: 'promoters',
    word: { zh: '发起人', en: 'promoter' },
    enterpriseEn: 'company',
    articles: [companyLaw('第三十二条第一款第六项'), implementingRules('第六条第一项')],
  }),
  ...payment,
];

/** What each natural person holds of all shares issued. */
export function holdersIn({
  promoters,
  shares: { issued },
}: Pick<JointStockCapital, 'promoters' | 'shares'>): readonly Holder[] {
  if (issued === 0) return [];
  return promoters.flatMap((promoter, index) =>
    promoter.kind === 'person'
      ? [{ path: `/promoters/${index}`, person: promoter.person, share: promoter.shares / issued }]
      : [],
  );
}
