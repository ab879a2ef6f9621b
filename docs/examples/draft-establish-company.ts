import type { CompanyFacts } from '../../catalog/items/establish-company/facts.ts';
import { standard202502 } from '../../catalog/items/establish-company/standard.ts';
import { companyLaw } from '../../catalog/laws.ts';
import { review } from '../../catalog/rules/rule.ts';
import type { Standard } from '../../lib/domain/standard/standard.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

/** In fen: 500 000 yuan. */
const LARGEST_UNSEEN = 50_000_000;

/**
 * A draft to try `npm run impact` with: as the standard in force, but whoever subscribes more than 500 000 yuan is seen
 * by an officer. An example alone; law knows no such limit.
 */
export const standard: Standard<CompanyFacts> = {
  ...standard202502,
  version: 'draft',
  validFrom: plainDate('2027-01-01'),
  rules: [
    ...standard202502.rules,
    review<CompanyFacts>({
      id: 'draft.capital',
      articles: [companyLaw('第四十七条')],
      admits: ['register', 'return'],
      zh: '认缴出资额超过 {limitFen} 分，应当核实',
      en: 'More than {limitFen} fen are subscribed: judge it',
      check: ({ facts: { registeredCapitalFen } }) =>
        registeredCapitalFen > LARGEST_UNSEEN
          ? [{ path: '/registeredCapitalFen', values: { limitFen: LARGEST_UNSEEN } }]
          : [],
    }),
  ],
};
