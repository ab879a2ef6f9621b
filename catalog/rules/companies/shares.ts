import type { Rule, Violation } from '../../../lib/domain/standard/standard.ts';
import type { Promoter, ShareIssue, Shares } from '../../items/filed-shares.ts';
import { companyLaw } from '../../laws.ts';
import { inYuan } from '../../money.ts';
import { defect, each, NONE, review, when } from '../rule.ts';

/** Its capital, and who takes up the shares it issues. */
export interface JointStockCapital {
  readonly registeredCapitalFen: number;
  readonly establishment: ShareIssue;
  readonly shares: Shares;
  readonly promoters: readonly Promoter[];
}

type Facts = JointStockCapital;

const subscribedShares = ({ promoters }: Facts): number =>
  promoters.reduce((sum, { shares }) => sum + shares, 0);

/** What is due for all shares: the promoters' and those offered to others. */
const proceeds = ({ promoters, establishment }: Facts): number =>
  promoters.reduce((sum, { subscribedFen }) => sum + subscribedFen, 0) +
  (establishment.by === 'promotion' ? 0 : establishment.offeredFen);

const atCapital = (registeredCapitalFen: number, otherFen: number): Violation => ({
  path: '/registeredCapitalFen',
  values: {
    capitalFen: registeredCapitalFen,
    otherFen,
    capital: inYuan(registeredCapitalFen),
    other: inYuan(otherFen),
  },
});

const capitalRules: readonly Rule<Facts>[] = [
  defect({
    id: 'capital.positive',
    articles: [companyLaw('第九十六条第一款')],
    zh: '注册资本应当大于零',
    en: 'The registered capital must be more than nothing',
    check: ({ facts }) => when(facts.registeredCapitalFen === 0, '/registeredCapitalFen'),
  }),
  defect({
    id: 'capital.par-value',
    articles: [companyLaw('第九十六条第一款'), companyLaw('第一百四十二条第一款')],
    zh: '注册资本（{capital} 元）应当等于已发行的面额股的股本总额（{other} 元）',
    en: 'The registered capital ({capital} yuan) must equal the par value of all shares issued ({other} yuan)',
    check: ({ facts: { shares, registeredCapitalFen } }) => {
      if (shares.kind !== 'par-value') return NONE;
      const parOfAll = shares.issued * shares.parFen;
      return parOfAll === registeredCapitalFen ? NONE : [atCapital(registeredCapitalFen, parOfAll)];
    },
  }),
  defect({
    id: 'capital.no-par-value-half',
    articles: [companyLaw('第一百四十二条第三款')],
    zh: '采用无面额股的，应当将发行股份所得股款（{other} 元）的二分之一以上计入注册资本（{capital} 元）',
    en: 'Without par value at least half of what is paid for the shares ({other} yuan) is registered capital ({capital} yuan)',
    check: ({ facts }) => {
      const { shares, registeredCapitalFen } = facts;
      const whole = proceeds(facts);
      const less = shares.kind === 'no-par-value' && registeredCapitalFen * 2 < whole;
      return less ? [atCapital(registeredCapitalFen, whole)] : NONE;
    },
  }),
  defect({
    id: 'capital.more-than-proceeds',
    articles: [companyLaw('第九十六条第一款'), companyLaw('第一百四十二条第三款')],
    zh: '注册资本（{capital} 元）不得高于发行股份所得股款（{other} 元）',
    en: 'The registered capital ({capital} yuan) is no more than what is paid for the shares ({other} yuan)',
    check: ({ facts }) => {
      const { shares, registeredCapitalFen } = facts;
      const whole = proceeds(facts);
      const more = shares.kind === 'no-par-value' && registeredCapitalFen > whole;
      return more ? [atCapital(registeredCapitalFen, whole)] : NONE;
    },
  }),
];

