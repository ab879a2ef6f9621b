import * as z from 'zod/mini';
import { type CompanyFacts, establishCompanyFacts } from '../establish-company/facts.ts';
import { CONVERSION_TOLD, type ConversionFacts, convertingBusiness } from '../filed-conversion.ts';

export const convertIntoCompanyFacts = z
  .strictObject({ ...establishCompanyFacts.shape, ...convertingBusiness })
  .register(z.globalRegistry, {
    id: 'ConvertIntoCompanyFacts',
    description: `What an individual business files to turn into a limited company (个体工商户转型为有限责任公司). ${CONVERSION_TOLD}`,
  });

export type FiledIntoCompany = z.output<typeof convertIntoCompanyFacts>;

/** What rules see. */
export interface IntoCompanyFacts extends CompanyFacts, ConversionFacts {}
