import * as z from 'zod/mini';

/** A compact JWS of at most so many characters. */
export const signedShape = (longest: number) =>
  z.string().check(z.minLength(1), z.maxLength(longest), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/));

/** Why something signed does not verify. */
export const verifiedFault = z.enum(['malformed', 'wrong-type', 'unknown-key', 'bad-signature']);
