import { endOfDayInChina, type Instant } from '../time/instant.ts';
import { addDays, type PlainDate } from '../time/plain-date.ts';
import { periodsOf } from './periods.ts';
import type { KeptRecord, RecordVersion } from './record.ts';
import type { RecordClass } from './record-class.ts';
import type { RecordState } from './record-state.ts';

/**
 * The first day on which a record's disclosure period (公示期) has run out by its rule; `undefined` for one that is never
 * disclosed, or until a decision. It is there to tell of the end: who reads a record computes it anew (`disclosureOn`).
 */
export function disclosureEndOf(recordClass: RecordClass, record: RecordVersion): PlainDate | undefined {
  const { disclosure } = periodsOf(recordClass, record);
  return disclosure === undefined || disclosure.until === 'open' ? undefined : disclosure.until;
}

const ENDS_BY_DECISION: readonly RecordVersion['happened']['kind'][] = ['annulled', 'repaired'];

/** Where a version is to be looked for once its disclosure has run out; one that a decision ends is told of by that. */
export const endToTell = (recordClass: RecordClass, version: RecordVersion): PlainDate | undefined =>
  ENDS_BY_DECISION.includes(version.happened.kind) ? undefined : disclosureEndOf(recordClass, version);

/** That the disclosure of a record has run out, as it is told: neither whose it is nor what it says. */
export interface DisclosureEnd
  extends Pick<KeptRecord, 'class' | 'jurisdiction' | 'issuedBy' | 'authorityKind'> {
  readonly record: string;
  readonly version: number;
  /** The first day on which it is no longer disclosed. */
  readonly endedOn: PlainDate;
}

/** What has run out by a day; `undefined` where nothing has, or a decision ended it before anybody could tell. */
export function disclosureEnded(
  recordClass: RecordClass,
  { last, withdrawn }: RecordState,
  on: PlainDate,
): DisclosureEnd | undefined {
  const endedOn = withdrawn === undefined ? disclosureEndOf(recordClass, last) : undefined;
  if (endedOn === undefined || on < endedOn) return undefined;
  const { id: record, version, class: kind, jurisdiction, issuedBy, authorityKind } = last;
  return { record, version, class: kind, jurisdiction, issuedBy, authorityKind, endedOn };
}

/** The instant at which the first day of no disclosure begins. */
export const beginningOf = (day: PlainDate): Instant => endOfDayInChina(addDays(day, -1));
