import type { Standard } from '../../../lib/domain/standard/standard.ts';
import { barrablePersons } from '../../rules/companies/offices.ts';
import { conversionRules } from '../../rules/conversion.ts';
import { asked } from '../establish-company/asked.ts';
import { references, toBeVerified } from '../establish-company/persons.ts';
import { standard202502 as established } from '../establish-company/standard.ts';
import type { IntoCompanyFacts } from './facts.ts';

/** 有限责任公司: by the conditions of its establishment (实施细则 第三十七条第三款), and what the end of the business asks. */
export const standard202502: Standard<IntoCompanyFacts> = {
  ...established,
  item: 'convert-individual-business-into-company',
  rules: conversionRules<IntoCompanyFacts>({
    established,
    investors: { at: '/shareholders', of: ({ shareholders }) => shareholders },
    references,
    toBeVerified,
    asked,
    barrable: barrablePersons,
  }),
};
