import type { Outcome } from '../../lib/domain/standard/finding.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { NameFacts } from '../items/filed-name.ts';
import { nameMeasures, nameProvisions } from '../laws.ts';
import { HAN_CHARACTER } from './characters.ts';
import data from './data/form-words.json' with { type: 'json' };
import { type Lens, through } from './lens.ts';
import { defect, NONE, review, when } from './rule.ts';

/** Words by which a name tells who is liable for the debts, the longer before the one inside it. */
const MARKS = ['特殊普通合伙', '普通合伙', '有限合伙', '个人独资'] as const;

export type LiabilityMark = (typeof MARKS)[number];

/** The form word in Chinese characters, with the mark inside it or in brackets behind it, or the mark alone. */
const HAN = HAN_CHARACTER;
const WRITTEN = new RegExp(`^(?:${HAN}+|${HAN}*（${HAN}+）)$`, 'u');

/** `合伙企业（有限合伙）` is the word 合伙企业 with the mark 有限合伙; `普通合伙企业` the word 企业 with 普通合伙. */
function parts(form: string): { readonly marks: readonly LiabilityMark[]; readonly word: string } {
  let rest = form;
  const marks = MARKS.filter((mark) => {
    const has = rest.includes(mark);
    rest = rest.replaceAll(mark, '（');
    return has;
  });
  return { marks, word: rest.replaceAll(/[（）]/g, '') };
}

export interface MarkOf<Facts> {
  readonly id: string;
  readonly name: Lens<Facts, NameFacts>;
  readonly mark: LiabilityMark;
  readonly articles: readonly Article[];
  /** For whom, where not for all. */
  readonly applies?: (facts: Facts) => boolean;
}

const told = <Facts>({ id, name: { at, of }, mark, articles, applies = () => true }: MarkOf<Facts>) => ({
  id,
  articles: [...articles, nameMeasures('第十二条')],
  zh: `名称的组织形式应当标明“${mark}”字样，且不得标明其他责任形式：{form}`,
  en: `The form in the name shows “${mark}” and no other form of liability: {form}`,
  check: ({ facts }: { readonly facts: Facts }) => {
    const form = of(facts)?.form;
    if (form === undefined || !applies(facts)) return NONE;
    const { marks } = parts(form);
    return when(marks.length !== 1 || marks[0] !== mark, `${at}/form`, { form });
  },
});

/** Where law itself names the mark. */
export const markRule = <Facts>(of: MarkOf<Facts>): Rule<Facts> => defect(told(of));

/** Where it is asked for by a rule of the department alone. */
export const judgedMarkRule = <Facts>(of: MarkOf<Facts>, admits: readonly Outcome[]): Rule<Facts> =>
  review({ ...told(of), admits });

export interface NameFormOf<Facts> {
  readonly name: Lens<Facts, NameFacts>;
  /** Words of other forms of enterprises, which the form of this one may not hold. */
  readonly ofOthers: readonly string[];
  readonly articles: readonly Article[];
  /** Marks that tell of another form. @default none: the rule on the mark tells them */
  readonly marksOfOthers?: readonly LiabilityMark[];
  /** Words that tell of another form in the other parts of the name, too, and are judged there. @default none */
  readonly elsewhere?: readonly string[];
}

const held = (text: string, among: readonly string[]) => among.filter((one) => text.includes(one));

/*
 * Whether such a word misleads is judged: it may be a part of another enterprise's name, which 第十五条 lets an
 * enterprise have with authorisation or by investment, or of the business (公司注册代理).
 */
const otherPartsRule = (words: readonly string[], articles: readonly Article[]): Rule<NameFacts> =>
  review({
    id: 'names.form-of-others-elsewhere',
    articles: [nameProvisions('第十一条第八项'), nameProvisions('第十五条'), ...articles],
    admits: ['register', 'return', 'refuse'],
    zh: '字号或者行业含有其他组织形式的字样，应当核实是否可能使公众误解，或者是否依法含有另一个企业的名称：{words}',
    en: 'Trade name or industry holds words of another form: judge whether they mislead, or are of another enterprise’s name that it may hold: {words}',
    check: ({ facts: { tradeName, industry } }) =>
      [
        ['/tradeName', held(tradeName, words)] as const,
        ['/industry/word', held(industry?.word ?? '', words)] as const,
      ].flatMap(([path, found]) => when(found.length > 0, path, { words: found })),
  });

/** The form word of a type whose law names none (企业名称登记管理规定 第十条). */
export const nameFormRules = <Facts>({
  name,
  ofOthers,
  articles,
  marksOfOthers = [],
  elsewhere = [],
}: NameFormOf<Facts>): readonly Rule<Facts>[] =>
  through(name, [
    defect({
      id: 'names.form-characters',
      articles: [nameProvisions('第五条')],
      zh: '组织形式应当使用规范汉字，标明责任形式的字样可以置于其后的全角括号内：{form}',
      en: 'The form is written in Chinese characters; the mark may stand behind it in full-width brackets: {form}',
      check: ({ facts: { form } }) => when(!WRITTEN.test(form), '/form', { form }),
    }),
    defect({
      id: 'names.form-of-others',
      articles: [nameProvisions('第十条'), nameProvisions('第十一条第八项'), ...articles],
      zh: '名称不得使用与其责任形式不符的字样：{words}',
      en: 'The name may not hold words of another form of liability: {words}',
      check: ({ facts: { form } }) => {
        const { marks, word } = parts(form);
        const words = [...marks.filter((mark) => marksOfOthers.includes(mark)), ...held(word, ofOthers)];
        return when(words.length > 0, '/form', { words });
      },
    }),
    ...(elsewhere.length === 0 ? [] : [otherPartsRule(elsewhere, articles)]),
    /* Our list of form words is a part of usage, so a word it lacks is judged and not sent back. */
    review({
      id: 'names.form-word',
      articles: [nameProvisions('第十条')],
      admits: ['register', 'return', 'refuse'],
      zh: '应当核实“{word}”是否为组织形式用语',
      en: 'Judge whether “{word}” is a word of organisational form',
      check: ({ facts: { form } }) => {
        const { word } = parts(form);
        return when(!data.words.includes(word), '/form', { word: word === '' ? form : word });
      },
    }),
  ]);
