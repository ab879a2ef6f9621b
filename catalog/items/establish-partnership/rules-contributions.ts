import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, partnershipLaw } from '../../laws.ts';
import { capitalSumRules } from '../../rules/capital-sum.ts';
import { doubtfulContributions } from '../../rules/contributions.ts';
import { defect, each, when } from '../../rules/rule.ts';
import type { Partner, PartnershipFacts } from './facts.ts';

const labours = ({ methods }: Partner): boolean => methods.includes('labour');

/** 出资额, and by what it is contributed. */
export const contributionRules: readonly Rule<PartnershipFacts>[] = [
  ...capitalSumRules<PartnershipFacts>({
    capital: { at: '/contributionFen', of: ({ contributionFen }) => contributionFen },
    members: { at: '/partners', of: ({ partners }) => partners },
    capitalWord: { zh: '出资额', en: 'contribution' },
    memberWord: { zh: '合伙人', one: 'partner', all: 'partners' },
    articles: [partnershipLaw('第十四条第三项'), implementingRules('第十三条第一款')],
  }),
  defect({
    id: 'partners.limited-partner-labour',
    articles: [partnershipLaw('第六十四条第二款')],
    zh: '有限合伙人不得以劳务出资',
    en: 'A limited partner may not contribute labour',
    check: ({ facts: { partners } }) =>
      each(partners, (partner, index) =>
        partner.liability === 'limited' && labours(partner)
          ? { path: `/partners/${index}/methods` }
          : undefined,
      ),
  }),
  defect({
    id: 'partners.labour-valuation',
    articles: [partnershipLaw('第十六条第三款')],
    zh: '合伙人以劳务出资的，其评估办法由全体合伙人协商确定，并在合伙协议中载明',
    en: 'How labour is valued is agreed by all partners and told in the agreement',
    check: ({ facts: { partners, labourValuationAgreed } }) =>
      when(
        labourValuationAgreed !== true &&
          partners.some((partner) => partner.liability === 'unlimited' && labours(partner)),
        '/labourValuationAgreed',
      ),
  }),
  ...doubtfulContributions<PartnershipFacts>({ at: '/partners', of: ({ partners }) => partners }, [
    partnershipLaw('第十六条第一款'),
    partnershipLaw('第六十四条第一款'),
  ]),
];
