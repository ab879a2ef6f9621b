import type { PlainDate } from '../time/plain-date.ts';

/**
 * How far a statement of law or practice was checked: read in the source, read in a secondary source,
 * concluded from what was read, or known from memory only and to be verified before production.
 */
export type Confidence = 'seen' | 'seen-2nd' | 'inference' | 'memory';

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Where an entry of the catalog comes from and when it holds; `validTo` is exclusive. */
export interface Provenance {
  readonly source: string;
  readonly edition: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  readonly confidence: Confidence;
}

/** An article of law: `{ law: '公司法', article: '第四十七条' }`. `validTo` is exclusive. */
export interface Article {
  readonly law: string;
  readonly article: string;
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate;
  readonly confidence: Confidence;
}

export const holdsOn = (
  entry: { readonly validFrom: PlainDate; readonly validTo?: PlainDate },
  on: PlainDate,
): boolean => entry.validFrom <= on && (entry.validTo === undefined || on < entry.validTo);
