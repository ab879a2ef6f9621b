import * as z from 'zod/mini';
import { normaliseIdentifier } from '../../lib/domain/subject/normalise-identifier.ts';
import { filedPersonsShape, refShape } from './filed-shapes.ts';

/** The code by which the register holds an enterprise: 18 characters, normalised; which it is, the register tells. */
export const registeredCodeShape = z
  .string()
  .check(z.minLength(1), z.maxLength(40), z.overwrite(normaliseIdentifier))
  .register(z.globalRegistry, {
    description: 'Unified social credit code of an enterprise in the register.',
    example: '91511623MY0000017F',
  });

/** What is filed alike of every step in the life of an enterprise: which it is, and who signs for it. */
export const aboutEnterprise = {
  enterprise: registeredCodeShape,
  signedBy: refShape,
  agent: z.optional(refShape),
  persons: filedPersonsShape,
} as const;
