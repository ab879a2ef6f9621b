import type { Instant } from '../domain/time/instant.ts';

/** An instant as the table's time to live has it: whole seconds. Who reads looks at the time too, as a table is late. */
export const epochSecondOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);
