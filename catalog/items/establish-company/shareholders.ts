import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules } from '../../laws.ts';
import { investorRules } from '../../rules/investors.ts';
import { defect, when } from '../../rules/rule.ts';
import { identityOf } from '../filed-investor.ts';
import type { CompanyFacts } from './facts.ts';

const FEWEST = 1;
const MOST = 50;

const count: Rule<CompanyFacts> = defect({
  id: 'shareholders.count',
  articles: [companyLaw('第四十二条')],
  zh: '有限责任公司由一个以上五十个以下股东出资设立，申请中有 {count} 个',
  en: 'A limited company has one to fifty shareholders; the filing names {count}',
  check: ({ facts: { shareholders } }) => {
    const count = new Set(shareholders.map(identityOf)).size;
    return when(count < FEWEST || count > MOST, '/shareholders', { count });
  },
});

export const shareholderRules: readonly Rule<CompanyFacts>[] = [
  count,
  ...investorRules<CompanyFacts>({
    investors: { at: '/shareholders', of: ({ shareholders }) => shareholders },
    id: 'shareholders',
    word: { zh: '股东', en: 'shareholder' },
    enterpriseEn: 'company',
    articles: [companyLaw('第三十二条第一款第六项'), implementingRules('第六条第一项')],
  }),
];
