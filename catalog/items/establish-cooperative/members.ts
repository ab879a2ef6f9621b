import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';
import { cooperativeLaw, implementingRules } from '../../laws.ts';
import { investorRules } from '../../rules/investors.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import { identityOf } from '../filed-investor.ts';
import type { CooperativeFacts, Member } from './facts.ts';

const FEWEST = 5;
/** Up to so many members one may be an organisation; of more, one in so many. */
const SMALL = 20;

/**
 * Classes of codes (GB 32100), that of State organs as the published codes of departments have it [inference]. What
 * they tell is compared by an officer, and decides nothing by itself.
 */
const COOPERATIVES = '93';
const STATE_ORGANS = '11';

const hasClass = (code: string, among: string): boolean => {
  const classified = classifyUnifiedSocialCreditCode(code);
  return classified.state !== 'malformed' && classified.registrantClass === among;
};

type Organisation = Extract<Member, { readonly kind: 'organisation' }>;

/** Whoever is named twice counts once. */
export const countedMembers = ({ members }: Pick<CooperativeFacts, 'members'>): readonly Member[] => [
  ...new Map(members.map((member) => [identityOf(member), member])).values(),
];

const ofOrganisations = (
  { members }: CooperativeFacts,
  field: string,
  test: (member: Organisation) => boolean,
) =>
  each(members, (member, index) =>
    member.kind === 'organisation' && test(member)
      ? { path: `/members/${index}/${field}`, values: { code: member.code } }
      : undefined,
  );

const entryRules: readonly Rule<CooperativeFacts>[] = investorRules<CooperativeFacts>({
  investors: { at: '/members', of: ({ members }) => members },
  id: 'members',
  word: { zh: '成员', en: 'member' },
  enterpriseEn: 'co-operative',
  articles: [cooperativeLaw('第十九条第二款'), implementingRules('第七条第一款第五项')],
  /* A co-operative is of citizens, which rules of its own ask. */
}).filter(({ id }) => id !== 'members.foreign-investor');

/** 农民专业合作社法 第二章, of a co-operative. */
const cooperativeRules: readonly Rule<CooperativeFacts>[] = [
  defect({
    id: 'members.too-few',
    articles: [cooperativeLaw('第十二条第一项')],
    zh: '农民专业合作社应当有五名以上成员，申请中有 {count} 名',
    en: 'A co-operative has five members or more; the filing names {count}',
    check: ({ facts }) => {
      const count = countedMembers(facts).length;
      return when(facts.kind === 'cooperative' && count < FEWEST, '/members', { count });
    },
  }),
  defect({
    id: 'members.farmers',
    articles: [cooperativeLaw('第二十条第一款')],
    zh: '农民至少应当占成员总数的百分之八十：{count} 名成员中有农民 {farmers} 名',
    en: 'At least eighty per cent of the members are farmers: of {count} the filing names {farmers}',
    check: ({ facts }) => {
      const members = countedMembers(facts);
      const count = members.length;
      const farmers = members.filter((member) => member.kind === 'person' && member.farmer).length;
      return when(facts.kind === 'cooperative' && farmers * 5 < count * 4, '/members', { count, farmers });
    },
  }),
  defect({
    id: 'members.organisations',
    articles: [cooperativeLaw('第二十条第二款')],
    zh: '成员总数二十人以下的，可以有一个单位成员；超过二十人的，单位成员不得超过百分之五：{count} 名成员中单位成员 {organisations} 个，至多 {most} 个',
    en: 'Of up to twenty members one may be an organisation, of more five per cent: of {count} the filing names {organisations}, where {most} may be',
    check: ({ facts }) => {
      const members = countedMembers(facts);
      const count = members.length;
      const organisations = members.filter(({ kind }) => kind === 'organisation').length;
      const most = count <= SMALL ? 1 : Math.floor(count / SMALL);
      return when(facts.kind === 'cooperative' && organisations > most, '/members', {
        count,
        organisations,
        most,
      });
    },
  }),
  /* 第十九条 names enterprises, institutions and social organisations; 第九条 has co-operatives join in unions [inference]. */
  review({
    id: 'members.cooperative-as-member',
    articles: [cooperativeLaw('第十九条第一款'), cooperativeLaw('第九条')],
    admits: ['register', 'return', 'refuse'],
    zh: '农民专业合作社 {code} 作为成员：应当核实是否可以成为本社成员，或者应当设立联合社',
    en: 'The co-operative {code} is to be a member: judge whether it can be one, or whether this is a union',
    check: ({ facts }) =>
      facts.kind === 'cooperative'
        ? ofOrganisations(
            facts,
            'body',
            ({ body, code }) => body === 'cooperative' || hasClass(code, COOPERATIVES),
          )
        : NONE,
  }),
];

const organisationRules: readonly Rule<CooperativeFacts>[] = [
  defect({
    id: 'members.public-affairs',
    articles: [cooperativeLaw('第十九条第一款')],
    zh: '具有管理公共事务职能的单位不得加入农民专业合作社：{code}',
    en: 'A body that manages public affairs may not join a co-operative: {code}',
    check: ({ facts }) =>
      ofOrganisations(facts, 'managesPublicAffairs', ({ managesPublicAffairs }) => managesPublicAffairs),
  }),
  review({
    id: 'members.state-organ',
    articles: [cooperativeLaw('第十九条第一款')],
    admits: ['register', 'return', 'refuse'],
    zh: '成员 {code} 使用机关的统一社会信用代码：应当核实是否为具有管理公共事务职能的单位',
    en: 'The member {code} bears a code of State organs: judge whether it manages public affairs',
    check: ({ facts }) =>
      ofOrganisations(
        facts,
        'code',
        ({ code, managesPublicAffairs }) => !managesPublicAffairs && hasClass(code, STATE_ORGANS),
      ),
  }),
  defect({
    id: 'members.unrelated-business',
    articles: [cooperativeLaw('第十九条第一款')],
    zh: '单位成员应当从事与农民专业合作社业务直接有关的生产经营活动：{code}',
    en: 'An organisation that is a member has a business directly related to the co-operative’s: {code}',
    /* Of a union 第五十六条第一款 asks for co-operatives, and nothing of their business. */
    check: ({ facts }) =>
      facts.kind === 'cooperative'
        ? ofOrganisations(facts, 'relatedBusiness', ({ relatedBusiness }) => !relatedBusiness)
        : NONE,
  }),
];

export const memberRules: readonly Rule<CooperativeFacts>[] = [
  ...entryRules,
  ...cooperativeRules,
  ...organisationRules,
];
