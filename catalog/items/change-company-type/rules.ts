import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addYears } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { inYuan } from '../../money.ts';
import { intoJointStock, intoLimited, overpaid } from '../../rules/companies/becoming.ts';
import { limitedSumRules } from '../../rules/companies/limited-capital.ts';
import { latestPayBy, YEARS_TO_PAY } from '../../rules/companies/pay-by.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { through } from '../../rules/lens.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import type { BecomingFacts } from '../filed-becoming-company.ts';
import { subjectIn } from '../filed-member.ts';
import type { TypeChangeFacts } from './facts.ts';

type Facts = TypeChangeFacts;

export const typeArticles = [companyLaw('第十二条第一款'), implementingRules('第三十七条第一款')];

export const typeRules: readonly Rule<Facts>[] = [
  defect({
    id: 'type.same',
    articles: typeArticles,
    zh: '公司已经是该类型：{typeName}',
    en: 'The company is of this type already: {typeName}',
    check: onEnterprise(({ type, typeName }, { facts }) =>
      when(facts.into.type === type, '/into/type', { typeName }),
    ),
  }),
  /* A reduction has its creditors told and waits for them; another type is no way around that. */
  defect({
    id: 'type.capital-falls',
    articles: [companyLaw('第二百二十四条'), implementingRules('第三十六条第三款')],
    zh: '变更后的注册资本（{capital} 元）低于已登记的注册资本（{before} 元）：减少注册资本应当先行公告并办理变更登记',
    en: 'The capital of the type to be ({capital} yuan) is less than is registered ({before} yuan): a reduction is announced and registered before',
    check: onEnterprise(({ capitalFen: beforeFen = 0 }, { facts }) => {
      const { registeredCapitalFen: capitalFen } = facts.into;
      return when(capitalFen < beforeFen, '/into/registeredCapitalFen', {
        capitalFen,
        beforeFen,
        capital: inYuan(capitalFen),
        before: inYuan(beforeFen),
      });
    }),
  }),
  /* The other way its shareholders are those registered, and a change of type passes nothing to anybody. */
  review({
    id: 'type.members-differ',
    articles: [companyLaw('第十二条'), companyLaw('第八十六条第一款'), companyLaw('第三十四条第一款')],
    admits: ['register', 'return'],
    zh: '发起人与登记的股东不一致（未列为发起人的股东 {left} 个，新的发起人 {joined} 个）：变更类型不改变股东，应当核实股权变动的依据',
    en: 'Promoters are not the shareholders registered ({left} of these are left out, {joined} are new): a change of type passes no shares, so check by what they passed',
    check: onEnterprise(({ members, type }, { facts }) => {
      const into = intoJointStock.of(facts);
      if (into === undefined || type !== 'limited-company') return NONE;
      const registered = new Set(members.map(({ subject }) => subject));
      const promoters = new Set(into.promoters.map(subjectIn(facts)));
      const left = [...registered].filter((subject) => !promoters.has(subject)).length;
      const joined = [...promoters].filter((subject) => !registered.has(subject)).length;
      return when(left + joined > 0, '/into/promoters', { left, joined });
    }),
  }),
  /*
   * Of a company by shares the register tells the promoters and what they took (条例 第八条第二款第一项, 公司法 第四十条); its
   * shares pass without being registered, and who holds them is told by its register of shareholders. Who was a promoter
   * and holds no less is told by both; for anybody else an officer looks at that register, which is filed with this.
   */
  review({
    id: 'type.shareholders-differ',
    articles: [
      companyLaw('第一百零二条第一款'),
      companyLaw('第一百五十九条第一款'),
      implementingRules('第三十七条第一款'),
      registrationRegulation('第十九条第一款'),
    ],
    admits: ['register', 'return'],
    zh: '股东与登记的发起人及其认购的股份不一致（未列为股东的发起人 {left} 个，新的股东 {joined} 个，股份减少的 {less} 个）：应当与股东名册核对',
    en: 'Shareholders are not the promoters registered, with what they took ({left} of these are left out, {joined} are new, {less} hold less): compare them with the register of shareholders',
    check: onEnterprise(({ members, type, capitalFen = 0 }, { facts }) => {
      const into = intoLimited.of(facts);
      const falls = (into?.registeredCapitalFen ?? 0) < capitalFen;
      if (into === undefined || type !== 'joint-stock-company' || falls) return NONE;
      const registered = new Map(members.map(({ subject, subscribedFen = 0 }) => [subject, subscribedFen]));
      const subject = subjectIn(facts);
      const filed = new Map(into.shareholders.map((one) => [subject(one), one.subscribedFen]));
      const left = [...registered.keys()].filter((one) => !filed.has(one)).length;
      const joined = [...filed.keys()].filter((one) => !registered.has(one)).length;
      const less = [...filed].filter(([one, fen]) => fen < (registered.get(one) ?? 0)).length;
      return when(left + joined + less > 0, '/into/shareholders', { left, joined, less });
    }),
  }),
];

