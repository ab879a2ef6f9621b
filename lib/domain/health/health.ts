import { coverageOf, type Source } from '../credit/coverage.ts';
import { endOfDayInChina, type Instant, instantOf, type Moment } from '../time/instant.ts';
import { missingYears } from '../time/missing-years.ts';
import { addDays, type PlainDate, plainDate } from '../time/plain-date.ts';
import type { WorkingCalendar } from '../time/working-days.ts';

/** What health is told of, each by itself. What is set aside of a stream is not among them: see decision 0048. */
export const healthParts = ['store', 'sources', 'calendar', 'log-seal'] as const;

/** `unknown`: it could not be read, because something else is degraded. */
export interface PartHealth {
  readonly part: (typeof healthParts)[number];
  readonly status: 'ok' | 'degraded' | 'unknown';
  /** From when on, as far as that can be told. */
  readonly since?: Instant;
  /** What of it, by ids of the catalog: sources, sides, years. */
  readonly which: readonly string[];
}

const earliest = (times: readonly Instant[]): { readonly since?: Instant } => {
  const [since] = times.toSorted();
  return since === undefined ? {} : { since };
};

/** Sources that lie further behind than they may, or that never said anything; see `coverageOf`. */
export function sourcesHealth(
  sources: readonly Source[],
  completeUpTo: (source: string) => Instant | undefined,
  at: Instant,
): PartHealth {
  const behind = sources.filter((one) => coverageOf(one, completeUpTo(one.id), at).state !== 'fresh');
  const since = behind.flatMap(({ id, maximumLagHours }) => {
    const complete = completeUpTo(id);
    return complete === undefined
      ? []
      : [instantOf(new Date(Date.parse(complete) + maximumLagHours * 3_600_000))];
  });
  const which = behind.map(({ id }) => id);
  return { part: 'sources', status: which.length === 0 ? 'ok' : 'degraded', ...earliest(since), which };
}

/** Years whose holidays should be known by now. Until they are, days that run into them are provisional. */
export function calendarHealth(calendar: WorkingCalendar, on: PlainDate): PartHealth {
  const which = missingYears(calendar, on);
  const awaited = which.map((year) => endOfDayInChina(plainDate(`${Number(year) - 1}-10-31`)));
  return { part: 'calendar', status: which.length === 0 ? 'ok' : 'degraded', ...earliest(awaited), which };
}

/** A day may be sealed an hour after it ended, and the schedule runs every hour: two more are left to it. */
const SEALED_WITHIN_MS = 3 * 3_600_000;

/** From when on it is late that a day of the log is not sealed. */
const lateFrom = (day: PlainDate): Instant =>
  instantOf(new Date(Date.parse(endOfDayInChina(day)) + SEALED_WITHIN_MS));

/** The last day that has to be sealed by now: yesterday, and before three in the morning the day before. */
export const lastSealedDay = ({ at, on }: Moment): PlainDate =>
  lateFrom(addDays(on, -1)) <= at ? addDays(on, -1) : addDays(on, -2);

/** How the seals of one side's log stand on that day. */
export interface SealOfSide {
  readonly jurisdiction: string;
  /** Where the log of the side begins; `undefined` where the schedule that seals never ran. */
  readonly begins: PlainDate | undefined;
  readonly isSealed: boolean;
}

export function sealHealth(sides: readonly SealOfSide[], day: PlainDate): PartHealth {
  const late = sides.filter(({ begins, isSealed }) => begins === undefined || (begins <= day && !isSealed));
  const which = late.map(({ jurisdiction }) => jurisdiction);
  const ran = late.some(({ begins }) => begins !== undefined);
  const since = ran ? { since: lateFrom(day) } : {};
  return { part: 'log-seal', status: which.length === 0 ? 'ok' : 'degraded', ...since, which };
}
