import * as z from 'zod/mini';

/** Apart from the other shapes of records, as a look-up needs nothing else of them and its bundle is bounded. */
export const recordIdShape = z.string().check(z.length(22), z.regex(/^[A-Za-z0-9_-]{22}$/));

/** What can happen to a record, from its publication on. */
export const happenedKindShape = () =>
  z.enum(['published', 'corrected', 'annulled', 'repaired', 'repair-revoked', 'shielded', 'unshielded']);
