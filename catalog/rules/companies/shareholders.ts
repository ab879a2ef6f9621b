import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { type Investor, identityOf } from '../../items/filed-investor.ts';
import { companyLaw, implementingRules } from '../../laws.ts';
import { investorRules } from '../investors.ts';
import type { WithPersons } from '../persons.ts';
import { defect, when } from '../rule.ts';

interface WithShareholders extends WithPersons {
  readonly shareholders: readonly Investor[];
}

const FEWEST = 1;
const MOST = 50;

const count: Rule<WithShareholders> = defect({
  id: 'shareholders.count',
  articles: [companyLaw('第四十二条')],
  zh: '有限责任公司由一个以上五十个以下股东出资设立，申请中有 {count} 个',
  en: 'A limited company has one to fifty shareholders; the filing names {count}',
  check: ({ facts: { shareholders } }) => {
    const count = new Set(shareholders.map(identityOf)).size;
    return when(count < FEWEST || count > MOST, '/shareholders', { count });
  },
});

export const shareholderRules: readonly Rule<WithShareholders>[] = [
  count,
  ...investorRules<WithShareholders>({
    investors: { at: '/shareholders', of: ({ shareholders }) => shareholders },
    id: 'shareholders',
    word: { zh: '股东', en: 'shareholder' },
    enterpriseEn: 'company',
    articles: [companyLaw('第三十二条第一款第六项'), implementingRules('第六条第一项')],
  }),
];
