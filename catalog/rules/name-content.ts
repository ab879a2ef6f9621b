import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { divisionNames, shortDivisionNames } from '../divisions.ts';
import type { NameFacts } from '../items/filed-name.ts';
import { fundraisingRegulation, nameProvisions } from '../laws.ts';
import { declares, fullName } from '../names.ts';
import { industryWords, nameWords, wordsIn } from '../vocabulary.ts';
import { HAN_CHARACTER, shownCharacter } from './characters.ts';
import { type Lens, through } from './lens.ts';
import { defect, review, when } from './rule.ts';

const HAN = new RegExp(`^(?:${HAN_CHARACTER})+$`, 'u');
const HAN_CHARACTERS = new RegExp(HAN_CHARACTER, 'gu');
const SHORTEST_TRADE_NAME = 2;
/** Outside the first block of characters, which holds nearly all of 通用规范汉字表: few of these are in it. */
const RARE_CHARACTER = new RegExp(`^(?![\\u4e00-\\u9fff])${HAN_CHARACTER}$`, 'u');

/** The parts an applicant words freely, with their paths; the division word is held to the place instead. */
const freeParts = ({ tradeName, industry, zone }: NameFacts): readonly (readonly [string, string])[] => [
  ['/tradeName', tradeName],
  ...(industry === undefined ? [] : [['/industry/word', industry.word] as const]),
  ...(zone === undefined ? [] : [['/zone', zone] as const]),
];

/** One violation for each free part in which `find` finds something. */
const inFreeParts = (name: NameFacts, find: (text: string) => readonly string[]) =>
  freeParts(name).flatMap(([path, text]) => {
    const words = find(text);
    return when(words.length > 0, path, { words });
  });

/** What is left to judge once the words that no name may hold are told: 人民法院 is not told again as 法院. */
function doubtfulIn(text: string): readonly string[] {
  const { forbidden, doubtful } = nameWords();
  const rest = wordsIn(text, forbidden).reduce((left, word) => left.replaceAll(word, ' '), text);
  return wordsIn(rest, doubtful);
}

/** The full name of a division, or of a province in either form, that heads a longer trade name. */
function headingDivision(tradeName: string, on: PlainDate): string | undefined {
  const names = divisionNames(on);
  const characters = [...tradeName];
  const heads = characters.map((_, at) => characters.slice(0, at).join(''));
  return names.has(tradeName) ? undefined : heads.findLast((head) => names.has(head));
}

const characterRules: readonly Rule<NameFacts>[] = [
  defect({
    id: 'names.characters',
    articles: [nameProvisions('第五条')],
    zh: '企业名称应当使用规范汉字，不应含有：{words}',
    en: 'A name is written in Chinese characters and holds none of: {words}',
    check: ({ facts: name }) =>
      inFreeParts(name, (text) =>
        HAN.test(text) ? [] : [...new Set(text.replaceAll(HAN_CHARACTERS, ''))].map(shownCharacter),
      ),
  }),
  review({
    id: 'names.normative-characters',
    articles: [nameProvisions('第五条')],
    admits: ['register', 'return'],
    zh: '应当核实是否为规范汉字：{words}',
    en: 'Judge whether these are normative characters: {words}',
    check: ({ facts: name }) =>
      inFreeParts(name, (text) =>
        [...text].filter(
          (character) => nameWords().traditional.has(character) || RARE_CHARACTER.test(character),
        ),
      ),
  }),
  defect({
    id: 'names.trade-name-length',
    articles: [nameProvisions('第八条第一款')],
    zh: '字号应当由两个以上汉字组成',
    en: 'The trade name has two or more Chinese characters',
    check: ({ facts: name }) => {
      const characters = name.tradeName.match(HAN_CHARACTERS)?.length ?? 0;
      return when(characters < SHORTEST_TRADE_NAME, '/tradeName');
    },
  }),
];

