import { type Moment, momentOf } from '../domain/time/instant.ts';

/** The clock of what no request begins: streams and schedules. */
export const momentNow = (): Moment => momentOf(new Date());
