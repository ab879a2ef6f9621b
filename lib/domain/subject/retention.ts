import type { Article, Bilingual, Confidence } from '../standard/provenance.ts';
import { addMonths, type PlainDate } from '../time/plain-date.ts';

export type KeptFor = { readonly months: number } | { readonly days: number } | 'unbounded';

/** How long one kind of data is kept, on what ground, and what happens then (保存期限). */
export interface RetentionRule {
  readonly id: string;
  readonly name: Bilingual;
  readonly basis: readonly Article[];
  /** What the period runs from. */
  readonly from: 'submitted' | 'decided' | 'registered' | 'recorded' | 'answered' | 'saved';
  readonly period: KeptFor;
  /** From then on it is erased on request, though the period goes on. @default it is not erased on request */
  readonly erasableAfter?: { readonly months: number };
  readonly after: 'expire' | 'erase' | 'archive';
  readonly confidence: Confidence;
}

/** Whether something may be erased on a day, and where not, why and until when. */
export type Erasable =
  | { readonly erasable: true }
  | { readonly erasable: false; readonly why: 'kept-by-law' }
  | { readonly erasable: false; readonly why: 'period-runs'; readonly until: PlainDate };

/** Whether a person may have something erased that ended on `from`: not before whoever has to answer for it could be asked. */
export function erasableOnRequest(
  { erasableAfter }: RetentionRule,
  from: PlainDate,
  on: PlainDate,
): Erasable {
  if (erasableAfter === undefined) return { erasable: false, why: 'kept-by-law' };
  const until = addMonths(from, erasableAfter.months);
  return on < until ? { erasable: false, why: 'period-runs', until } : { erasable: true };
}

/** The last day of decision whose period is over on a day; `undefined` where the period has no end in months. */
export function overSince({ period, after }: RetentionRule, on: PlainDate): PlainDate | undefined {
  if (after !== 'erase' || period === 'unbounded' || !('months' in period)) return undefined;
  return addMonths(on, -period.months);
}
