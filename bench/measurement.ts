import type { Workbench } from './workbench.ts';

export type Unit = 'ms' | 'per second' | 'steps' | 'MB';

/** What must hold: of the figure itself, or of how many times the floor it is. */
export type Budget =
  | { readonly of: 'ratio' | 'measured'; readonly atMost: number }
  | { readonly of: 'measured'; readonly atLeast: number };

/** One thing measured, beside the least that the same machine needs for it, taken in the same run. */
export interface Figure {
  readonly what: string;
  readonly unit: Unit;
  readonly measured: number;
  /** In the same unit. */
  readonly floor?: number;
  readonly budget?: Budget;
  readonly note?: string;
}

export interface Measurement {
  readonly name: string;
  readonly run: (bench: Workbench) => Promise<readonly Figure[]>;
}

/** How many times the time of the floor was taken; `undefined` without a floor. */
export function ratioOf({ unit, measured, floor }: Figure): number | undefined {
  if (floor === undefined) return undefined;
  return unit === 'per second' ? floor / measured : measured / floor;
}

/** `undefined` where no budget is set. */
export function isWithin(figure: Figure): boolean | undefined {
  const { budget, measured } = figure;
  if (budget === undefined) return undefined;
  if ('atLeast' in budget) return measured >= budget.atLeast;
  const judged = budget.of === 'ratio' ? ratioOf(figure) : measured;
  return judged !== undefined && judged <= budget.atMost;
}
