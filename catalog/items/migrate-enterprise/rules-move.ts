import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import {
  civilCode,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
  soleProprietorshipLaw,
  yangtzeLaw,
} from '../../laws.ts';
import { addressRules } from '../../rules/address.ts';
import heavyPolluters from '../../rules/data/heavy-polluters.json' with { type: 'json' };
import { onEnterprise } from '../../rules/enterprise.ts';
import { isLate, lastDayWithin } from '../../rules/last-day.ts';
import { defect, each, NONE, note, review, when } from '../../rules/rule.ts';
import { findScopeItem } from '../../scope-items.ts';
import { type MigrationFacts, newPlace } from './facts.ts';

const DAYS = 30;
/** 合伙企业法 第十三条 and 个人独资企业法 第十五条, which rank above 条例 第二十四条 [inference]. */
const DAYS_BY_LAW = 15;
const BY_LAW: readonly EnterpriseType[] = ['partnership', 'sole-proprietorship'];

const placeRules: readonly Rule<MigrationFacts>[] = [
  defect({
    id: 'migration.place',
    articles: [registrationRegulation('第八条第一款第四项'), implementingRules('第三十五条')],
    zh: '应当填报新的{place}，且只能登记一个',
    en: 'The new {place} is told, and one alone',
    check: onEnterprise(({ type }, { facts }) => {
      const right = type === 'partnership' ? 'principalPlace' : 'address';
      const told = (['address', 'principalPlace'] as const).filter((field) => facts[field] !== undefined);
      const place = right === 'address' ? '住所' : '主要经营场所';
      return when(told.length !== 1 || told[0] !== right, '', { place });
    }),
  }),
  ...addressRules<MigrationFacts>(
    { at: '', of: (facts) => newPlace(facts)?.[1] },
    { zh: '住所（主要经营场所）', en: 'place', articles: [implementingRules('第三十五条')] },
  ).map(
    (rule): Rule<MigrationFacts> => ({
      ...rule,
      check: (examined) =>
        rule
          .check(examined)
          .map((found) => ({ ...found, path: `/${newPlace(examined.facts)?.[0]}${found.path}` })),
    }),
  ),
  defect({
    id: 'migration.same-authority',
    articles: [registrationRegulation('第二十七条')],
    zh: '新的住所（主要经营场所）仍由原登记机关管辖，不属于跨登记机关辖区的迁移，应当申请变更登记',
    en: 'The same authority decides for the new place: this is a change of address and no move to another authority',
    check: onEnterprise(({ withDecidingAuthority }) => when(withDecidingAuthority, '/enterprise')),
  }),
];

const timeRules: readonly Rule<MigrationFacts>[] = [
  defect({
    id: 'migration.decided-later',
    articles: [implementingRules('第三十一条第一款')],
    zh: '作出变更决议、决定之日（{decidedOn}）晚于申请之日',
    en: 'The decision to move ({decidedOn}) is later than the day of filing',
    check: ({ facts: { decidedOn }, on }) => when(decidedOn > on, '/decidedOn', { decidedOn }),
  }),
  /* Late is no ground for refusal: the authority orders correction first (条例 第四十六条). The day itself is in time [inference]. */
  note({
    id: 'migration.moved-already',
    articles: [
      registrationRegulation('第二十七条'),
      implementingRules('第三十五条'),
      registrationRegulation('第四十六条'),
    ],
    zh: '应当在迁入新的住所（主要经营场所）前申请，所报迁入之日为 {movesOn}：不影响登记',
    en: 'This is filed before moving in, which was on {movesOn}; it is registered all the same',
    check: ({ facts: { movesOn }, on }) => when(movesOn < on, '/movesOn', { movesOn }),
  }),
  note({
    id: 'migration.late',
    articles: [
      registrationRegulation('第二十四条第一款'),
      partnershipLaw('第十三条'),
      soleProprietorshipLaw('第十五条'),
      civilCode('第二百零三条第一款'),
      registrationRegulation('第四十六条'),
    ],
    zh: '自作出变更决议、决定之日起超过 {days} 日（至 {latest}）申请：不影响登记',
    en: 'This is filed after the {days} days from the decision, which ended on {latest}; it is registered all the same',
    check: onEnterprise(({ type }, { facts: { decidedOn }, on }) => {
      const days = BY_LAW.includes(type) ? DAYS_BY_LAW : DAYS;
      return isLate(decidedOn, days, on)
        ? [{ path: '/decidedOn', values: { days, latest: lastDayWithin(decidedOn, days) } }]
        : NONE;
    }),
  }),
];

const polluting = new Set(heavyPolluters.classes);

