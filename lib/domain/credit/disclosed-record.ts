import type { PlainDate } from '../time/plain-date.ts';
import { endsAfter, type Period } from './end.ts';
import { periodsOf } from './periods.ts';
import type { RecordClass } from './record-class.ts';
import { periodsCounted, type RecordState, suspendedUntil } from './record-state.ts';

/** A record as it stands, in its disclosure period (公示期). */
export interface DisclosedRecord {
  readonly state: RecordState;
  readonly disclosure: Period;
  readonly disputed: boolean;
}

/** The period in which a record is disclosed on a day; `undefined` where on that day it is not. */
export function disclosureOn(
  recordClass: RecordClass,
  state: RecordState,
  on: PlainDate,
): Period | undefined {
  if (state.withdrawn !== undefined || suspendedUntil(state, on) !== undefined) return undefined;
  const { disclosure } = periodsCounted(state, periodsOf(recordClass, state.last));
  const running = disclosure !== undefined && disclosure.from <= on && endsAfter(disclosure.until, on);
  return running ? disclosure : undefined;
}