const priceRules: readonly Rule<Facts>[] = [
  defect({
    id: 'shares.below-par',
    articles: [companyLaw('第一百四十八条')],
    zh: '面额股的发行价格不得低于票面金额：{shares} 股的股款 {due} 元',
    en: 'Shares are not issued below par: {due} yuan are due for {shares} shares',
    check: ({ facts }) => {
      const { shares, promoters, establishment } = facts;
      if (shares.kind !== 'par-value') return NONE;
      const { parFen, issued } = shares;
      const below = (count: number, dueFen: number, path: string) =>
        when(dueFen < count * parFen, path, { shares: count, dueFen, due: inYuan(dueFen) });
      const rest = issued - subscribedShares(facts);
      return [
        ...promoters.flatMap(({ shares: count, subscribedFen }, index) =>
          below(count, subscribedFen, `/promoters/${index}/subscribedFen`),
        ),
        ...(establishment.by === 'promotion' || rest <= 0
          ? []
          : below(rest, establishment.offeredFen, '/establishment/offeredFen')),
      ];
    },
  }),
  /*
   * Of shares that are all of one kind, apart from what rounding to a whole fen leaves of a price. Where there are
   * classes, who has which is in the articles, and an officer reads them.
   */
  defect({
    id: 'shares.one-price',
    articles: [companyLaw('第一百四十三条第二款')],
    zh: '同次发行的同类别股份，每股应当支付相同价额：{shares} 股的股款 {due} 元与首位发起人的每股价额不同',
    en: 'For shares of one class in one issue the price of each is the same: {due} yuan for {shares} shares is not the price of the first promoter',
    check: ({ facts: { shares, promoters } }) => {
      const [first] = promoters;
      if (first === undefined || (shares.classes?.length ?? 0) > 0) return NONE;
      return each(promoters, ({ shares: count, subscribedFen: dueFen }, index) => {
        const apart = BigInt(dueFen) * BigInt(first.shares) - BigInt(first.subscribedFen) * BigInt(count);
        const rounding = BigInt(count + first.shares);
        return count > 0 && first.shares > 0 && (apart >= rounding || -apart >= rounding)
          ? {
              path: `/promoters/${index}/subscribedFen`,
              values: { shares: count, dueFen, due: inYuan(dueFen) },
            }
          : undefined;
      });
    },
  }),
];

const classRules: readonly Rule<Facts>[] = [
  defect({
    id: 'shares.class-count',
    articles: [companyLaw('第九十五条第四项'), companyLaw('第九十五条第五项')],
    zh: '每一类别股的股份数应当大于零，合计不得多于已发行的股份数（{issued} 股）',
    en: 'Each class has shares, all together no more than are issued ({issued})',
    check: ({ facts: { shares } }) => {
      const { classes = [], issued } = shares;
      const total = classes.reduce((sum, { shares: count }) => sum + count, 0);
      return when(total > issued || classes.some((one) => one.shares === 0), '/shares', { issued });
    },
  }),
  /* What was issued before the offer may stay; a company to be established has issued nothing before [inference]. */
  defect({
    id: 'shares.class-in-public-offer',
    articles: [companyLaw('第一百四十四条第二款')],
    zh: '公开发行股份的公司不得发行表决权数不同的类别股和转让受限的类别股',
    en: 'A company that offers shares to the public issues no class with other voting rights or restricted transfer',
    check: ({ facts: { shares, establishment } }) =>
      establishment.by === 'public-offer'
        ? each(shares.classes ?? [], ({ rights }, index) =>
            rights === 'voting' || rights === 'restricted-transfer'
              ? { path: `/shares/classes/${index}/rights` }
              : undefined,
          )
        : NONE,
  }),
  review({
    id: 'shares.classes',
    articles: [
      companyLaw('第九十五条第五项'),
      companyLaw('第一百四十四条第一款'),
      companyLaw('第一百四十五条'),
    ],
    admits: ['register', 'return'],
    zh: '公司发行类别股：应当核对章程是否载明每一类别股的股份数及其权利和义务、分配顺序、表决权数、转让限制和保护中小股东权益的措施',
    en: 'The company issues classes of shares: check that its articles state the number, rights and duties of each, the order of distribution, votes, limits on transfer, and how small shareholders are protected',
    check: ({ facts: { shares } }) => when((shares.classes?.length ?? 0) > 0, '/shares/classes'),
  }),
];

export const shareRules: readonly Rule<Facts>[] = [...capitalRules, ...priceRules, ...classRules];
