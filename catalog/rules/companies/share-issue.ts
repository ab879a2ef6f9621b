import type { Rule } from '../../../lib/domain/standard/standard.ts';
import type { PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw } from '../../laws.ts';
import { inYuan } from '../../money.ts';
import { lastDayWithin } from '../last-day.ts';
import { defect, each, NONE, note, review, when } from '../rule.ts';
import type { JointStockCapital } from './shares.ts';

type Facts = JointStockCapital;

const LEAST_PERCENT = 35;
const DAYS_TO_MEET = 30;
export const DAYS_TO_APPLY = 30;

const subscribedShares = ({ promoters }: Facts): number =>
  promoters.reduce((sum, { shares }) => sum + shares, 0);

/** Only where shares are offered to others than the promoters. */
const offerOf = ({ establishment }: Facts) => (establishment.by === 'promotion' ? undefined : establishment);

/** The day on which all shares to be issued at establishment were paid up, promoters' and others'. */
const paidUpOn = (facts: Facts, last: PlainDate): PlainDate =>
  facts.promoters.reduce((latest, { paidOn }) => (paidOn > latest ? paidOn : latest), last);

const subscriptionRules: readonly Rule<Facts>[] = [
  defect({
    id: 'establishment.all-subscribed',
    articles: [companyLaw('第九十一条第二款'), companyLaw('第九十七条第一款')],
    zh: '以发起设立方式设立的，发起人应当认足公司设立时应发行的股份（{issued} 股），已认购 {subscribed} 股',
    en: 'By promotion the promoters subscribe all shares issued at establishment ({issued}); they subscribe {subscribed}',
    check: ({ facts }) => {
      const { issued } = facts.shares;
      const subscribed = subscribedShares(facts);
      const wrong = facts.establishment.by === 'promotion' && subscribed !== issued;
      return when(wrong, '/promoters', { issued, subscribed });
    },
  }),
  defect({
    id: 'establishment.promoters-part',
    articles: [companyLaw('第九十七条第二款')],
    zh: '以募集设立方式设立的，发起人认购的股份（{subscribed} 股）不得少于公司设立时应发行股份总数（{issued} 股）的百分之三十五',
    en: 'By an offer the promoters subscribe at least 35 per cent of the {issued} shares issued at establishment; they subscribe {subscribed}',
    check: ({ facts }) => {
      const { issued } = facts.shares;
      const subscribed = subscribedShares(facts);
      const few = offerOf(facts) !== undefined && subscribed * 100 < issued * LEAST_PERCENT;
      return when(few, '/promoters', { issued, subscribed });
    },
  }),
  defect({
    id: 'establishment.nothing-offered',
    articles: [companyLaw('第九十一条第三款')],
    zh: '募集设立是发起人认购一部分股份、其余股份向他人募集：发起人已认购 {subscribed} 股，应发行 {issued} 股，认股人 {subscribers} 人',
    en: 'By an offer others subscribe what the promoters do not: these subscribe {subscribed} of {issued} shares, and {subscribers} others do',
    check: ({ facts }) => {
      const offered = offerOf(facts);
      if (offered === undefined) return NONE;
      const { issued } = facts.shares;
      const subscribed = subscribedShares(facts);
      const { subscribers } = offered;
      return when(subscribed >= issued || subscribers === 0, '/establishment', {
        issued,
        subscribed,
        subscribers,
      });
    },
  }),
  /* Nobody can mend it any more, and law does not say what becomes of such an establishment: an officer judges. */
  review({
    id: 'establishment.offered-before-paid',
    articles: [companyLaw('第九十六条第一款')],
    admits: ['register', 'return', 'refuse'],
    zh: '在发起人认购的股份缴足前，不得向他人募集股份：{offeredFrom} 开始募集，该发起人 {paidOn} 缴足',
    en: 'Shares are not offered before those of the promoters are paid up: the offer began on {offeredFrom}, this promoter paid on {paidOn}',
    check: ({ facts }) => {
      const offered = offerOf(facts);
      if (offered === undefined) return NONE;
      const { offeredFrom } = offered;
      return each(facts.promoters, ({ paidOn }, index) =>
        paidOn > offeredFrom
          ? { path: `/promoters/${index}/paidOn`, values: { offeredFrom, paidOn } }
          : undefined,
      );
    },
  }),
  defect({
    id: 'establishment.offer-paid',
    articles: [companyLaw('第一百零三条第一款'), companyLaw('第一百零五条第一款')],
    zh: '公司设立时应发行的股份应当募足、缴足股款：应缴 {due} 元，已缴 {paid} 元，截至 {paidOn}',
    en: 'The shares offered have to be subscribed and paid up: {due} yuan are due, {paid} are paid by {paidOn}',
    check: ({ facts, on }) => {
      const offered = offerOf(facts);
      if (offered === undefined) return NONE;
      const { offeredFen: dueFen, paidFen, paidOn } = offered;
      const values = { dueFen, paidFen, due: inYuan(dueFen), paid: inYuan(paidFen), paidOn };
      return [
        ...when(paidFen < dueFen, '/establishment/paidFen', values),
        ...when(paidOn > on, '/establishment/paidOn', values),
      ];
    },
  }),
];

