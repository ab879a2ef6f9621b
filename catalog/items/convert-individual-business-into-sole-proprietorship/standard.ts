import type { Standard } from '../../../lib/domain/standard/standard.ts';
import { conversionRules } from '../../rules/conversion.ts';
import { asked, references, toBeVerified } from '../establish-sole-proprietorship/persons.ts';
import { standard202502 as established } from '../establish-sole-proprietorship/standard.ts';
import type { IntoSoleProprietorshipFacts } from './facts.ts';

/** 个人独资企业: by the conditions of its establishment (实施细则 第三十七条第三款), and what the end of the business asks. */
export const standard202502: Standard<IntoSoleProprietorshipFacts> = {
  ...established,
  item: 'convert-individual-business-into-sole-proprietorship',
  rules: conversionRules<IntoSoleProprietorshipFacts>({
    established,
    investors: { at: '/investors', of: ({ investors }) => investors },
    references,
    toBeVerified,
    asked,
  }),
};
