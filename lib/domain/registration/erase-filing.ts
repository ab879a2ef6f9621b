import type { PlainDate } from '../time/plain-date.ts';
import type { Filing } from './filing.ts';

/** A filing that led to nothing: what was filed with it is in no register. */
export type Fruitless = Filing & { readonly state: 'returned' | 'refused' | 'withdrawn' };

export const isFruitless = (filing: Filing): filing is Fruitless =>
  filing.state === 'returned' || filing.state === 'refused' || filing.state === 'withdrawn';

/** The day on which it was over. */
export const endedOn = (filing: Fruitless): PlainDate =>
  filing.state === 'withdrawn' ? filing.withdrawal.on : filing.ruling.on;

/** Kept as it is, and no longer used: for who may still see it see `maySeeFiling`. */
export const restricted = (filing: Fruitless, on: PlainDate): Fruitless => ({ ...filing, restrictedOn: on });

/** What is left of a filing whose facts are kept no longer: its course, and receipts that say which facts they were. */
export const erased = ({ otherKeys: _, ...filing }: Fruitless, on: PlainDate): Fruitless => ({
  ...filing,
  filed: {},
  persons: [],
  maskedPersons: [],
  sealedPersons: '',
  erasedOn: on,
});
