import type { PlainDate } from '../time/plain-date.ts';
import { type End, endsAfter, type Period } from './end.ts';
import type { Periods } from './periods.ts';
import type { RecordVersion } from './record.ts';

/** What became of a record by the versions at hand. */
export interface RecordState {
  /** The last of the versions: what it says of the record is its content. */
  readonly last: RecordVersion;
  /** The publication, use and measures of it ended by a decision, from this day on. */
  readonly withdrawn?: { readonly kind: 'annulled' | 'repaired'; readonly on: PlainDate };
  /** Days on which it counts for nothing, though it is not withdrawn. */
  readonly suspended: readonly Period[];
}

const ended = (suspended: readonly Period[], on: PlainDate): readonly Period[] =>
  suspended.map((span) => (endsAfter(span.until, on) ? { ...span, until: on } : span));

/** One more thing that happened. A repair taken back leaves the days it held, on which the record did not count. */
function after(state: RecordState, version: RecordVersion): RecordState {
  const { happened } = version;
  const { withdrawn, suspended } = state;
  const next = { ...state, last: version };
  switch (happened.kind) {
    case 'published':
    case 'corrected':
      return next;
    case 'annulled':
      return { ...next, withdrawn: { kind: 'annulled', on: happened.on } };
    case 'repaired':
      return withdrawn?.kind === 'annulled'
        ? next
        : { ...next, withdrawn: { kind: 'repaired', on: happened.on } };
    case 'repair-revoked':
      return withdrawn?.kind === 'repaired'
        ? { last: version, suspended: [...suspended, { from: withdrawn.on, until: happened.on }] }
        : next;
    case 'shielded':
      return { ...next, suspended: [...suspended, { from: happened.from, until: happened.until }] };
    case 'unshielded':
      return { ...next, suspended: ended(suspended, happened.on) };
  }
}

/**
 * What became of one record; `undefined` for no version. Order and repetition of the versions do not matter.
 */
export function recordStateOf(versions: readonly RecordVersion[]): RecordState | undefined {
  const byNumber = new Map(versions.map((version) => [version.version, version]));
  const [first, ...later] = [...byNumber.values()].toSorted((a, b) => a.version - b.version);
  return first && later.reduce(after, after({ last: first, suspended: [] }, first));
}

/** Every record there are versions of. */
export const recordStatesOf = (versions: readonly RecordVersion[]): readonly RecordState[] =>
  [...Map.groupBy(versions, ({ id }) => id).values()]
    .map(recordStateOf)
    .filter((state) => state !== undefined);

/** The first day after one on which the record counts again, if it is suspended on that day; else `undefined`. */
export function suspendedUntil({ suspended }: RecordState, on: PlainDate): End | undefined {
  let until: End | undefined;
  for (let day: End = on; day !== 'open'; ) {
    const span = suspended.find(({ from, until: end }) => from <= day && endsAfter(end, day as PlainDate));
    if (span === undefined) break;
    until = span.until;
    day = span.until;
  }
  return until;
}

/** What a record is to whoever reads it: ended by a decision, shielded for a while, or in one of its periods. */
export type RecordStage = 'in-force' | 'shielded' | 'ended' | 'repaired' | 'annulled';

/** Where a record is on a day; `periods` are those it has as decided. One without periods has none to end. */
export function stageOn(state: RecordState, { disclosure, effect }: Periods, on: PlainDate): RecordStage {
  if (state.withdrawn !== undefined) return state.withdrawn.kind;
  if (suspendedUntil(state, on) !== undefined) return 'shielded';
  const runs = endsAfter(disclosure?.until, on) || endsAfter(effect?.until, on);
  const never = disclosure === undefined && effect === undefined;
  return runs || never ? 'in-force' : 'ended';
}

const cut = (period: Period | undefined, on: PlainDate): Period | undefined => {
  if (period === undefined || period.from >= on) return undefined;
  return endsAfter(period.until, on) ? { ...period, until: on } : period;
};

/** A period that would end while the record is suspended has ended when that began: nobody sees a difference. */
function withoutTail(period: Period | undefined, suspended: readonly Period[]): Period | undefined {
  if (period === undefined) return undefined;
  let { until } = period;
  for (;;) {
    const span = suspended.find(({ from, until: end }) => from < until && until <= end);
    if (span === undefined) return { ...period, until };
    until = span.from > period.from ? span.from : period.from;
    if (until === period.from) return { ...period, until };
  }
}

const each = (
  { disclosure, effect }: Periods,
  change: (period: Period | undefined) => Period | undefined,
): Periods => {
  const [shown, holds] = [change(disclosure), change(effect)];
  return { ...(shown && { disclosure: shown }), ...(holds && { effect: holds }) };
};

/** The periods a record has by its rule, as far as no decision ended them. */
export const periodsAsDecided = ({ withdrawn }: RecordState, periods: Periods): Periods =>
  withdrawn === undefined ? periods : each(periods, (period) => cut(period, withdrawn.on));

/** The same, as far as the record counts in them at their end. */
export const periodsCounted = (state: RecordState, periods: Periods): Periods =>
  each(periodsAsDecided(state, periods), (period) => withoutTail(period, state.suspended));
