import { classifyUnifiedSocialCreditCode } from '../../../../lib/domain/subject/unified-social-credit-code.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../../laws.ts';
import type { Shareholder } from '../facts.ts';
import { type CompanyRule, defect, each, review, when } from '../rule.ts';

const FEWEST = 1;
const MOST = 50;

const identityOf = (shareholder: Shareholder): string =>
  shareholder.kind === 'person' ? `person ${shareholder.person}` : `organisation ${shareholder.code}`;

export const shareholderRules: readonly CompanyRule[] = [
  defect({
    id: 'shareholders.count',
    articles: [companyLaw('第四十二条')],
    zh: '有限责任公司由一个以上五十个以下股东出资设立，申请中有 {count} 个',
    en: 'A limited company has one to fifty shareholders; the filing names {count}',
    check: ({ facts: { shareholders } }) => {
      const count = new Set(shareholders.map(identityOf)).size;
      return when(count < FEWEST || count > MOST, '/shareholders', { count });
    },
  }),
  defect({
    id: 'shareholders.named-twice',
    articles: [companyLaw('第三十二条第一款第六项'), implementingRules('第六条第一项')],
    zh: '同一股东只应列明一次',
    en: 'A shareholder is named once',
    check: ({ facts: { shareholders } }) => {
      const seen = new Set<string>();
      return each(shareholders, (shareholder, index) => {
        const identity = identityOf(shareholder);
        if (seen.has(identity)) return { path: `/shareholders/${index}` };
        seen.add(identity);
        return undefined;
      });
    },
  }),
  defect({
    id: 'shareholders.organisation-code',
    articles: [registrationRegulation('第十六条第一款第二项'), implementingRules('第二十五条第二项')],
    zh: '股东的统一社会信用代码不正确：{code}',
    en: 'The shareholder’s unified social credit code is not right: {code}',
    check: ({ facts: { shareholders } }) =>
      each(shareholders, (shareholder, index) => {
        if (shareholder.kind === 'person') return undefined;
        const { code } = shareholder;
        const { state } = classifyUnifiedSocialCreditCode(code);
        return state === 'malformed' || state === 'bad-check'
          ? { path: `/shareholders/${index}/code`, values: { code } }
          : undefined;
      }),
  }),
  /* Codes like this were really issued, and who bears one cannot mend it. */
  review({
    id: 'shareholders.organisation-code-body',
    articles: [registrationRegulation('第十六条第一款第二项'), implementingRules('第二十五条第二项')],
    admits: ['register', 'return'],
    zh: '股东的统一社会信用代码 {code} 中的主体标识码校验不符：应当核对其主体资格信息',
    en: 'The organisation code inside {code} fails its own check: compare it with the shareholder’s shared registration data',
    check: ({ facts: { shareholders } }) =>
      each(shareholders, (shareholder, index) =>
        shareholder.kind === 'organisation' &&
        classifyUnifiedSocialCreditCode(shareholder.code).state === 'bad-body-check'
          ? { path: `/shareholders/${index}/code`, values: { code: shareholder.code } }
          : undefined,
      ),
  }),
  /* Which local authority may register a foreign-invested company is an authorisation that no table of ours holds. */
  review({
    id: 'shareholders.foreign-investor',
    articles: [
      implementingRules('第四条第三款'),
      implementingRules('第十八条第四款'),
      implementingRules('第二十四条'),
    ],
    admits: ['register', 'return'],
    zh: '股东使用境外或者港澳台身份证件，应当核实是否属于外商投资企业、本登记机关是否具有登记管辖权以及身份证明是否依法公证、认证',
    en: 'A shareholder holds a foreign, Hong Kong, Macao or Taiwan document: judge whether the company is foreign-invested, whether this authority may register it, and whether the document is notarised and authenticated as law asks',
    check: ({ facts: { shareholders, persons } }) => {
      const foreign = new Set(persons.filter(({ kind }) => kind !== 'citizen-id').map(({ ref }) => ref));
      return each(shareholders, (shareholder, index) =>
        shareholder.kind === 'person' && foreign.has(shareholder.person)
          ? { path: `/shareholders/${index}/person`, values: { person: shareholder.person } }
          : undefined,
      );
    },
  }),
];
