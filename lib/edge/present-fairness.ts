import type * as z from 'zod/mini';
import type { readFairness } from '../contract/fairness.ts';
import type { FairnessRow } from '../domain/fairness/report.ts';

interface Report {
  readonly period: string;
  readonly fewest: number;
  readonly workingHours: readonly { readonly from: string; readonly to: string }[];
  readonly rows: readonly FairnessRow[];
}

/** A report as it is answered: the month once, each row without it. */
export const presentFairness = ({
  workingHours,
  rows,
  ...report
}: Report): z.input<(typeof readFairness)['responses'][200]> => ({
  ...report,
  workingHours: [...workingHours],
  rows: rows.map(({ item, accepting, window, deciding, filed, details }) => ({
    item,
    accepting,
    window,
    deciding,
    filed,
    ...(details && {
      details: {
        ...details,
        refusalsByGround: [...details.refusalsByGround],
        departures: [...details.departures],
      },
    }),
  })),
});
