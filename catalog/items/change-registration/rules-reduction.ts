import { findNotice, noticeEnd } from '../../../lib/domain/registration/notice.ts';
import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import type { PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { civilCode, companyLaw, implementingRules } from '../../laws.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import { lastDayWithin } from '../../rules/last-day.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import { needsApprovalBefore } from '../../scope-items.ts';
import type { ChangeFacts } from './facts.ts';
import { growthOf, membersAfter } from './members.ts';

const DAYS_TO_TELL_CREDITORS = 10;
const DAYS_TO_ANNOUNCE = 30;
const DAYS_OF_NOTICE = 45;

interface Announcement {
  readonly path: string;
  readonly publishedOn: PlainDate;
  readonly endsOn: PlainDate;
  readonly objections: number;
}

/**
 * Where and when the reduction was announced; one from before the decision is of another reduction. That of a newspaper
 * runs the forty-five days that creditors have from it (公司法 第二百二十四条第二款) [inference].
 */
export function announcement(
  { notices }: EnterpriseEvidence,
  { reduction, decidedOn }: ChangeFacts,
): Announcement | undefined {
  const announced = reduction?.announced;
  const found =
    announced?.in === 'newspaper'
      ? { publishedOn: announced.on, endsOn: noticeEnd(announced.on, DAYS_OF_NOTICE), objections: 0 }
      : announced && findNotice(notices, 'capital-reduction');
  if (found === undefined || found.publishedOn < decidedOn) return undefined;
  const { publishedOn, endsOn, objections } = found;
  const path = announced?.in === 'newspaper' ? '/reduction/announced/on' : '/reduction/announced/in';
  return { path, publishedOn, endsOn, objections };
}

const announcing = [companyLaw('第二百二十四条第二款'), companyLaw('第二百二十五条第二款')];

const noticeRules: readonly Rule<ChangeFacts>[] = [
  defect({
    id: 'reduction.untold',
    articles: [companyLaw('第二百二十四条'), implementingRules('第三十六条第三款')],
    zh: '减少注册资本的，应当说明减资方式、公告和通知债权人的情况；未减少的，不应说明',
    en: 'How the capital is reduced, announced and told to creditors has to be said where it is reduced, and only there',
    check: onEnterprise((enterprise, { facts }) => {
      const falls = growthOf(enterprise, facts) < 0;
      if (falls && facts.reduction === undefined) return [{ path: '/changes/registeredCapitalFen' }];
      return when(!falls && facts.reduction !== undefined, '/reduction');
    }),
  }),
  defect({
    id: 'reduction.creditors',
    articles: [companyLaw('第二百二十四条第二款'), civilCode('第二百零三条第一款')],
    zh: '公司应当自作出减少注册资本决议之日起十日内（至 {latest}）通知债权人；逾期的，应当重新作出决议并通知',
    en: 'Creditors are told within ten days of the resolution to reduce, by {latest}; if they were not, it is to be resolved anew',
    check: ({ facts: { reduction, decidedOn } }) => {
      if (reduction?.kind !== 'ordinary') return NONE;
      const { creditorsToldOn: told } = reduction;
      const latest = lastDayWithin(decidedOn, DAYS_TO_TELL_CREDITORS);
      if (told === undefined) return [{ path: '/reduction', values: { latest } }];
      return when(told > latest || told < decidedOn, '/reduction/creditorsToldOn', { latest });
    },
  }),
  defect({
    id: 'reduction.announcement-missing',
    articles: [...announcing, implementingRules('第三十六条第三款')],
    zh: '未见减少注册资本决议作出后在报纸上或者国家企业信用信息公示系统的公告',
    en: 'No announcement of this reduction is found, after its resolution, in a newspaper or the publicity system',
    check: onEnterprise((enterprise, { facts }) =>
      when(facts.reduction !== undefined && announcement(enterprise, facts) === undefined, '/reduction'),
    ),
  }),
  defect({
    id: 'reduction.announced-late',
    articles: [...announcing, civilCode('第二百零三条第一款')],
    zh: '应当自作出减少注册资本决议之日起三十日内（至 {latest}）公告，实际于 {publishedOn} 公告；应当重新作出决议并公告',
    en: 'A reduction is announced within 30 days of its resolution, by {latest}; this was on {publishedOn} and is to be resolved anew',
    check: onEnterprise((enterprise, { facts }) => {
      const found = announcement(enterprise, facts);
      if (found === undefined) return NONE;
      const latest = lastDayWithin(facts.decidedOn, DAYS_TO_ANNOUNCE);
      const { path, publishedOn } = found;
      return when(publishedOn > latest, path, { latest, publishedOn });
    }),
  }),
  /* Not of a reduction that only covers losses (公司法 第二百二十五条第二款). It is the filing that has to come after. */
  defect({
    id: 'reduction.announcement-runs',
    articles: [implementingRules('第三十六条第三款'), companyLaw('第二百二十四条第二款')],
    zh: '应当于公告期（四十五日，至 {endsOn}）届满后申请变更登记',
    en: 'The change is filed after the 45 days of the announcement, which end on {endsOn}',
    check: onEnterprise((enterprise, { facts, on }) => {
      const found = facts.reduction?.kind === 'ordinary' ? announcement(enterprise, facts) : undefined;
      return found === undefined ? NONE : when(on <= found.endsOn, found.path, { endsOn: found.endsOn });
    }),
  }),
  review({
    id: 'reduction.objections',
    articles: [companyLaw('第二百二十四条第二款')],
    admits: ['register', 'return', 'refuse'],
    zh: '公告期内有 {objections} 项异议：应当核实公司是否已清偿债务或者提供相应的担保',
    en: 'Within the notice there were {objections} objections: judge whether debts were paid or secured',
    check: onEnterprise((enterprise, { facts }) => {
      const found = facts.reduction?.kind === 'ordinary' ? announcement(enterprise, facts) : undefined;
      return found === undefined
        ? NONE
        : when(found.objections > 0, found.path, { objections: found.objections });
    }),
  }),
];

const lossRules: readonly Rule<ChangeFacts>[] = [
  defect({
    id: 'reduction.losses',
    articles: [companyLaw('第二百二十五条第一款'), companyLaw('第二百一十四条第二款')],
    zh: '减少注册资本弥补亏损的，应当先以公积金弥补，不得向股东分配，也不得免除股东缴纳出资或者股款的义务',
    en: 'To cover losses, capital is reduced only once reserves were used; nothing is paid out, and nobody is released from paying in',
    check: ({ facts: { reduction } }) =>
      reduction?.kind === 'cover-losses'
        ? each(['reservesUsed', 'nothingPaidOut', 'nobodyReleased'] as const, (condition) =>
            reduction[condition] ? undefined : { path: `/reduction/${condition}` },
          )
        : NONE,
  }),
];

/** Whether everybody's part falls like the whole, to the fen. */
function isProportional(enterprise: EnterpriseEvidence, facts: ChangeFacts): boolean {
  const before = enterprise.capitalFen ?? 0;
  const after = before + growthOf(enterprise, facts);
  const held = new Map(
    membersAfter(enterprise, facts).map(({ subject, subscribedFen = 0 }) => [subject, subscribedFen]),
  );
  return (
    before > 0 &&
    enterprise.members.every(
      ({ subject, subscribedFen }) =>
        subscribedFen === undefined ||
        Math.abs((held.get(subject) ?? 0) - (subscribedFen / before) * after) < 1,
    )
  );
}

const proportionRules: readonly Rule<ChangeFacts>[] = [
  ...forTypes<ChangeFacts>(
    ['limited-company'],
    [
      defect({
        id: 'reduction.not-proportional',
        articles: [companyLaw('第二百二十四条第三款')],
        zh: '减少注册资本应当按照股东出资的比例相应减少出资额，法律另有规定或者全体股东另有约定的除外',
        en: 'All contributions fall in proportion, unless law or all shareholders say otherwise',
        check: onEnterprise((enterprise, { facts }) =>
          when(
            facts.reduction?.proportion === 'proportional' &&
              growthOf(enterprise, facts) < 0 &&
              !isProportional(enterprise, facts),
            '/reduction/proportion',
          ),
        ),
      }),
    ],
  ),
  defect({
    id: 'reduction.exception',
    articles: [companyLaw('第二百二十四条第三款')],
    zh: '不按比例减资：有限责任公司由全体股东另有约定，股份有限公司由章程另有规定',
    en: 'Out of proportion: a limited company by agreement of all shareholders, one by shares by its articles',
    check: onEnterprise(({ type }, { facts: { reduction } }) => {
      const other = type === 'limited-company' ? 'by-articles' : 'by-all-shareholders';
      return when(reduction?.proportion === other, '/reduction/proportion');
    }),
  }),
  review({
    id: 'reduction.exception-by-law',
    articles: [companyLaw('第二百二十四条第三款')],
    admits: ['register', 'return', 'refuse'],
    zh: '应当核实是否有法律规定可以不按比例减少注册资本（如公司法第五十二条、第八十九条）',
    en: 'Judge whether law lets this reduction be out of proportion (as 公司法 第五十二条 and 第八十九条 do)',
    check: ({ facts: { reduction } }) => when(reduction?.proportion === 'by-law', '/reduction/proportion'),
  }),
  /* No list of statutory minimums is at hand; they are for businesses that need approval beforehand. */
  review({
    id: 'reduction.minimum',
    articles: [implementingRules('第三十六条第三款'), companyLaw('第四十七条第二款')],
    admits: ['register', 'return', 'refuse'],
    zh: '经营范围有登记前须经批准的项目：应当核实减少后的注册资本是否不少于法定最低限额',
    en: 'The scope has items that need approval: judge whether the reduced capital is at least the statutory minimum',
    check: onEnterprise((enterprise, { facts }) => {
      const texts = facts.changes.businessScope?.map(({ text }) => text) ?? enterprise.businessScope;
      const falls = growthOf(enterprise, facts) < 0;
      return when(falls && texts.some(needsApprovalBefore), '/changes/registeredCapitalFen');
    }),
  }),
];

/** 减少注册资本, of companies alone. */
export const reductionRules: readonly Rule<ChangeFacts>[] = forTypes(
  ['limited-company', 'joint-stock-company'],
  [...noticeRules, ...lossRules, ...proportionRules],
);
