import { workingCalendar } from '../../catalog/calendar.ts';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { sources } from '../../catalog/sources.ts';
import {
  calendarHealth,
  lastSealedDay,
  type PartHealth,
  sealHealth,
  sourcesHealth,
} from '../domain/health/health.ts';
import type { Instant, Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';
import type { HealthRead, HealthStore } from '../store/health-store.ts';

export interface ReadHealthDeps {
  readonly store: HealthStore;
  /** Told of a read that failed. */
  readonly onFault?: (fault: unknown) => void;
  /** @default the catalog's */
  readonly calendar?: WorkingCalendar;
  /** How long one read may take. @default 1 000 */
  readonly deadlineMs?: number;
}

/** Anybody may ask as often as they like: an instance reads no oftener than this, be it answered or not. */
const KEPT_MS = 30_000;

interface Read {
  readonly at: number;
  readonly day: PlainDate;
  /** `undefined` where the store did not answer. */
  readonly told: HealthRead | undefined;
}

/** What is degraded, and what is known of it. It decides nothing: whoever needs a source or a day judges it themselves. */
export function createReadHealth({
  store,
  onFault,
  calendar = workingCalendar,
  deadlineMs = 1_000,
}: ReadHealthDeps) {
  const sides = jurisdictions.map(({ code }) => code);
  let kept: Read | undefined;
  let underWay: Promise<Read> | undefined;
  let unreachableSince: Instant | undefined;

  async function readNow(moment: Moment, day: PlainDate): Promise<Read> {
    const asked = { sources: sources().map(({ id }) => id), jurisdictions: sides, day };
    const told = await store.read(asked, AbortSignal.timeout(deadlineMs)).catch((fault: unknown) => {
      onFault?.(fault);
      return undefined;
    });
    unreachableSince = told === undefined ? (unreachableSince ?? moment.at) : undefined;
    return { at: Date.parse(moment.at), day, told };
  }

  /** Who asks while somebody reads waits for the same read. A new day is read at once. */
  async function read(moment: Moment): Promise<Read> {
    const day = lastSealedDay(moment);
    if (kept !== undefined && kept.day === day && Math.abs(Date.parse(moment.at) - kept.at) < KEPT_MS)
      return kept;
    underWay ??= readNow(moment, day).finally(() => {
      underWay = undefined;
    });
    kept = await underWay;
    return kept;
  }

  return async (moment: Moment): Promise<readonly PartHealth[]> => {
    const { told, day } = await read(moment);
    const ofCalendar = calendarHealth(calendar, moment.on);
    if (told === undefined) {
      const unread = { status: 'unknown', which: [] } as const;
      const since = unreachableSince === undefined ? {} : { since: unreachableSince };
      return [
        { part: 'store', status: 'degraded', ...since, which: [] },
        { part: 'sources', ...unread },
        ofCalendar,
        { part: 'log-seal', ...unread },
      ];
    }
    const seals = sides.map((jurisdiction) => ({
      jurisdiction,
      begins: told.begins.get(jurisdiction),
      isSealed: told.sealed.has(jurisdiction),
    }));
    return [
      { part: 'store', status: 'ok', which: [] },
      sourcesHealth(sources(), (id) => told.completeness.get(id), moment.at),
      ofCalendar,
      sealHealth(seals, day),
    ];
  };
}

export type ReadHealth = ReturnType<typeof createReadHealth>;
