import { findNotice } from '../../../lib/domain/registration/notice.ts';
import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import type { PlainDate } from '../../../lib/domain/time/plain-date.ts';
import {
  bankruptcyLaw,
  civilCode,
  companyLaw,
  cooperativeLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
  soleProprietorshipLaw,
} from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { isLate, lastDayWithin } from '../../rules/last-day.ts';
import { type Lens, through } from '../../rules/lens.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import { daysToApply, liquidationsFor, publishesGroup } from './causes.ts';
import type { CancellationFacts } from './facts.ts';
import { isPublishedFirst } from './merger.ts';

type Own = Extract<CancellationFacts['liquidation'], { readonly kind: 'own' }>;

const own: Lens<CancellationFacts, Own> = {
  at: '/liquidation',
  of: ({ liquidation }) => (liquidation.kind === 'own' ? liquidation : undefined),
};

/** The day the creditors were told by notice: in the publicity system by the register, in a newspaper as filed. */
function announcedOn({ announced }: Own, { notices }: EnterpriseEvidence): PlainDate | undefined {
  if (announced === undefined) return undefined;
  return announced.in === 'newspaper' ? announced.on : findNotice(notices, 'creditors')?.publishedOn;
}

/** 公司法 第二百三十五条 and its like; what a legal person’s own law leaves open goes by it (民法典 第七十一条). */
const creditorArticles = [
  companyLaw('第二百三十五条第一款'),
  partnershipLaw('第八十八条第一款'),
  cooperativeLaw('第五十条第一款'),
  soleProprietorshipLaw('第二十七条第二款'),
  civilCode('第七十一条'),
];

const groupArticles = [registrationRegulation('第三十二条第一款'), implementingRules('第四十五条')];

const isSole = ({ type }: EnterpriseEvidence): boolean => type === 'sole-proprietorship';

/**
 * A co-operative need not announce where all were told, a sole proprietor only where somebody could not be; who says
 * that all were told may have none to tell.
 */
function isTold(told: Own, enterprise: EnterpriseEvidence): boolean {
  if (told.announced !== undefined) return true;
  if (isSole(enterprise)) return told.notifiedOn !== undefined || told.allNotified === true;
  return enterprise.type === 'cooperative' && told.notifiedOn !== undefined && told.allNotified === true;
}

/** The last day on which a creditor may still claim, of the ways they were told; days to come are told elsewhere. */
function claimsUntil(told: Own, enterprise: EnterpriseEvidence, on: PlainDate): PlainDate | undefined {
  const byNotice = announcedOn(told, enterprise);
  const periods = [
    [told.notifiedOn, 30],
    [byNotice, isSole(enterprise) ? 60 : 45],
  ] as const;
  return periods
    .flatMap(([from, days]) => (from === undefined || from > on ? [] : [lastDayWithin(from, days)]))
    .toSorted()
    .at(-1);
}

const ownRules = through(own, [
  defect<Own>({
    id: 'liquidation.order',
    articles: [companyLaw('第二百三十二条第一款'), civilCode('第七十条')],
    zh: '清算结束日（{endedOn}）不得早于清算开始（清算组成立）日（{formedOn}）',
    en: 'The liquidation ended on {endedOn}, before it began ({formedOn})',
    check: ({ facts: { endedOn, formedOn } }) => when(endedOn < formedOn, '/endedOn', { endedOn, formedOn }),
  }),
  defect<Own>({
    id: 'liquidation.group-unpublished',
    articles: groupArticles,
    zh: '清算组成员和负责人名单未通过国家企业信用信息公示系统公告',
    en: 'The members and head of the liquidation group were not published',
    check: onEnterprise(({ type, notices }) =>
      when(publishesGroup(type) && findNotice(notices, 'liquidation-group') === undefined, ''),
    ),
  }),
  note<Own>({
    id: 'liquidation.group-published-late',
    articles: groupArticles,
    zh: '清算组应当自成立之日（{formedOn}）起10日内公告，实际于 {publishedOn} 公告',
    en: 'The group, formed on {formedOn}, had 10 days to publish its members and did so on {publishedOn}',
    check: onEnterprise(({ type, notices }, { facts: { formedOn } }) => {
      const published = findNotice(notices, 'liquidation-group')?.publishedOn;
      return publishesGroup(type) && published !== undefined && isLate(formedOn, 10, published)
        ? [{ path: '/formedOn', values: { formedOn, publishedOn: published } }]
        : NONE;
    }),
  }),
  defect<Own>({
    id: 'liquidation.creditors-untold',
    articles: creditorArticles,
    zh: '未依法通知、公告债权人',
    en: 'The creditors were not told as law asks',
    check: onEnterprise((enterprise, { facts }) => when(!isTold(facts, enterprise), '')),
  }),
  defect<Own>({
    id: 'liquidation.creditors-unpublished',
    articles: [registrationRegulation('第三十二条第一款'), companyLaw('第二百三十五条第一款')],
    zh: '国家企业信用信息公示系统中没有债权人公告',
    en: 'There is no notice to creditors in the publicity system',
    check: onEnterprise(({ notices }, { facts: { announced } }) =>
      when(announced?.in === 'system' && findNotice(notices, 'creditors') === undefined, '/announced'),
    ),
  }),
  note<Own>({
    id: 'liquidation.creditors-notified-late',
    articles: creditorArticles,
    zh: '应当自清算组成立之日（{formedOn}）起十日内（个人独资企业在清算前）通知债权人，实际于 {notifiedOn} 通知',
    en: 'Creditors had to be notified within ten days of {formedOn} (by a sole proprietor before that), and were on {notifiedOn}',
    check: onEnterprise((enterprise, { facts: { formedOn, notifiedOn } }) => {
      if (notifiedOn === undefined) return NONE;
      const late = isSole(enterprise) ? notifiedOn > formedOn : isLate(formedOn, 10, notifiedOn);
      return when(late, '/notifiedOn', { formedOn, notifiedOn });
    }),
  }),
  note<Own>({
    id: 'liquidation.creditors-announced-late',
    articles: creditorArticles.slice(0, 3),
    zh: '应当自清算组成立之日（{formedOn}）起六十日内公告，实际于 {announcedOn} 公告',
    en: 'Creditors had to be told by notice within sixty days of {formedOn}, and were on {announcedOn}',
    check: onEnterprise((enterprise, { facts, on }) => {
      const day = announcedOn(facts, enterprise);
      const { formedOn } = facts;
      return day !== undefined && day <= on && !isSole(enterprise) && isLate(formedOn, 60, day)
        ? [{ path: '/announced', values: { formedOn, announcedOn: day } }]
        : NONE;
    }),
  }),
  defect<Own>({
    id: 'liquidation.claims-open',
    articles: [
      companyLaw('第二百三十五条第一款'),
      companyLaw('第二百三十五条第三款'),
      ...creditorArticles.slice(1),
      cooperativeLaw('第五十条第三款'),
    ],
    zh: '债权申报期至 {claimsUntil} 届满，清算不得在此之前结束',
    en: 'Creditors could claim until {claimsUntil}: the liquidation cannot have ended before',
    check: onEnterprise((enterprise, { facts, on }) => {
      const last = claimsUntil(facts, enterprise, on);
      return last !== undefined && facts.endedOn <= last
        ? [{ path: '/endedOn', values: { claimsUntil: last } }]
        : NONE;
    }),
  }),
]);

