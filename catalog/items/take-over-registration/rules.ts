import { type TypeTerms, termsOfType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';
import { implementingRules, nameProvisions, registrationRegulation } from '../../laws.ts';
import { restoredNameRule } from '../../rules/restored-name.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import { placeFields, type TakeOverFacts } from './facts.ts';

const termsOf = ({ type }: TakeOverFacts): TypeTerms => termsOfType[type];

const CAPITAL = { 'registered-capital': 'registeredCapitalFen', contribution: 'contributionFen' } as const;

const codeRules: readonly Rule<TakeOverFacts>[] = [
  defect({
    id: 'take-over.held',
    articles: [implementingRules('第五条第二款')],
    zh: '登记簿中已有该经营主体',
    en: 'The register holds this enterprise already',
    check: ({ evidence: { enterprise } }) => when(enterprise !== undefined, '/code'),
  }),
  defect({
    id: 'take-over.code',
    articles: [implementingRules('第二十三条第一款')],
    zh: '统一社会信用代码不正确：{code}',
    en: 'The unified social credit code is not right: {code}',
    check: ({ facts: { code } }) => {
      const { state } = classifyUnifiedSocialCreditCode(code);
      return when(state === 'malformed' || state === 'bad-check', '/code', { code });
    },
  }),
  /* Codes like this were really issued. */
  review({
    id: 'take-over.code-body',
    articles: [implementingRules('第二十三条第一款')],
    admits: ['register', 'return'],
    zh: '统一社会信用代码 {code} 中的主体标识码校验不符：应当与营业执照核对',
    en: 'The organisation code inside {code} fails its own check: compare it with the licence',
    check: ({ facts: { code } }) =>
      when(classifyUnifiedSocialCreditCode(code).state === 'bad-body-check', '/code', { code }),
  }),
  defect({
    id: 'take-over.code-class',
    articles: [implementingRules('第九条')],
    zh: '统一社会信用代码 {code} 不是该类型经营主体的代码',
    en: '{code} is no code of an enterprise of this type',
    check: ({ facts }) => {
      const { code, type } = facts;
      const fits = code.startsWith(termsOf(facts).codeClass) || (type === 'branch' && code.startsWith('93'));
      return when(!fits, '/code', { code });
    },
  }),
];

const contentRules: readonly Rule<TakeOverFacts>[] = [
  defect({
    id: 'take-over.name',
    articles: [registrationRegulation('第八条第一款第一项'), implementingRules('第六条')],
    zh: '应当填报登记的名称；只有个体工商户可以不使用名称',
    en: 'The registered name has to be told; only an individual business may have none',
    check: ({ facts: { name, type } }) => when(name === undefined && type !== 'individual-business', ''),
  }),
  restoredNameRule('take-over.name-taken', '', [nameProvisions('第四条')]),
  defect({
    id: 'take-over.place',
    articles: [registrationRegulation('第十一条第一款'), implementingRules('第六条')],
    zh: '应当按类型填报住所、主要经营场所或者经营场所，且只填报一个',
    en: 'The place is told as law calls it for the type, and one alone',
    check: ({ facts }) => {
      const right = placeFields[termsOf(facts).place];
      const told = Object.values(placeFields).filter((field) => facts[field] !== undefined);
      return when(told.length !== 1 || told[0] !== right, '');
    },
  }),
  defect({
    id: 'take-over.capital',
    articles: [registrationRegulation('第八条第一款第五项'), implementingRules('第六条')],
    zh: '应当按类型填报注册资本或者出资额；分支机构和个体工商户不填报',
    en: 'Capital is told as law calls it for the type; branches and individual businesses have none',
    check: ({ facts }) => {
      const { capital } = termsOf(facts);
      const right = capital && CAPITAL[capital];
      const told = Object.values(CAPITAL).filter((field) => facts[field] !== undefined);
      return when(told.length > 1 || told[0] !== right, '');
    },
  }),
  defect({
    id: 'take-over.head',
    articles: [registrationRegulation('第八条第一款第六项')],
    zh: '应当填报法定代表人、执行事务合伙人、投资人、经营者或者负责人',
    en: 'Whoever stands for the enterprise has to be told',
    check: ({ facts: { heads } }) => when(heads.length === 0, '/heads'),
  }),
  defect({
    id: 'take-over.members',
    articles: [registrationRegulation('第八条第二款')],
    zh: '应当填报股东、合伙人',
    en: 'Shareholders or partners have to be told',
    check: ({ facts: { type, members } }) =>
      when(members.length === 0 && (type === 'limited-company' || type === 'partnership'), '/members'),
  }),
  defect({
    id: 'take-over.parent',
    articles: [registrationRegulation('第二十三条')],
    zh: '分支机构应当填报其所从属的市场主体，其他类型不填报',
    en: 'A branch tells the enterprise it belongs to, and no other type does',
    check: ({ facts: { type, parent } }) => when((type === 'branch') !== (parent !== undefined), ''),
  }),
];

const dayRules: readonly Rule<TakeOverFacts>[] = [
  defect({
    id: 'take-over.established',
    articles: [registrationRegulation('第二十一条第一款')],
    zh: '成立日期（{establishedOn}）不得晚于今日',
    en: 'The day of establishment ({establishedOn}) is not after today',
    check: ({ facts: { establishedOn }, on }) =>
      when(establishedOn > on, '/establishedOn', { establishedOn }),
  }),
  defect({
    id: 'take-over.status',
    articles: [implementingRules('第六十七条')],
    zh: '被吊销营业执照、责令关闭、撤销的，应当填报其日期，在成立日期以后、今日以前；存续的不填报',
    en: 'Since when it has lost licence or registration is told, a day between establishment and today; one that stands tells none',
    check: ({ facts: { status, statusSince, establishedOn }, on }) => {
      const path = statusSince === undefined ? '/status' : '/statusSince';
      if (status === 'registered') return when(statusSince !== undefined, path);
      if (statusSince === undefined) return [{ path }];
      return statusSince < establishedOn || statusSince > on ? [{ path }] : NONE;
    },
  }),
];

export const takeOverRules: readonly Rule<TakeOverFacts>[] = [...codeRules, ...contentRules, ...dayRules];
