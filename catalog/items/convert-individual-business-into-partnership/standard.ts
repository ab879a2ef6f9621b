import type { Standard } from '../../../lib/domain/standard/standard.ts';
import { conversionRules } from '../../rules/conversion.ts';
import { asked, references, toBeVerified } from '../establish-partnership/persons.ts';
import { standard202502 as established } from '../establish-partnership/standard.ts';
import type { IntoPartnershipFacts } from './facts.ts';

/** 合伙企业: by the conditions of its establishment (实施细则 第三十七条第三款), and what the end of the business asks. */
export const standard202502: Standard<IntoPartnershipFacts> = {
  ...established,
  item: 'convert-individual-business-into-partnership',
  rules: conversionRules<IntoPartnershipFacts>({
    established,
    investors: { at: '/partners', of: ({ partners }) => partners },
    references,
    toBeVerified,
    asked,
  }),
};
