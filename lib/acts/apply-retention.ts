import { retentionOfFiling } from '../../catalog/retention.ts';
import { erased, type Fruitless, isFruitless } from '../domain/registration/erase-filing.ts';
import { overSince } from '../domain/subject/retention.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addMonths, type PlainDate } from '../domain/time/plain-date.ts';
import type { ErasureStore } from '../store/erasure-store.ts';
import type { FilingStore } from '../store/filing-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';

export interface ApplyRetentionDeps {
  readonly filings: Pick<FilingStore, 'listEnded' | 'erase'>;
  readonly erasures: ErasureStore;
  readonly writeAll: WriteAll;
  /** The most filings one run erases; the next run goes on. @default 500 */
  readonly most?: number;
}

export interface RetentionApplied {
  readonly looked: number;
  readonly erased: number;
}

const STATES = ['returned', 'refused', 'withdrawn'] as const satisfies Fruitless['state'][];

/** A run looks back so many months before the period: what was missed for longer, somebody has to see. */
const MONTHS_BACK = 24;

/** Months whose filings may be over, the oldest first. */
const monthsUpTo = (last: PlainDate): readonly string[] =>
  Array.from({ length: MONTHS_BACK + 1 }, (_, at) => addMonths(last, at - MONTHS_BACK).slice(0, 7));

/**
 * Erases what has been kept for its period (个人信息保护法 第四十七条第一款第二项): filings that led to nothing, month by
 * month. Done twice it changes nothing; whoever corrects a filing at that moment goes first, and the next run goes on.
 */
export function createApplyRetention({ filings, erasures, writeAll, most = 500 }: ApplyRetentionDeps) {
  async function erase(filing: Fruitless, { at, on }: Moment): Promise<boolean> {
    try {
      await writeAll([filings.erase(erased(filing, on)), erasures.tell(filing, at)]);
      return true;
    } catch (error) {
      if (error instanceof ConditionsFailed) return false;
      throw error;
    }
  }

  return async (moment: Moment): Promise<RetentionApplied> => {
    const { on } = moment;
    const done = { looked: 0, erased: 0 };
    for (const state of STATES) {
      const last = overSince(retentionOfFiling(state), on);
      for (const month of last === undefined ? [] : monthsUpTo(last)) {
        let cursor: string | undefined;
        do {
          const page = await filings.listEnded(state, month, last ?? on, cursor);
          for (const filing of page.entries) {
            if (done.looked >= most) return done;
            done.looked += 1;
            /* The index lags a moment behind, and may still show what was erased. */
            if (isFruitless(filing) && filing.erasedOn === undefined && (await erase(filing, moment)))
              done.erased += 1;
          }
          cursor = page.next;
        } while (cursor !== undefined);
      }
    }
    return done;
  };
}

export type ApplyRetention = ReturnType<typeof createApplyRetention>;
