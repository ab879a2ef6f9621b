import type { Evidence } from '../../lib/domain/standard/evidence.ts';
import type { Case, Rule } from '../../lib/domain/standard/standard.ts';
import type { NameFacts } from '../items/filed-name.ts';
import { nameMeasures, nameProvisions } from '../laws.ts';
import { declares } from '../names.ts';
import { findScopeItem } from '../scope-items.ts';
import { industryWords, isIndustryClass, nameWords } from '../vocabulary.ts';
import { type Lens, through } from './lens.ts';
import { defect, NONE, review, when } from './rule.ts';

/** Where a filing has its name, and the texts of the scope that the business will have with it. */
export interface NamedFacts<Facts> {
  readonly name: Lens<Facts, NameFacts>;
  /** Where the filing leaves the scope as it is, the register tells it. */
  readonly scope: (facts: Facts, evidence: Evidence) => readonly string[];
}

/** Where a division word stands among the words of the place. */
type DivisionWord = 'none' | 'admissible' | 'district-alone' | 'zone-alone' | 'elsewhere';

function divisionWord({ facts: name, terms }: Case<NameFacts>): DivisionWord {
  const { division } = name;
  if (division === undefined) return 'none';
  if (terms.nameWords.some(({ text }) => text === division)) return 'admissible';
  if (terms.districtWords.includes(division)) return 'district-alone';
  return nameWords().zoneEndings.some((ending) => division.endsWith(ending)) ? 'zone-alone' : 'elsewhere';
}

const atDivision = (examined: Case<NameFacts>, word: DivisionWord) =>
  when(divisionWord(examined) === word, '/division', { division: examined.facts.division ?? '' });

const placeRules: readonly Rule<NameFacts>[] = [
  defect({
    id: 'names.division-omitted',
    articles: [nameProvisions('第六条')],
    zh: '企业名称应当含有行政区划名称；跨省、自治区、直辖市经营的企业可以不含',
    en: 'The name has to show a division; only an enterprise across provinces may leave it out',
    check: ({ facts: name }) => when(name.division === undefined && !declares(name, 'cross-province'), ''),
  }),
  review({
    id: 'names.cross-province',
    articles: [nameProvisions('第六条')],
    admits: ['register', 'return', 'refuse'],
    zh: '名称不含行政区划名称：应当核实企业是否跨省、自治区、直辖市经营',
    en: 'The name shows no division: judge whether the enterprise operates across provinces',
    check: ({ facts: name }) => when(name.division === undefined && declares(name, 'cross-province'), ''),
  }),
  defect({
    id: 'names.division-elsewhere',
    articles: [nameProvisions('第七条')],
    zh: '“{division}”不是企业所在地的县级以上地方行政区划名称，或者其中的市辖区未同时冠以所属的设区的市',
    en: '“{division}” is no division, of county level or above, of the place of the enterprise, or names a district without its city',
    check: (examined) => atDivision(examined, 'elsewhere'),
  }),
  defect({
    id: 'names.district-alone',
    articles: [nameProvisions('第七条')],
    zh: '市辖区名称“{division}”应当同时冠以其所属的设区的市的名称',
    en: 'The district “{division}” has to stand behind the name of its city',
    check: (examined) => atDivision(examined, 'district-alone'),
  }),
  defect({
    id: 'names.zone-alone',
    articles: [nameProvisions('第七条')],
    zh: '开发区等区域名称“{zone}”应当与行政区划名称连用，不得单独使用；两者应当分别填报',
    en: 'The zone “{zone}” stands together with a division and not alone; the two are told apart, as `zone` and `division`',
    check: (examined) => {
      const { division = '', zone } = examined.facts;
      if (divisionWord(examined) === 'zone-alone') return [{ path: '/division', values: { zone: division } }];
      return zone === undefined ? [] : when(division === '', '/zone', { zone });
    },
  }),
  /* No register of zones is at hand, so that the zone exists and holds the address is judged. */
  review({
    id: 'names.zone',
    articles: [nameProvisions('第七条')],
    admits: ['register', 'return'],
    zh: '名称使用区域名称“{zone}”：应当核实住所是否位于该区域',
    en: 'The name shows the zone “{zone}”: judge whether the address lies in it',
    check: ({ facts: name }) =>
      name.zone === undefined ? [] : when(name.division !== undefined, '/zone', { zone: name.zone }),
  }),
  defect({
    id: 'names.bracketed-division',
    articles: [nameMeasures('第九条')],
    zh: '名称不含行政区划名称的，不应指定其位置',
    en: 'Without a division no place for it in the name is to be told',
    check: ({ facts: name }) =>
      when(name.divisionPosition !== undefined && name.division === undefined, '/divisionPosition'),
  }),
];

