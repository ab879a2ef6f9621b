import type { PlainDate } from '../time/plain-date.ts';
import type { Suspension } from './enterprise.ts';

/**
 * The time out of business (歇业) that runs on a day, if one does. Its last day counts; on the next the enterprise is
 * in business again by itself (实施细则 第四十二条第三款).
 */
export const suspensionOn = (suspensions: readonly Suspension[], on: PlainDate): Suspension | undefined =>
  suspensions.find(
    ({ from, until, resumedOn }) => from <= on && on <= until && (resumedOn === undefined || on < resumedOn),
  );
