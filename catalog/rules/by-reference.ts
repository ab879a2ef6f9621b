import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { nameProvisions } from '../laws.ts';

/** Rules that hold for a case because another article says so (参照执行), which is told with their own. */
export const byReference = <Facts>(
  rules: readonly Rule<Facts>[],
  articles: readonly Article[],
): readonly Rule<Facts>[] => rules.map((rule) => ({ ...rule, articles: [...rule.articles, ...articles] }));

/** 企业名称登记管理规定 第二十五条: co-operatives and individual businesses follow its rules by reference. */
export const namesByReference = [nameProvisions('第二十五条')];
