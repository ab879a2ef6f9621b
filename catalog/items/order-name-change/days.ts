import type { PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { lastDayWithin } from '../../rules/last-day.ts';
import { DAYS_TO_CHANGE } from '../../rules/name-orders.ts';
import type { NameOrderFacts } from './facts.ts';

/**
 * The day from which the thirty days count: that on which the enterprise received the document. What it received of a
 * court before that took effect was no effective document (生效的法律文书) until it did [inference].
 */
export function countsFrom({ ground, receivedOn }: Pick<NameOrderFacts, 'ground' | 'receivedOn'>): PlainDate {
  return ground.kind === 'court' && ground.effectiveOn > receivedOn ? ground.effectiveOn : receivedOn;
}

/** The last day for the change of the name; no day that has not come is counted from, whatever was filed. */
export function changeBy(facts: Pick<NameOrderFacts, 'ground' | 'receivedOn'>, on: PlainDate): PlainDate {
  const from = countsFrom(facts);
  return lastDayWithin(from > on ? on : from, DAYS_TO_CHANGE);
}
