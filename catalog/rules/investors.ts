import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../lib/domain/subject/unified-social-credit-code.ts';
import { type Investor, identityOf } from '../items/filed-investor.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import { type Lens, through } from './lens.ts';
import type { WithPersons } from './persons.ts';
import { defect, each, NONE, review } from './rule.ts';

export interface InvestorsOf<Facts> {
  readonly investors: Lens<Facts, readonly Investor[]>;
  /** What the ids of the rules begin with: `shareholders`, `partners`. */
  readonly id: string;
  /** 股东, 发起人, 合伙人. */
  readonly word: Bilingual;
  /** 公司 in English: what is established. */
  readonly enterpriseEn: string;
  /** By which they are registered, each once. */
  readonly articles: readonly Article[];
}

const withArticle = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'An' : 'A'} ${noun}`;

const entryRules = (
  id: string,
  word: Bilingual,
  articles: readonly Article[],
): readonly Rule<readonly Investor[]>[] => [
  defect({
    id: `${id}.named-twice`,
    articles,
    zh: `同一${word.zh}只应列明一次`,
    en: `${withArticle(word.en)} is named once`,
    check: ({ facts: investors }) => {
      const seen = new Set<string>();
      return each(investors, (investor, index) => {
        const identity = identityOf(investor);
        if (seen.has(identity)) return { path: `/${index}` };
        seen.add(identity);
        return undefined;
      });
    },
  }),
  defect({
    id: `${id}.organisation-code`,
    articles: [registrationRegulation('第十六条第一款第二项'), implementingRules('第二十五条第二项')],
    zh: `${word.zh}的统一社会信用代码不正确：{code}`,
    en: `The ${word.en}’s unified social credit code is not right: {code}`,
    check: ({ facts: investors }) =>
      each(investors, (investor, index) => {
        if (investor.kind === 'person') return undefined;
        const { code } = investor;
        const { state } = classifyUnifiedSocialCreditCode(code);
        return state === 'malformed' || state === 'bad-check'
          ? { path: `/${index}/code`, values: { code } }
          : undefined;
      }),
  }),
  /* Codes like this were really issued, and who bears one cannot mend it. */
  review({
    id: `${id}.organisation-code-body`,
    articles: [registrationRegulation('第十六条第一款第二项'), implementingRules('第二十五条第二项')],
    admits: ['register', 'return'],
    zh: `${word.zh}的统一社会信用代码 {code} 中的主体标识码校验不符：应当核对其主体资格信息`,
    en: `The organisation code inside {code} fails its own check: compare it with the ${word.en}’s shared registration data`,
    check: ({ facts: investors }) =>
      each(investors, (investor, index) =>
        investor.kind === 'organisation' &&
        classifyUnifiedSocialCreditCode(investor.code).state === 'bad-body-check'
          ? { path: `/${index}/code`, values: { code: investor.code } }
          : undefined,
      ),
  }),
];

/* Which local authority may register a foreign-invested enterprise is an authorisation that no table of ours holds. */
export const foreignInvestorRule = <Facts extends WithPersons>({
  investors: { at, of },
  id,
  word,
  enterpriseEn,
}: Omit<InvestorsOf<Facts>, 'articles'>): Rule<Facts> =>
  review({
    id: `${id}.foreign-investor`,
    articles: [
      implementingRules('第四条第三款'),
      implementingRules('第十八条第四款'),
      implementingRules('第二十四条'),
    ],
    admits: ['register', 'return'],
    zh: `${word.zh}使用境外或者港澳台身份证件，应当核实是否属于外商投资企业、本登记机关是否具有登记管辖权以及身份证明是否依法公证、认证`,
    en: `${withArticle(word.en)} holds a foreign, Hong Kong, Macao or Taiwan document: judge whether the ${enterpriseEn} is foreign-invested, whether this authority may register it, and whether the document is notarised and authenticated as law asks`,
    check: ({ facts }) => {
      const investors = of(facts);
      if (investors === undefined) return NONE;
      const foreign = new Set(
        facts.persons.filter(({ kind }) => kind !== 'citizen-id').map(({ ref }) => ref),
      );
      return each(investors, (investor, index) =>
        investor.kind === 'person' && foreign.has(investor.person)
          ? { path: `${at}/${index}/person`, values: { person: investor.person } }
          : undefined,
      );
    },
  });

/** Of investors of whatever kind: each named once, by a code that can be one, and a foreign one judged. */
export const investorRules = <Facts extends WithPersons>(
  told: InvestorsOf<Facts>,
): readonly Rule<Facts>[] => [
  ...through(told.investors, entryRules(told.id, told.word, told.articles)),
  foreignInvestorRule(told),
];