/* Which industries are 重污染 the law does not say; our list is from memory, so that it is judged. */
const yangtze: Rule<MigrationFacts> = review({
  id: 'migration.heavy-polluter',
  articles: [yangtzeLaw('第二十二条第二款')],
  admits: ['register', 'return', 'refuse'],
  zh: '禁止重污染企业和项目向长江中上游转移：应当核实是否属于重污染企业（行业大类 {classes}）以及是否属于转移',
  en: 'Heavily polluting enterprises may not be moved to the upper and middle reaches of the Yangtze: judge whether this is one (industries {classes}), and is moved there',
  check: onEnterprise(({ businessScope, industry }) => {
    const classes = [
      ...new Set([
        ...(industry === undefined ? [] : [industry]),
        ...businessScope.flatMap((text) => findScopeItem(text)?.classes ?? []),
      ]),
    ].filter((one) => polluting.has(one));
    return when(classes.length > 0, '/enterprise', { classes });
  }),
});

const obstacle = ({ facts }: { facts: MigrationFacts }, which: readonly string[]) =>
  each(facts.obstacles ?? [], (one, index) =>
    which.includes(one) ? { path: `/obstacles/${index}`, values: { obstacle: one } } : undefined,
  );

/** Nothing of this bars a move by an article we know; an officer decides, unless a court has forbidden the change. */
const obstacleRules: readonly Rule<MigrationFacts>[] = [
  review({
    id: 'migration.obstacle',
    articles: [registrationRegulation('第十九条第一款'), implementingRules('第七十九条')],
    admits: ['register', 'return'],
    zh: '存在 {obstacle}：应当核实是否影响迁移登记；没有人民法院协助执行要求的，不因此不予登记',
    en: 'There is {obstacle}: judge whether it bears on the move; without an order of a court it is no ground to refuse',
    check: (examined) => obstacle(examined, ['frozen-equity', 'investigation']),
  }),
  review({
    id: 'migration.lawsuit',
    articles: [implementingRules('第十九条第二款')],
    admits: ['register', 'return'],
    zh: '利害关系人就申请材料或者有关实体权利提起诉讼或者仲裁：对登记造成影响的，应当在终结后申请',
    en: 'A lawsuit or arbitration on the materials or on rights: where it bears on the registration, this is filed after it ends',
    check: (examined) => obstacle(examined, ['lawsuit-on-registration']),
  }),
  review({
    id: 'migration.court-order',
    articles: [implementingRules('第七十九条'), registrationRegulation('第二十条')],
    admits: ['return', 'refuse'],
    zh: '人民法院的生效法律文书和协助执行通知书要求不予办理的，不予登记：应当核对文书',
    en: 'An effective order of a court keeps it from being registered: check the document',
    check: (examined) => obstacle(examined, ['court-order']),
  }),
  review({
    id: 'migration.inquiry',
    articles: [implementingRules('第五十一条第二款')],
    admits: ['register', 'return'],
    zh: '存在未结的撤销登记调查（自 {since} 起）：迁移后由现登记机关负责处理，原登记机关协助',
    en: 'An inquiry into a registration is open (since {since}): after the move the new authority goes on with it, and the former one helps',
    check: onEnterprise(({ inquiries }) =>
      inquiries
        .filter(({ closedOn }) => closedOn === undefined)
        .map(({ acceptedOn }) => ({ path: '/enterprise', values: { since: acceptedOn } })),
    ),
  }),
  review({
    id: 'migration.file-on-its-way',
    articles: [registrationRegulation('第二十七条'), implementingRules('第六十二条')],
    admits: ['register', 'return'],
    zh: '上一次迁移的登记档案尚未移交完毕（应当于 {dueOn} 前移交）：由存放档案的登记机关向本登记机关移交',
    en: 'The file of the move before is not handed over yet (due on {dueOn}): whoever has it hands it over to this authority',
    check: onEnterprise(({ handover }) =>
      handover !== undefined && handover.doneOn === undefined
        ? [{ path: '/enterprise', values: { dueOn: handover.dueOn } }]
        : NONE,
    ),
  }),
];

export const moveRules: readonly Rule<MigrationFacts>[] = [
  ...placeRules,
  ...timeRules,
  yangtze,
  ...obstacleRules,
];

export const filedWithin = [
  {
    days: DAYS,
    from: {
      zh: '自作出变更决议、决定之日起，并在迁入新的住所（主要经营场所）前（合伙企业、个人独资企业为十五日）',
      en: 'From the decision, and before moving in; partnerships and sole proprietorships have fifteen days',
    },
    articles: [registrationRegulation('第二十四条第一款'), registrationRegulation('第二十七条')],
  },
  {
    days: DAYS_BY_LAW,
    from: {
      zh: '合伙企业、个人独资企业自作出变更决定之日起',
      en: 'Partnerships and sole proprietorships: from the decision',
    },
    articles: [partnershipLaw('第十三条'), soleProprietorshipLaw('第十五条')],
  },
] as const;
