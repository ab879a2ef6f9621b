import * as z from 'zod/mini';
import { registeredCodeShape } from './filed-enterprise.ts';
import type { Frozen } from './filed-facts.ts';
import { refShape } from './filed-shapes.ts';

/** What an individual business files to turn into an enterprise, beside all that is filed to establish one of the type. */
export const convertingBusiness = {
  enterprise: registeredCodeShape,
  signedBy: refShape,
  taxesSettled: z.boolean(),
  debtsArranged: z.boolean(),
} as const;

export type FiledConversion = z.output<z.ZodMiniObject<typeof convertingBusiness, z.core.$strict>>;
export type ConversionFacts = Frozen<FiledConversion>;

/** The part of the facts that the establishment knows nothing of. */
export const conversionOf = ({
  enterprise,
  signedBy,
  taxesSettled,
  debtsArranged,
}: FiledConversion): ConversionFacts => ({ enterprise, signedBy, taxesSettled, debtsArranged });

/** In the description of every such schema. */
export const CONVERSION_TOLD =
  '`enterprise` is the individual business, whose operator signs; `taxesSettled` and `debtsArranged` are what 促进个体工商户发展条例 第十三条第二款 asks. All else is what is filed to establish the enterprise it turns into.';