const meaningRules: readonly Rule<NameFacts>[] = [
  defect({
    id: 'names.trade-name-is-division',
    articles: [nameProvisions('第八条第二款')],
    zh: '县级以上地方行政区划名称不得作为字号，另有含义的除外：{tradeName}',
    en: 'A division of county level or above is no trade name, unless it has another meaning: {tradeName}',
    check: ({ facts: name, on }) =>
      when(divisionNames(on).has(name.tradeName) && !declares(name, 'other-meaning'), '/tradeName', {
        tradeName: name.tradeName,
      }),
  }),
  defect({
    id: 'names.trade-name-is-industry',
    articles: [nameProvisions('第八条第二款')],
    zh: '行业或者经营特点不得作为字号，另有含义的除外：{tradeName}',
    en: 'An industry is no trade name, unless it has another meaning: {tradeName}',
    check: ({ facts: name }) =>
      when(industryWords().has(name.tradeName) && !declares(name, 'other-meaning'), '/tradeName', {
        tradeName: name.tradeName,
      }),
  }),
  /* The article names no short forms; many are ordinary words (长寿, 安居), so an officer judges without being asked. */
  review({
    id: 'names.trade-name-is-short-division',
    articles: [nameProvisions('第八条第二款')],
    admits: ['register', 'return', 'refuse'],
    zh: '字号“{tradeName}”与县级以上地方行政区划的简称相同：应当核实是否另有含义',
    en: 'The trade name “{tradeName}” is short for a division of county level or above: judge whether it has another meaning',
    check: ({ facts: name, on }) =>
      when(
        shortDivisionNames(on).has(name.tradeName) && !divisionNames(on).has(name.tradeName),
        '/tradeName',
        { tradeName: name.tradeName },
      ),
  }),
  /* A division in a name is that of its place. Whether the word at the head of the trade name means one is judged. */
  review({
    id: 'names.trade-name-headed-by-division',
    articles: [nameProvisions('第七条'), nameProvisions('第十一条第八项')],
    admits: ['register', 'return', 'refuse'],
    zh: '字号“{tradeName}”以行政区划名称“{division}”开头：应当核实是否作为行政区划名称使用、是否可能使公众误解企业所在地',
    en: 'The trade name “{tradeName}” begins with the division “{division}”: judge whether it is meant as one, and misleads about the place',
    check: ({ facts: { tradeName }, on }) => {
      const division = headingDivision(tradeName, on);
      return division === undefined ? [] : [{ path: '/tradeName', values: { tradeName, division } }];
    },
  }),
  review({
    id: 'names.other-meaning',
    articles: [nameProvisions('第八条第二款')],
    admits: ['register', 'return', 'refuse'],
    zh: '字号“{tradeName}”与行政区划或者行业名称相同：应当核实是否另有含义',
    en: 'The trade name “{tradeName}” is also a division or an industry: judge whether it has another meaning',
    check: ({ facts: name, on }) => {
      const taken = divisionNames(on).has(name.tradeName) || industryWords().has(name.tradeName);
      return when(taken && declares(name, 'other-meaning'), '/tradeName', { tradeName: name.tradeName });
    },
  }),
  defect({
    id: 'names.forbidden-words',
    articles: [nameProvisions('第十一条')],
    zh: '企业名称不得含有：{words}',
    en: 'A name may not hold: {words}',
    check: ({ facts: name }) => inFreeParts(name, (text) => wordsIn(text, nameWords().forbidden)),
  }),
  review({
    id: 'names.doubtful-words',
    articles: [nameProvisions('第十一条')],
    admits: ['register', 'return', 'refuse'],
    zh: '应当核实名称是否属于不得使用的情形：{words}',
    en: 'Judge whether these words make the name one that may not be used: {words}',
    check: ({ facts: name }) => inFreeParts(name, doubtfulIn),
  }),
  review({
    id: 'names.financial-words',
    articles: [fundraisingRegulation('第九条第一款'), nameProvisions('第十一条')],
    admits: ['register', 'return', 'refuse'],
    zh: '除法律、行政法规和国家另有规定外，企业名称中不得包含：{words}',
    en: 'Unless law or the State provides otherwise, no name holds: {words}',
    check: ({ facts: name }) => inFreeParts(name, (text) => wordsIn(text, nameWords().financial)),
  }),
];

/** 第十二条第二款 names these alone; what 中央 stands for inside a name is judged with the names of state organs. */
const insideWords = (): readonly string[] => nameWords().state.filter((word) => word !== '中央');

const headWord = (name: NameFacts): string | undefined => {
  const whole = fullName(name);
  return nameWords().state.find((word) => whole.startsWith(word));
};

const stateWordRules: readonly Rule<NameFacts>[] = [
  defect({
    id: 'names.state-word-at-head',
    articles: [nameProvisions('第十二条第一款')],
    zh: '名称冠以“{word}”的，应当报国务院批准',
    en: 'A name headed by “{word}” needs the approval of the State Council',
    check: ({ facts: name }) => {
      const word = headWord(name);
      return word === undefined || declares(name, 'state-council-approval')
        ? []
        : [{ path: '', values: { word } }];
    },
  }),
  review({
    id: 'names.state-council-approval',
    articles: [nameProvisions('第十二条第一款')],
    admits: ['register', 'return', 'refuse'],
    zh: '名称冠以“{word}”：应当核实国务院批准文件',
    en: 'The name is headed by “{word}”: check the approval of the State Council',
    check: ({ facts: name }) => {
      const word = headWord(name);
      return word !== undefined && declares(name, 'state-council-approval')
        ? [{ path: '', values: { word } }]
        : [];
    },
  }),
  review({
    id: 'names.state-word-inside',
    articles: [nameProvisions('第十二条第二款')],
    admits: ['register', 'return', 'refuse'],
    zh: '名称中间含有“{words}”：应当核实该字词是否为行业限定语',
    en: '“{words}” inside a name may only qualify the industry: judge whether it does',
    check: ({ facts: name }) => {
      const head = headWord(name);
      return inFreeParts(name, (text) =>
        insideWords().filter((word) => word !== head && text.includes(word)),
      );
    },
  }),
];

/** What a name may not hold or mean (第五条, 第八条, 第十一条, 第十二条). */
export const nameContentRules = <Facts>(name: Lens<Facts, NameFacts>): readonly Rule<Facts>[] =>
  through(name, [...characterRules, ...meaningRules, ...stateWordRules]);
