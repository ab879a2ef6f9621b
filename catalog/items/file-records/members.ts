import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Case, Rule, Violation } from '../../../lib/domain/standard/standard.ts';
import { addMonths } from '../../../lib/domain/time/plain-date.ts';
import { cooperativeLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { investorRules } from '../../rules/investors.ts';
import { defect, each, NONE, note, review, when } from '../../rules/rule.ts';
import type { RecordsFacts } from './facts.ts';

type Members = NonNullable<RecordsFacts['records']['members']>;

const at = '/records/members';
const FEWEST = 5;
const FEWEST_OF_A_UNION = 3;
const FEW = 20;
const MONTHS_TO_MEND = 6;

/** 联合社, which the register tells by its type. */
const isUnion = ({ typeName }: EnterpriseEvidence): boolean => typeName.includes('联合社');

const onMembers = (
  union: boolean,
  check: (members: Members, examined: Case<RecordsFacts>) => readonly Violation[],
) =>
  onEnterprise<RecordsFacts>((enterprise, examined) => {
    const { members } = examined.facts.records;
    const judged =
      members !== undefined && enterprise.type === 'cooperative' && isUnion(enterprise) === union;
    return judged ? check(members, examined) : NONE;
  });

/** Of a co-operative and of a union of them, as they are after the change. */
export const memberRules: readonly Rule<RecordsFacts>[] = [
  ...investorRules<RecordsFacts>({
    investors: { at, of: ({ records }) => records.members },
    id: 'members',
    word: { zh: '成员', en: 'member' },
    enterpriseEn: 'co-operative',
    articles: [registrationRegulation('第九条第五项'), cooperativeLaw('第十九条第二款')],
  }).filter(({ id }) => !id.endsWith('foreign-investor')),
  /* What a co-operative has to have is asked of its establishment; law gives no time to mend this later on. */
  review({
    id: 'members.fewest',
    articles: [cooperativeLaw('第十二条第一项')],
    admits: ['register', 'return'],
    zh: '农民专业合作社应当有五名以上成员，变更后有 {count} 名',
    en: 'A co-operative has five or more members; after the change there are {count}',
    check: onMembers(false, (members) => when(members.length < FEWEST, at, { count: members.length })),
  }),
  note({
    id: 'members.farmers',
    articles: [implementingRules('第三十九条第二款'), cooperativeLaw('第二十条第一款')],
    zh: '成员 {count} 名中农民 {farmers} 名，低于百分之八十：应当自事由发生之日起六个月内（至 {until}）使农民成员达到法定比例',
    en: 'Of {count} members {farmers} are farmers, below 80 per cent: by {until}, six months on, they have to be that many again',
    check: onMembers(false, (members, { facts: { decidedOn } }) => {
      const count = members.length;
      const farmers = members.filter((member) => member.kind === 'person' && member.farmer).length;
      return when(farmers * 5 < count * 4, at, {
        count,
        farmers,
        until: addMonths(decidedOn, MONTHS_TO_MEND),
      });
    }),
  }),
  defect({
    id: 'members.organisations',
    articles: [cooperativeLaw('第二十条第二款')],
    zh: '成员总数二十人以下的，可以有一个企业、事业单位或者社会组织成员；超过二十人的，不得超过成员总数的百分之五：成员 {count} 名，其中单位 {organisations} 个',
    en: 'Of up to twenty members one may be an organisation, of more at most five per cent: here {organisations} of {count}',
    check: onMembers(false, (members) => {
      const count = members.length;
      const organisations = members.filter(({ kind }) => kind === 'organisation').length;
      const tooMany = count <= FEW ? organisations > 1 : organisations * 20 > count;
      return when(tooMany, at, { count, organisations });
    }),
  }),
  note({
    id: 'members.of-a-union',
    articles: [implementingRules('第三十九条第二款'), cooperativeLaw('第五十六条第一款')],
    zh: '联合社成员为三个以上农民专业合作社，变更后有 {count} 个：应当自事由发生之日起六个月内（至 {until}）达到法定条件',
    en: 'A union has three or more co-operatives; after the change there are {count}: by {until}, six months on, they have to be that many again',
    check: onMembers(true, ({ length: count }, { facts: { decidedOn } }) =>
      when(count < FEWEST_OF_A_UNION, at, { count, until: addMonths(decidedOn, MONTHS_TO_MEND) }),
    ),
  }),
  defect({
    id: 'members.person-in-a-union',
    articles: [cooperativeLaw('第五十六条第一款')],
    zh: '联合社的成员应当是农民专业合作社',
    en: 'The members of a union are co-operatives',
    check: onMembers(true, (members) =>
      each(members, ({ kind }, index) => (kind === 'person' ? { path: `${at}/${index}` } : undefined)),
    ),
  }),
  /* The class in a code (93) tells what its bearer was registered as. */
  review({
    id: 'members.of-another-class',
    articles: [cooperativeLaw('第五十六条第一款')],
    admits: ['register', 'return'],
    zh: '联合社的成员应当是农民专业合作社：应当核实 {code} 的类型',
    en: 'The members of a union are co-operatives: check what {code} is',
    check: onMembers(true, (members) =>
      each(members, (member, index) =>
        member.kind === 'organisation' && !member.code.startsWith('93')
          ? { path: `${at}/${index}/code`, values: { code: member.code } }
          : undefined,
      ),
    ),
  }),
];
