import * as z from 'zod/mini';

/** Apart from the other shapes of records, as a look-up needs nothing else of them and its bundle is bounded. */
export const recordIdShape = z.string().check(z.length(22), z.regex(/^[A-Za-z0-9_-]{22}$/));