/* When and how a meeting is held where nobody but promoters subscribe, articles or their agreement say (第二款). */
const meetingRules: readonly Rule<Facts>[] = [
  defect({
    id: 'establishment.meeting-missing',
    articles: [companyLaw('第一百零三条第一款'), companyLaw('第一百零四条第一款')],
    zh: '募集设立的，应当召开公司成立大会',
    en: 'By an offer an inaugural meeting has to be held',
    check: ({ facts }) => {
      const offered = offerOf(facts);
      return when(offered !== undefined && offered.meetingOn === undefined, '/establishment/meetingOn');
    },
  }),
  defect({
    id: 'establishment.meeting-later',
    articles: [companyLaw('第一百零六条')],
    zh: '应当于公司成立大会结束后申请设立登记：成立大会 {meetingOn} 尚未召开',
    en: 'Registration is applied for after the inaugural meeting: {meetingOn} is still to come',
    check: ({ facts: { establishment }, on }) => {
      const { meetingOn } = establishment;
      return meetingOn !== undefined && meetingOn > on
        ? [{ path: '/establishment/meetingOn', values: { meetingOn } }]
        : NONE;
    },
  }),
  defect({
    id: 'establishment.meeting-before-paid',
    articles: [companyLaw('第一百零三条第一款')],
    zh: '成立大会（{meetingOn}）应当自公司设立时应发行股份的股款缴足之日（{paidUp}）起召开',
    en: 'The inaugural meeting ({meetingOn}) is held once all shares issued at establishment are paid up ({paidUp})',
    check: ({ facts }) => {
      const offered = offerOf(facts);
      if (offered?.meetingOn === undefined) return NONE;
      const { meetingOn } = offered;
      const paidUp = paidUpOn(facts, offered.paidOn);
      return when(meetingOn < paidUp, '/establishment/meetingOn', { meetingOn, paidUp });
    },
  }),
  /* Subscribers may then have their money back (第一百零五条第一款), so whether the shares still are paid is judged. */
  review({
    id: 'establishment.meeting-late',
    articles: [companyLaw('第一百零三条第一款'), companyLaw('第一百零五条第一款')],
    admits: ['register', 'return'],
    zh: '成立大会应当自股款缴足之日起三十日内（至 {until}）召开，实际于 {meetingOn} 召开：应当核实认股人是否已要求返还股款',
    en: 'The inaugural meeting is held within thirty days of the paying up, by {until}; it was held on {meetingOn}: judge whether subscribers have asked for their money back',
    check: ({ facts, on }) => {
      const offered = offerOf(facts);
      const { meetingOn } = offered ?? {};
      if (offered === undefined || meetingOn === undefined) return NONE;
      const paidUp = paidUpOn(facts, offered.paidOn);
      if (meetingOn > on || meetingOn < paidUp) return NONE;
      const until = lastDayWithin(paidUp, DAYS_TO_MEET);
      return when(meetingOn > until, '/establishment/meetingOn', { until, meetingOn });
    },
  }),
  note({
    id: 'establishment.filed-late',
    articles: [companyLaw('第一百零六条')],
    zh: '董事会应当授权代表于公司成立大会结束后三十日内（至 {until}）申请设立登记',
    en: 'The board has registration applied for within thirty days of the inaugural meeting, by {until}',
    check: ({ facts: { establishment }, on }) => {
      const { meetingOn } = establishment;
      if (meetingOn === undefined || on <= meetingOn) return NONE;
      const until = lastDayWithin(meetingOn, DAYS_TO_APPLY);
      return when(on > until, '/establishment/meetingOn', { until });
    },
  }),
];

export const establishmentRules: readonly Rule<Facts>[] = [...subscriptionRules, ...meetingRules];