const majority = [companyLaw('第六十六条第三款'), companyLaw('第一百一十六条第三款')];

/* 以上 takes in the two thirds themselves (民法典 第一千二百五十九条). A sole shareholder decides alone (公司法 第六十条). */
export const resolutionRules: readonly Rule<Facts>[] = [
  defect({
    id: 'resolution.votes',
    articles: majority,
    zh: '赞成的表决权数（{inFavour}）不得多于表决权总数（{entitled}），总数应当大于零',
    en: 'There are votes, and no more in favour ({inFavour}) than there are ({entitled})',
    check: ({ facts: { votes } }) =>
      when(votes.entitled === 0 || votes.inFavour > votes.entitled, '/votes', { ...votes }),
  }),
  defect({
    id: 'resolution.two-thirds',
    articles: majority,
    zh: '变更公司形式的决议，应当经代表三分之二以上表决权的股东（股份有限公司为出席会议的股东所持表决权的三分之二以上）通过：{entitled} 票中赞成 {inFavour} 票',
    en: 'A change of form is resolved by two thirds of all votes, in a company by shares of those present: {inFavour} of {entitled} are in favour',
    check: ({ facts: { votes } }) =>
      when(votes.inFavour * 3 < votes.entitled * 2, '/votes/inFavour', { ...votes }),
  }),
];

/*
 * The company stands since it was established, and the five years with it; what is subscribed of an increase has its own,
 * which run from this registration (第二百二十八条第一款), for which the day of filing stands.
 */
export const limitedCapital: readonly Rule<BecomingFacts>[] = [
  ...through(intoLimited, limitedSumRules),
  defect({
    id: 'capital.pay-by',
    articles: [companyLaw('第四十七条第一款'), companyLaw('第二百二十八条第一款')],
    zh: '股东尚未缴付的出资应当自公司成立之日（新增资本自变更登记之日）起五年内缴足：缴付期限 {payBy} 晚于 {latest}',
    en: 'What is still to be paid is paid within five years of establishment, of an increase within five years of its registration: {payBy} is later than {latest}',
    check: onEnterprise(({ establishedOn, capitalFen = 0 }, { facts, on }) => {
      const into = intoLimited.of(facts);
      if (into === undefined) return NONE;
      const since = latestPayBy({ type: 'limited-company', establishedOn });
      const increased = addYears(on, YEARS_TO_PAY);
      const latest = into.registeredCapitalFen > capitalFen && increased > since ? increased : since;
      return each(into.shareholders, ({ payBy, paidFen, subscribedFen }, index) =>
        paidFen < subscribedFen && payBy > latest
          ? { path: `/into/shareholders/${index}/payBy`, values: { payBy, latest } }
          : undefined,
      );
    }),
  }),
  overpaid,
];
