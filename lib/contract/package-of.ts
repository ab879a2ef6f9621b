import * as z from 'zod/mini';
import { filingIdShape } from './filing-shapes.ts';

const versionShape = z.string().check(z.maxLength(32), z.regex(/^[0-9A-Za-z.-]+$/));

/** A package of one item, with that item's facts. */
export const packageOf = <const Id extends string, Facts extends z.ZodMiniType>(item: Id, facts: Facts) =>
  z.strictObject({
    item: z.literal(item),
    standardVersion: z.optional(versionShape),
    /** The filing that was returned, refused or withdrawn, and that this one corrects. */
    corrects: z.optional(filingIdShape),
    facts,
  });
