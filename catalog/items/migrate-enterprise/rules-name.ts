import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, nameProvisions } from '../../laws.ts';
import { fullName } from '../../names.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { stoppedNameRules } from '../../rules/name-orders.ts';
import { nameRules } from '../../rules/names.ts';
import { defect, NONE, when } from '../../rules/rule.ts';
import type { MigrationFacts } from './facts.ts';

/**
 * What a name that is kept is held to again: the division in it has to be one of the place where the enterprise is
 * (第七条), which is the new one, and its 字号 may be taken there (第十七条). An authority that finds a name against the
 * provisions does not register it (第二十条第一款), so that a name with the old place in it has to change in this filing.
 * Whatever else there is to judge of it was judged when it was registered.
 */
const AGAIN = new Set([
  'names.division-elsewhere',
  'names.district-alone',
  'names.zone-alone',
  'names.zone',
  'names.taken',
  'names.taken-by-relation',
  'names.taken-without-industry',
]);

const contentRules = nameRules<MigrationFacts>({
  name: { at: '/name/parts', of: ({ name }) => name.parts },
  scope: (_, { enterprise }) => enterprise?.businessScope ?? [],
}).map(
  (rule): Rule<MigrationFacts> =>
    AGAIN.has(rule.id)
      ? rule
      : { ...rule, check: (examined) => (examined.facts.name.kept ? NONE : rule.check(examined)) },
);

/** The word by which a name tells who is liable: it does not change by a move. */
function liabilityIn(text: string): string {
  if (/股份(?:有限)?公司/.test(text)) return '股份有限公司';
  if (/有限(?:责任)?公司/.test(text)) return '有限公司';
  return ['特殊普通合伙', '有限合伙', '普通合伙'].find((mark) => text.includes(mark)) ?? '—';
}

export const migrationNameRules: readonly Rule<MigrationFacts>[] = [
  defect({
    id: 'migration.name-kept',
    articles: [nameProvisions('第四条'), implementingRules('第三十四条')],
    zh: '保留名称的，应当按其组成部分填报现名称“{registered}”及其字号、行业，所报为“{name}”',
    en: 'A name that is kept is told in its parts as it is registered, “{registered}”, and not “{name}”',
    check: onEnterprise((enterprise, { facts: { name } }) => {
      const whole = fullName(name.parts);
      const same =
        whole === enterprise.name &&
        name.parts.tradeName === enterprise.tradeName &&
        name.parts.industry?.class === enterprise.industry;
      return when(name.kept && !same, '/name/parts', { registered: enterprise.name ?? '—', name: whole });
    }),
  }),
  defect({
    id: 'migration.name-same',
    articles: [implementingRules('第三十四条')],
    zh: '名称没有变化，应当按保留名称填报',
    en: 'The name is the one it has: it is kept',
    check: onEnterprise(({ name: registered }, { facts: { name } }) =>
      when(!name.kept && fullName(name.parts) === registered, '/name/kept'),
    ),
  }),
  defect({
    id: 'migration.name-form',
    articles: [nameProvisions('第十条')],
    zh: '迁移不改变责任形式，名称的组织形式应当与现名称相符（{registered}）：{form}',
    en: 'A move changes no form of liability: the form in the name stays that of {registered}, and is not {form}',
    check: onEnterprise(({ name: registered = '' }, { facts: { name } }) => {
      const { form } = name.parts;
      const differs = liabilityIn(form) !== liabilityIn(registered);
      return when(!name.kept && differs, '/name/parts/form', { registered, form });
    }),
  }),
  ...contentRules,
  ...stoppedNameRules<MigrationFacts>(
    ({ name: { kept, parts } }) =>
      kept ? undefined : { path: '/name/parts', name: fullName(parts), tradeName: parts.tradeName },
    ({ name }) => name.kept,
  ),
];
