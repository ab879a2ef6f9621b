import * as z from 'zod/mini';
import {
  establishSoleProprietorshipFacts,
  type SoleProprietorshipFacts,
} from '../establish-sole-proprietorship/facts.ts';
import { CONVERSION_TOLD, type ConversionFacts, convertingBusiness } from '../filed-conversion.ts';

export const convertIntoSoleProprietorshipFacts = z
  .strictObject({ ...establishSoleProprietorshipFacts.shape, ...convertingBusiness })
  .register(z.globalRegistry, {
    id: 'ConvertIntoSoleProprietorshipFacts',
    description: `What an individual business files to turn into a sole proprietorship (个体工商户转型为个人独资企业). ${CONVERSION_TOLD}`,
  });

export type FiledIntoSoleProprietorship = z.output<typeof convertIntoSoleProprietorshipFacts>;

/** What rules see. */
export interface IntoSoleProprietorshipFacts extends SoleProprietorshipFacts, ConversionFacts {}
