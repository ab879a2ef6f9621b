import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import { enterpriseTypes } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { type PlainDate, plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { isLate, lastDayWithin } from '../../rules/last-day.ts';
import { defect, NONE, note, review, when } from '../../rules/rule.ts';
import { kindsFiled, type RecordKind, type RecordsFacts } from './facts.ts';

const companies = ['limited-company', 'joint-stock-company'] as const;

/**
 * What each type files (实施细则 第七条第一款). Beneficial owners: of companies and partnerships, which the item names;
 * who else stands behind its “等” is for the measures on them to say [inference].
 */
export const filedBy: Readonly<Record<RecordKind, readonly EnterpriseType[]>> = {
  articles: [...companies, 'non-company-legal-person', 'partnership', 'cooperative'],
  term: [...companies, 'non-company-legal-person', 'partnership'],
  contributions: [...companies, 'partnership'],
  organs: companies,
  liaison: enterpriseTypes,
  familyMembers: ['individual-business'],
  members: ['cooperative'],
  beneficialOwners: [...companies, 'partnership'],
  documentRecipient: [...companies, 'partnership'],
};

const DAYS = 30;
const DAYS_AFTER_YEAR = 90;

/** The accounting year is the calendar year (会计法 第十一条), so it ends with the year of the change. */
const yearEnd = (day: PlainDate): PlainDate => plainDate(`${day.slice(0, 4)}-12-31`);

export const generalRules: readonly Rule<RecordsFacts>[] = [
  defect({
    id: 'records.none',
    articles: [registrationRegulation('第二十九条')],
    zh: '应当填报变更的备案事项',
    en: 'Tell what is filed and changes',
    check: ({ facts }) => when(kindsFiled(facts).length === 0, '/records'),
  }),
  defect({
    id: 'records.not-of-this-type',
    articles: [registrationRegulation('第九条'), implementingRules('第七条第一款')],
    zh: '该类型的经营主体（{typeName}）不备案此事项：{record}',
    en: 'An enterprise of this type ({typeName}) does not file this: {record}',
    check: onEnterprise(({ type, typeName }, { facts }) =>
      kindsFiled(facts)
        .filter((record) => !filedBy[record].includes(type))
        .map((record) => ({ path: `/records/${record}`, values: { typeName, record } })),
    ),
  }),
  defect({
    id: 'records.decided-later',
    articles: [registrationRegulation('第二十九条')],
    zh: '变更决定或者法定变更事项发生的日期（{decidedOn}）晚于申请之日',
    en: 'The decision or event is of a day to come: {decidedOn}',
    check: ({ facts: { decidedOn }, on }) => when(decidedOn > on, '/decidedOn', { decidedOn }),
  }),
  /* 合伙企业法 第十三条 and 个人独资企业法 第十五条 shorten the time for registered items alone. */
  note({
    id: 'records.late',
    articles: [registrationRegulation('第二十九条'), registrationRegulation('第四十七条')],
    zh: '应当自变更之日（{decidedOn}）起三十日内办理备案，至 {lastDay} 届满',
    en: 'Changes are filed within thirty days of {decidedOn}, by {lastDay}',
    check: ({ facts, on }) => {
      const { decidedOn } = facts;
      const others = kindsFiled(facts).some((kind) => kind !== 'members');
      if (!others || !isLate(decidedOn, DAYS, on)) return NONE;
      return [{ path: '/decidedOn', values: { decidedOn, lastDay: lastDayWithin(decidedOn, DAYS) } }];
    },
  }),
  note({
    id: 'records.members-late',
    articles: [registrationRegulation('第二十九条'), registrationRegulation('第四十七条')],
    zh: '成员变更应当自本会计年度终了之日（{yearEnd}）起九十日内办理备案，至 {lastDay} 届满',
    en: 'A change of members is filed within ninety days of the end of the accounting year ({yearEnd}), by {lastDay}',
    check: ({ facts: { records, decidedOn }, on }) => {
      const from = yearEnd(decidedOn);
      if (records.members === undefined || !isLate(from, DAYS_AFTER_YEAR, on)) return NONE;
      return [
        { path: '/decidedOn', values: { yearEnd: from, lastDay: lastDayWithin(from, DAYS_AFTER_YEAR) } },
      ];
    },
  }),
  defect({
    id: 'records.term-ended',
    articles: [registrationRegulation('第九条第二项')],
    zh: '期限的届满日 {endsOn} 应当晚于申请之日',
    en: 'The term ends on {endsOn}, not after the day of filing',
    check: ({ facts: { records }, on }) =>
      records.term?.kind === 'until'
        ? when(records.term.endsOn <= on, '/records/term/endsOn', { endsOn: records.term.endsOn })
        : NONE,
  }),
  defect({
    id: 'records.family-of-one-person',
    articles: [registrationRegulation('第九条第六项'), implementingRules('第七条第一款第七项')],
    zh: '个人经营的个体工商户没有参加经营的家庭成员；改为家庭经营的，应当办理组成形式变更登记',
    en: 'A business of one person has no family members; that it becomes a family’s is a change to be registered',
    check: onEnterprise(({ type, typeName }, { facts: { records } }) =>
      when(
        records.familyMembers !== undefined && type === 'individual-business' && !typeName.includes('家庭'),
        '/records/familyMembers',
      ),
    ),
  }),
  defect({
    id: 'records.family-missing',
    articles: [registrationRegulation('第九条第六项'), implementingRules('第七条第一款第七项')],
    zh: '家庭经营的，应当备案参加经营的家庭成员姓名',
    en: 'Of a family’s business the members of the family who take part are named',
    check: ({ facts: { records } }) => when(records.familyMembers?.length === 0, '/records/familyMembers'),
  }),
  review({
    id: 'records.document-recipient',
    articles: [registrationRegulation('第九条第七项'), implementingRules('第七条第一款')],
    admits: ['register', 'return'],
    zh: '法律文件送达接受人由外商投资的公司、合伙企业备案：应当核实是否为外商投资企业',
    en: 'Foreign-invested companies and partnerships name who receives legal documents: judge whether this is one',
    check: ({ facts: { records } }) =>
      when(records.documentRecipient !== undefined, '/records/documentRecipient'),
  }),
];
