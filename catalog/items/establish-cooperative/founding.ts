import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { cooperativeLaw } from '../../laws.ts';
import { defect, when } from '../../rules/rule.ts';
import type { CooperativeFacts } from './facts.ts';
import { countedMembers } from './members.ts';

const union = [cooperativeLaw('第五十六条第二款'), cooperativeLaw('第六十三条')];

/** 设立大会 (第十四条). Who becomes a member at establishment is a founder, so that there are as many of both. */
export const foundingRules: readonly Rule<CooperativeFacts>[] = [
  defect({
    id: 'founding.attendance',
    articles: [cooperativeLaw('第十四条第一款'), ...union],
    zh: '设立大会由全体设立人参加：设立人 {count} 名，参加 {attended} 名',
    en: 'All founders attend the founding assembly: of {count} there were {attended}',
    check: ({ facts }) => {
      const count = countedMembers(facts).length;
      const { attended } = facts.founding;
      return when(attended !== count, '/founding/attended', { count, attended });
    },
  }),
  defect({
    id: 'founding.unanimous',
    articles: [cooperativeLaw('第十四条第二款第一项'), ...union],
    zh: '章程应当由全体设立人一致通过：设立人 {count} 名，同意 {adoptedBy} 名',
    en: 'All founders adopt the articles: of {count} it were {adoptedBy}',
    check: ({ facts }) => {
      const count = countedMembers(facts).length;
      const { adoptedBy } = facts.founding;
      return when(adoptedBy !== count, '/founding/adoptedBy', { count, adoptedBy });
    },
  }),
  defect({
    id: 'founding.not-held-yet',
    articles: [cooperativeLaw('第十四条第一款')],
    zh: '设立大会的日期 {heldOn} 晚于申请日',
    en: 'The founding assembly is held on {heldOn}, after the day of filing',
    check: ({ facts: { founding }, on }) =>
      when(founding.heldOn > on, '/founding/heldOn', { heldOn: founding.heldOn }),
  }),
];
