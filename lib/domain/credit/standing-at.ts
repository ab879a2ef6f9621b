import type { Instant } from '../time/instant.ts';
import { earlier, type PlainDate } from '../time/plain-date.ts';
import { endsAfter, type Period } from './end.ts';
import { addPeriods, emptyHalf, type Half } from './half.ts';
import { type Periods, periodsOf } from './periods.ts';
import type { RecordVersion } from './record.ts';
import type { FindRecordClass } from './record-class.ts';
import { periodsCounted, type RecordState, recordStatesOf, suspendedUntil } from './record-state.ts';

/**
 * `omitted`: what is repaired or annulled by now is told of no day and of no knowledge; so for nearly every purpose.
 * `told`: it is told of the days on which it held, by what was known then.
 */
export type Withdrawn = 'omitted' | 'told';

const begun = (period: Period | undefined, asOf: PlainDate): period is Period =>
  period !== undefined && period.from <= asOf;

const begunBy = ({ disclosure, effect }: Periods, asOf: PlainDate): Periods => ({
  ...(begun(disclosure, asOf) && { disclosure }),
  ...(begun(effect, asOf) && { effect }),
});

/** Whether a record that is suspended up to a day counts again then; one that does not has ended already. */
const counts = ({ disclosure, effect }: Periods, day: PlainDate): boolean =>
  endsAfter(disclosure?.until, day) || endsAfter(effect?.until, day);

/** A half with one more record, as far as it counts on the day. */
function withRecord(half: Half, state: RecordState, asOf: PlainDate, findClass: FindRecordClass): Half {
  const { last } = state;
  const recordClass = findClass(last.class);
  if (recordClass === undefined) throw new RangeError(`No class ${last.class}`);
  const periods = begunBy(periodsCounted(state, periodsOf(recordClass, last)), asOf);
  const until = suspendedUntil(state, asOf);
  if (until === undefined || until === 'open' || !counts(periods, until))
    return addPeriods(half, last, periods, recordClass.bears !== 'neutral');
  return { ...half, rightUntil: earlier(half.rightUntil, until) ?? until };
}

/** Whether a record that is passed over had put its subject on a list that speaks against it, by the day. */
function wasListing({ last }: RecordState, asOf: PlainDate, findClass: FindRecordClass): boolean {
  const recordClass = findClass(last.class);
  return recordClass?.list === true && recordClass.bears === 'against' && last.decidedOn <= asOf;
}

/**
 * One side's half of a standing as of a day, by what was known at an instant: the function whose cache every
 * stored half is. Order and repetition of the versions do not matter; those of other sides are passed over.
 */
export function standingAt(
  jurisdiction: string,
  versions: readonly RecordVersion[],
  asOf: PlainDate,
  knownAt: Instant,
  findClass: FindRecordClass,
  withdrawn: Withdrawn = 'omitted',
): Half {
  const own = versions.filter((version) => version.jurisdiction === jurisdiction);
  const omitted = new Set(
    withdrawn === 'told'
      ? []
      : recordStatesOf(own).flatMap((state) => (state.withdrawn ? [state.last.id] : [])),
  );
  const states = recordStatesOf(own.filter(({ recordedAt }) => recordedAt <= knownAt));
  const half = states
    .filter(({ last }) => !omitted.has(last.id))
    .reduce((sum, state) => withRecord(sum, state, asOf, findClass), emptyHalf(jurisdiction));
  const withdrawnListing = states.some(
    (state) => omitted.has(state.last.id) && wasListing(state, asOf, findClass),
  );
  return { ...half, ...(withdrawnListing && { withdrawnListing }) };
}

const EVERYTHING_KNOWN = '9999-12-31T23:59:59.999Z' as Instant;

/**
 * The half to be stored: of all versions, whatever instant each of them bears. Two clocks may differ, and what one has
 * written must not be missing because the other is behind; so the day is never before one that a record begins on.
 */
export function halfOf(
  jurisdiction: string,
  versions: readonly RecordVersion[],
  today: PlainDate,
  findClass: FindRecordClass,
): Half {
  const day = versions.reduce(
    (latest, { decidedOn, publishedOn = decidedOn }) => (publishedOn > latest ? publishedOn : latest),
    today,
  );
  return standingAt(jurisdiction, versions, day, EVERYTHING_KNOWN, findClass);
}