/** The day from which the time to apply counts, and where it stands. */
function endOf({ liquidation }: CancellationFacts): readonly [path: string, day: PlainDate] {
  return liquidation.kind === 'none'
    ? ['/liquidation/decidedOn', liquidation.decidedOn]
    : ['/liquidation/endedOn', liquidation.endedOn];
}

/** Every other day of an own liquidation that is told. */
function daysTold({ liquidation }: CancellationFacts): readonly (readonly [string, PlainDate | undefined])[] {
  if (liquidation.kind !== 'own') return [];
  const { formedOn, notifiedOn, announced } = liquidation;
  return [
    ['/liquidation/formedOn', formedOn],
    ['/liquidation/notifiedOn', notifiedOn],
    ['/liquidation/announced/on', announced?.in === 'newspaper' ? announced.on : undefined],
  ];
}

export const liquidationRules: readonly Rule<CancellationFacts>[] = [
  defect({
    id: 'liquidation.kind',
    articles: [
      implementingRules('第四十四条'),
      companyLaw('第二百三十二条第一款'),
      companyLaw('第二百四十二条'),
      partnershipLaw('第八十六条第一款'),
      soleProprietorshipLaw('第二十七条第一款'),
      cooperativeLaw('第四十八条第二款'),
      civilCode('第七十条'),
    ],
    zh: '该类型的经营主体因该原因终止的，清算方式应当为：{kinds}',
    en: 'By its type and cause it is to be liquidated as: {kinds}',
    check: onEnterprise(({ type }, { facts: { cause, liquidation } }) => {
      const kinds = liquidationsFor(type, cause);
      return when(!kinds.includes(liquidation.kind), '/liquidation/kind', { kinds });
    }),
  }),
  ...ownRules,
  defect({
    id: 'liquidation.to-come',
    articles: [implementingRules('第四十四条')],
    zh: '所述日期（{day}）尚未到来，清算结束或者决定作出后方可申请',
    en: 'What is told of {day} has not come about: it is filed once the liquidation ended or the decision was made',
    check: ({ facts, on }) =>
      [endOf(facts), ...daysTold(facts)].flatMap(([path, day]) =>
        day === undefined || day <= on ? [] : [{ path, values: { day } }],
      ),
  }),
  note({
    id: 'liquidation.late',
    articles: [
      registrationRegulation('第三十二条第二款'),
      implementingRules('第四十四条'),
      partnershipLaw('第九十条'),
      soleProprietorshipLaw('第三十二条'),
      bankruptcyLaw('第一百二十一条'),
    ],
    zh: '应当自 {from} 起 {days} 日内申请注销登记',
    en: 'The cancellation had to be applied for within {days} days of {from}',
    check: onEnterprise((enterprise, { facts, on }) => {
      if (isPublishedFirst(enterprise, facts)) return NONE;
      const days = daysToApply(enterprise.type, facts.liquidation.kind);
      const [path, from] = endOf(facts);
      return when(isLate(from, days, on), path, { from, days });
    }),
  }),
];
