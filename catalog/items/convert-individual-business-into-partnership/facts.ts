import * as z from 'zod/mini';
import { establishPartnershipFacts, type PartnershipFacts } from '../establish-partnership/facts.ts';
import { CONVERSION_TOLD, type ConversionFacts, convertingBusiness } from '../filed-conversion.ts';

export const convertIntoPartnershipFacts = z
  .strictObject({ ...establishPartnershipFacts.shape, ...convertingBusiness })
  .register(z.globalRegistry, {
    id: 'ConvertIntoPartnershipFacts',
    description: `What an individual business files to turn into a partnership (个体工商户转型为合伙企业). ${CONVERSION_TOLD}`,
  });

export type FiledIntoPartnership = z.output<typeof convertIntoPartnershipFacts>;

/** What rules see. */
export interface IntoPartnershipFacts extends PartnershipFacts, ConversionFacts {}
