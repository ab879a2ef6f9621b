import { fewestTold } from '../../catalog/fairness.ts';
import { itemIds } from '../../catalog/items.ts';
import { workingHours } from '../../catalog/working-hours.ts';
import { DomainError } from '../domain/errors.ts';
import { type FairnessRow, reportOf } from '../domain/fairness/report.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { WorkingHours } from '../domain/time/working-hours.ts';
import type { FairnessStore } from '../store/fairness-store.ts';

/** How filings of a month fared, by item, accepting side, deciding side and kind of window. */
export interface FairnessReport {
  readonly period: string;
  readonly fewest: number;
  readonly workingHours: WorkingHours['spans'];
  readonly rows: readonly FairnessRow[];
}

export interface FairnessAsked {
  readonly item?: string | undefined;
  /** The month of submission, `YYYY-MM`; the current one unless told. */
  readonly period?: string | undefined;
}

/** @throws DomainError `unknown-item`. */
export function createReadFairness({ fairness }: { readonly fairness: Pick<FairnessStore, 'listMonth'> }) {
  return async ({ item, period }: FairnessAsked, { on }: Moment): Promise<FairnessReport> => {
    if (item !== undefined && !itemIds.includes(item))
      throw new DomainError('unknown-item', { values: { item } });
    const month = period ?? on.slice(0, 7);
    const cells = await fairness.listMonth(month, item);
    const fewest = fewestTold();
    return {
      period: month,
      fewest,
      workingHours: workingHours().spans,
      rows: cells
        .filter(({ tally: { filed = 0 } }) => filed > 0)
        .map(({ cell, tally }) => reportOf(cell, tally, fewest)),
    };
  };
}

export type ReadFairness = ReturnType<typeof createReadFairness>;