/** Judged only where our copy of the catalogue knows every scope item. */
function isOutsideMainBusiness(
  industry: NonNullable<NameFacts['industry']>,
  texts: readonly string[],
): boolean {
  const items = texts.map(findScopeItem);
  return (
    items.length > 0 && items.every((item) => item !== undefined && !item.classes.includes(industry.class))
  );
}

const industryRules: readonly Rule<NameFacts>[] = [
  defect({
    id: 'names.industry-omitted',
    articles: [nameProvisions('第六条')],
    zh: '企业名称应当含有行业或者经营特点；跨行业综合经营的企业可以不含',
    en: 'The name has to show an industry; only an enterprise across industries may leave it out',
    check: ({ facts: name }) => when(name.industry === undefined && !declares(name, 'multi-industry'), ''),
  }),
  review({
    id: 'names.multi-industry',
    articles: [nameProvisions('第六条')],
    admits: ['register', 'return', 'refuse'],
    zh: '名称不含行业或者经营特点：应当核实企业是否跨行业综合经营',
    en: 'The name shows no industry: judge whether the enterprise operates across industries',
    check: ({ facts: name }) => when(name.industry === undefined && declares(name, 'multi-industry'), ''),
  }),
  defect({
    id: 'names.industry-class',
    articles: [nameProvisions('第九条')],
    zh: '国民经济行业分类中没有大类 {class}',
    en: 'The classification of industries has no division {class}',
    check: ({ facts: name }) =>
      name.industry === undefined
        ? []
        : when(!isIndustryClass(name.industry.class), '/industry/class', { class: name.industry.class }),
  }),
  /* Our list of industry words is a part of usage, so a word it lacks is judged and not sent back. */
  review({
    id: 'names.industry-word',
    articles: [nameProvisions('第九条')],
    admits: ['register', 'return', 'refuse'],
    zh: '应当核实“{word}”是否为行业大类 {class} 的规范或者习惯表述',
    en: 'Judge whether “{word}” names the industry {class} by the classification or by usage',
    check: ({ facts: name }) => {
      if (name.industry === undefined) return [];
      const { word, class: shown } = name.industry;
      const fits = industryWords().get(word)?.includes(shown) ?? false;
      return when(!fits, '/industry', { word, class: shown });
    },
  }),
];

const mainBusiness = <Facts>({ name: { at, of }, scope }: NamedFacts<Facts>): Rule<Facts> =>
  review({
    id: 'names.industry-not-main-business',
    articles: [nameProvisions('第九条')],
    admits: ['register', 'return'],
    zh: '名称中的行业应当根据主营业务标明：经营范围中没有属于行业大类 {class} 的项目',
    en: 'The industry of the name follows the main business: no scope item belongs to {class}',
    check: ({ facts, evidence }) => {
      const industry = of(facts)?.industry;
      if (industry === undefined) return NONE;
      return when(isOutsideMainBusiness(industry, scope(facts, evidence)), `${at}/industry/class`, {
        class: industry.class,
      });
    },
  });

/** The name's parts and the words in them that place, industry and scope decide on (第六条, 第七条, 第九条). */
export const namePartRules = <Facts>(named: NamedFacts<Facts>): readonly Rule<Facts>[] => [
  ...through(named.name, [...placeRules, ...industryRules]),
  mainBusiness(named),
];
