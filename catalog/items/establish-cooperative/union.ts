import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';
import { cooperativeLaw } from '../../laws.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import type { CooperativeFacts, Member } from './facts.ts';
import { countedMembers } from './members.ts';

const FEWEST = 3;
/** Of co-operatives (GB 32100). */
const CODE_CLASS = '93';

const isCooperative = (member: Member): boolean =>
  member.kind === 'organisation' && member.body === 'cooperative';

const hasOtherClass = (code: string): boolean => {
  const classified = classifyUnifiedSocialCreditCode(code);
  return classified.state !== 'malformed' && classified.registrantClass !== CODE_CLASS;
};

/** 农民专业合作社法 第七章. The shares of farmers and of organisations (第二十条) are those of a co-operative alone. */
export const unionRules: readonly Rule<CooperativeFacts>[] = [
  defect({
    id: 'members.union-too-few',
    articles: [cooperativeLaw('第五十六条第一款')],
    zh: '联合社由三个以上的农民专业合作社设立，申请中有 {count} 个',
    en: 'A union is established by three co-operatives or more; the filing names {count}',
    check: ({ facts }) => {
      const count = countedMembers(facts).filter(isCooperative).length;
      return when(facts.kind === 'union' && count < FEWEST, '/members', { count });
    },
  }),
  defect({
    id: 'members.union-of-others',
    articles: [cooperativeLaw('第五十六条第一款')],
    zh: '联合社的成员应当是农民专业合作社',
    en: 'The members of a union are co-operatives',
    check: ({ facts }) =>
      facts.kind === 'union'
        ? each(facts.members, (member, index) =>
            isCooperative(member) ? undefined : { path: `/members/${index}` },
          )
        : NONE,
  }),
  review({
    id: 'members.union-code',
    articles: [cooperativeLaw('第五十六条第一款')],
    admits: ['register', 'return'],
    zh: '成员社的统一社会信用代码 {code} 不是农民专业合作社的代码：应当核对其主体资格',
    en: 'The code {code} is not one of co-operatives: compare the member’s standing',
    check: ({ facts }) =>
      facts.kind === 'union'
        ? each(facts.members, (member, index) =>
            member.kind === 'organisation' && member.body === 'cooperative' && hasOtherClass(member.code)
              ? { path: `/members/${index}/code`, values: { code: member.code } }
              : undefined,
          )
        : NONE,
  }),
];
