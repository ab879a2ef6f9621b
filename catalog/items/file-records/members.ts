import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Case, Rule, Violation } from '../../../lib/domain/standard/standard.ts';
import { addMonths } from '../../../lib/domain/time/plain-date.ts';
import { cooperativeLaw, implementingRules } from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { NONE, note, review, when } from '../../rules/rule.ts';
import { memberCapacity } from '../establish-cooperative/capacity.ts';
import type { CooperativeFacts } from '../establish-cooperative/facts.ts';
import { countedMembers, memberRules as rulesOfEstablishment } from '../establish-cooperative/members.ts';
import { unionRules } from '../establish-cooperative/union.ts';
import type { RecordsFacts } from './facts.ts';

const at = '/records/members';
const FEWEST = 5;
const FEWEST_OF_A_UNION = 3;
const MONTHS_TO_MEND = 6;

/** What rules on members see of a co-operative or a union of them, as they are after the change. */
type Membership = Pick<CooperativeFacts, 'kind' | 'members' | 'persons'>;

/** 联合社, which the register tells by its type. */
const kindOf = ({ typeName }: EnterpriseEvidence): CooperativeFacts['kind'] =>
  typeName.includes('联合社') ? 'union' : 'cooperative';

const onMembers = (check: (membership: Membership, examined: Case<RecordsFacts>) => readonly Violation[]) =>
  onEnterprise<RecordsFacts>((enterprise, examined) => {
    const { records, persons } = examined.facts;
    const { members } = records;
    if (members === undefined || enterprise.type !== 'cooperative') return NONE;
    return check({ kind: kindOf(enterprise), members, persons }, examined);
  });

/** Where law gives time to mend, or asks it of an establishment alone, a rule of its own stands below. */
const OTHERWISE = ['members.too-few', 'members.farmers', 'members.union-too-few'];

const kept = [...rulesOfEstablishment, ...unionRules, ...memberCapacity]
  .filter(({ id }) => !OTHERWISE.includes(id))
  .map(
    (rule): Rule<RecordsFacts> => ({
      ...rule,
      check: onMembers((membership, examined) =>
        rule
          .check({ ...examined, facts: membership as CooperativeFacts })
          .map((violation) =>
            violation.path.startsWith('/persons')
              ? violation
              : { ...violation, path: `/records${violation.path}` },
          ),
      ),
    }),
  );

export const memberRules: readonly Rule<RecordsFacts>[] = [
  ...kept,
  /* Five members are asked of an establishment; law gives no time to mend it where they get fewer later on. */
  review({
    id: 'members.fewest',
    articles: [cooperativeLaw('第十二条第一项')],
    admits: ['register', 'return'],
    zh: '农民专业合作社应当有五名以上成员，变更后有 {count} 名',
    en: 'A co-operative has five or more members; after the change there are {count}',
    check: onMembers((membership) => {
      const count = countedMembers(membership).length;
      return when(membership.kind === 'cooperative' && count < FEWEST, at, { count });
    }),
  }),
  note({
    id: 'members.farmers-to-join',
    articles: [implementingRules('第三十九条第二款'), cooperativeLaw('第二十条第一款')],
    zh: '成员 {count} 名中农民 {farmers} 名，低于百分之八十：应当自事由发生之日起六个月内（至 {until}）使农民成员达到法定比例',
    en: 'Of {count} members {farmers} are farmers, below 80 per cent: by {until}, six months on, they have to be that many again',
    check: onMembers((membership, { facts: { decidedOn } }) => {
      const members = countedMembers(membership);
      const count = members.length;
      const farmers = members.filter((member) => member.kind === 'person' && member.farmer).length;
      const short = membership.kind === 'cooperative' && farmers * 5 < count * 4;
      return when(short, at, { count, farmers, until: addMonths(decidedOn, MONTHS_TO_MEND) });
    }),
  }),
  note({
    id: 'members.union-to-join',
    articles: [implementingRules('第三十九条第二款'), cooperativeLaw('第五十六条第一款')],
    zh: '联合社成员为三个以上农民专业合作社，变更后有 {count} 个：应当自事由发生之日起六个月内（至 {until}）达到法定条件',
    en: 'A union has three or more co-operatives; after the change there are {count}: by {until}, six months on, they have to be that many again',
    check: onMembers((membership, { facts: { decidedOn } }) => {
      const count = countedMembers(membership).length;
      const short = membership.kind === 'union' && count < FEWEST_OF_A_UNION;
      return when(short, at, { count, until: addMonths(decidedOn, MONTHS_TO_MEND) });
    }),
  }),
];
