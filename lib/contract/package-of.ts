import * as z from 'zod/mini';
import { intakeLimits } from '../domain/registration/intake-limits.ts';
import { filingIdShape } from './filing-shapes.ts';

export const versionShape = z.string().check(z.maxLength(32), z.regex(/^[0-9A-Za-z.-]+$/));
export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const materialIdShape = z.string().check(z.maxLength(36), z.regex(UUID));
export const draftIdShape = z.string().check(z.maxLength(36), z.regex(UUID));

/** Uploads that are handed in; each has the digest of a material of the facts. */
export const uploadsShape = z.array(materialIdShape).check(z.maxLength(intakeLimits.material.mostInFiling));

/** A package of one item, with that item's facts. */
export const packageOf = <const Id extends string, Facts extends z.ZodMiniType>(item: Id, facts: Facts) =>
  z.strictObject({
    item: z.literal(item),
    standardVersion: z.optional(versionShape),
    /** The filing that was returned, refused or withdrawn, and that this one corrects. */
    corrects: z.optional(filingIdShape),
    facts,
    uploads: z.optional(uploadsShape),
    draft: z.optional(draftIdShape),
  });
