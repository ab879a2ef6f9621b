import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { nameProvisions } from '../laws.ts';
import { keepsOthersOut } from './name-claims.ts';
import { review } from './rule.ts';

/** Where undoing a step brings a name back, others may meanwhile have its 字号 (企业名称登记管理规定 第十七条). */
export const restoredNameRule = <Facts>(
  id: string,
  path: string,
  articles: readonly Article[],
): Rule<Facts> =>
  review({
    id,
    articles: [...articles, nameProvisions('第十七条')],
    admits: ['register', 'return'],
    zh: '恢复的名称，其字号与“{claimed}”的字号相同（自 {since} 起）：应当核实能否恢复',
    en: 'The trade name that comes back is that of “{claimed}” (since {since}): judge whether it can be restored',
    check: ({ evidence: { nameClaims }, on }) =>
      nameClaims
        .filter((claim) => keepsOthersOut(claim, on))
        .toSorted((a, b) => (`${a.since} ${a.name}` < `${b.since} ${b.name}` ? -1 : 1))
        .map(({ name, since }) => ({ path, values: { claimed: name, since } })),
  });
