import { lookupQuotaFor } from '../../catalog/lookup-quotas.ts';
import { DomainError } from '../domain/errors.ts';
import type { LookupAlarm } from '../domain/subject/lookup-alarm.ts';
import { justPassed, type LookupQuota } from '../domain/subject/lookup-quota.ts';
import { endOfDayInChina, type Instant } from '../domain/time/instant.ts';
import type { LookupAlarmStore } from '../store/lookup-alarm-store.ts';
import type { Counted, Counting, LookupQuotaStore } from '../store/lookup-quota-store.ts';

export interface CountLookupDeps {
  readonly quotas: LookupQuotaStore;
  readonly alarms: Pick<LookupAlarmStore, 'raise'>;
  /** Told of each alarm beside the store, so that it can be counted. */
  readonly onAlarm?: (alarm: LookupAlarm) => void;
  readonly onFault?: (fault: unknown) => void;
  /** @default the catalog's */
  readonly quotaFor?: (purpose: string) => LookupQuota;
}

export interface LookupToCount extends Counting {
  readonly authority: string;
  /** The most persons whose numbers follow one another. */
  readonly run: number;
}

const HOUR_MS = 3_600_000;

/** Seconds until the period is over: the hour of the clock, or the day in China. */
function secondsLeft(at: Instant, on: Counting['on'], period: 'hour' | 'day'): number {
  const now = Date.parse(at);
  const end = period === 'day' ? Date.parse(endOfDayInChina(on)) : (Math.floor(now / HOUR_MS) + 1) * HOUR_MS;
  return Math.max(1, Math.ceil((end - now) / 1000));
}

type Told = Pick<LookupAlarm, 'kind' | 'count'> & Partial<Pick<LookupAlarm, 'period' | 'limit'>>;

function alarmsOf(
  counted: Counted,
  { subjects, sign, run }: LookupToCount,
  quota: LookupQuota,
): readonly Told[] {
  if (!counted.within) {
    const { period, limit } = counted;
    return [{ kind: 'quota-exceeded', period, limit, count: subjects }];
  }
  const near = (['hour', 'day'] as const).flatMap((period): readonly Told[] => {
    const [after, limit] = [counted[period], quota[period]];
    const passed = justPassed({ before: after - subjects, after }, limit, quota.sharePercent);
    return passed ? [{ kind: 'near-quota', period, limit, count: after }] : [];
  });
  /* The first of a day: whoever goes on is known by then. */
  const tried: readonly Told[] =
    sign && counted.signs === 1 ? [{ kind: 'sequential-numbers', count: run }] : [];
  return [...near, ...tried];
}

/**
 * Counts a look-up against its caller's quota, beside its reads and its log entry, and raises what should be looked
 * at. An alarm that cannot be written is told as a fault and holds up nobody's answer.
 *
 * @returns what is to be called once the entry is logged: it throws `quota-exceeded` where the quota is used up.
 */
export function createCountLookup({ quotas, alarms, quotaFor = lookupQuotaFor, ...told }: CountLookupDeps) {
  const { onAlarm = () => undefined, onFault = () => undefined } = told;
  return async (
    lookup: Omit<LookupToCount, 'sign'>,
    signal: AbortSignal,
  ): Promise<{ readonly requireWithin: () => void }> => {
    const { id, at, on, caller, authority, purpose, run } = lookup;
    const quota = quotaFor(purpose);
    const counting = { ...lookup, sign: run >= quota.sequentialPersons };
    const counted = await quotas.count(counting, quota, signal);
    for (const each of alarmsOf(counted, counting, quota)) {
      const alarm: LookupAlarm = { at, caller, authority, purpose, lookup: id, ...each };
      onAlarm(alarm);
      await alarms.raise(alarm, signal).catch(onFault);
    }
    return {
      requireWithin: () => {
        if (counted.within) return;
        const { period, limit } = counted;
        const values = { period, limit, retryAfter: secondsLeft(at, on, period) };
        throw new DomainError('quota-exceeded', { values });
      },
    };
  };
}

export type CountLookup = ReturnType<typeof createCountLookup>;
