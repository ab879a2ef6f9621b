import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { NameFacts } from '../items/filed-name.ts';
import { nameProvisions } from '../laws.ts';
import { declares, fullName } from '../names.ts';
import { type Lens, through } from './lens.ts';
import { defect, each, review, when } from './rule.ts';

/** What only a relation to others opens: a declaration alone is never taken for the relation. */
const relationRules: readonly Rule<NameFacts>[] = [
  defect({
    id: 'names.china-qualifier',
    articles: [nameProvisions('第十二条第三款')],
    zh: '只有使用外国投资者字号的外商独资或者控股的外商投资企业，名称中可以含有“（中国）”字样',
    en: 'Only an enterprise wholly or majority owned by a foreign investor whose trade name it uses has “（中国）” in its name',
    check: ({ facts: name }) =>
      when(name.china !== undefined && !declares(name, 'foreign-investor-trade-name'), '/china'),
  }),
  review({
    id: 'names.foreign-investor-trade-name',
    articles: [nameProvisions('第十二条第三款')],
    admits: ['register', 'return', 'refuse'],
    zh: '名称含有“（中国）”：应当核实是否为外商独资或者控股的外商投资企业，“{tradeName}”是否为外国投资者的字号',
    en: 'The name has “（中国）”: judge whether a foreign investor owns all or most of it, and whether “{tradeName}” is that investor’s trade name',
    check: ({ facts: name }) =>
      when(name.china !== undefined && declares(name, 'foreign-investor-trade-name'), '/china', {
        tradeName: name.tradeName,
      }),
  }),
  defect({
    id: 'names.group-word',
    articles: [nameProvisions('第十四条')],
    zh: '只有企业集团的控股企业可以在名称的组织形式之前使用“{word}”字样',
    en: 'Only the controlling enterprise of a group has “{word}” before the form in its name',
    check: ({ facts: name }) =>
      name.group === undefined
        ? []
        : when(!declares(name, 'controlling-enterprise'), '/group', { word: name.group }),
  }),
  review({
    id: 'names.group-controlling',
    articles: [nameProvisions('第十四条')],
    admits: ['register', 'return', 'refuse'],
    zh: '名称使用“{word}”字样：应当核实该企业是否为企业集团的控股企业，企业集团名称是否与其行政区划名称、字号、行业或者经营特点一致',
    en: 'The name has “{word}”: judge whether the enterprise controls a group, and whether the group bears its division, trade name and industry',
    check: ({ facts: name }) =>
      name.group === undefined
        ? []
        : when(declares(name, 'controlling-enterprise'), '/group', { word: name.group }),
  }),
  defect({
    id: 'names.contained-name',
    articles: [nameProvisions('第十五条')],
    zh: '名称中并不含有“{contained}”',
    en: 'The name does not hold “{contained}”',
    check: ({ facts: name }) =>
      each(name.contains ?? [], (contained, index) =>
        fullName(name).includes(contained)
          ? undefined
          : { path: `/contains/${index}`, values: { contained } },
      ),
  }),
  review({
    id: 'names.contains-other-name',
    articles: [nameProvisions('第十五条')],
    admits: ['register', 'return', 'refuse'],
    zh: '名称含有其他企业、法人或者非法人组织的名称“{contained}”：应当核实投资关系或者授权',
    en: 'The name holds that of another enterprise, legal person or organisation, “{contained}”: check the investment relation or the authorisation',
    check: ({ facts: name }) =>
      each(name.contains ?? [], (contained, index) =>
        fullName(name).includes(contained)
          ? { path: `/contains/${index}`, values: { contained } }
          : undefined,
      ),
  }),
];

/** “（中国）”, 集团 and the names of others (第十二条第三款, 第十四条, 第十五条). */
export const nameRelationRules = <Facts>(name: Lens<Facts, NameFacts>): readonly Rule<Facts>[] =>
  through(name, relationRules);
