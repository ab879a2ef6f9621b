import type { Instant } from '../time/instant.ts';

/**
 * `near-quota`: most of a quota is used. `quota-exceeded`: it would have been passed, and nothing was answered.
 * `sequential-numbers`: one look-up named many persons whose numbers follow one another or differ only in their end.
 * `entry-after-seal`: an entry was written for a day that is sealed already, and does not stand in its tree.
 */
export const lookupAlarmKinds = [
  'near-quota',
  'quota-exceeded',
  'sequential-numbers',
  'entry-after-seal',
] as const;

/** Something about look-ups that an auditor should look at; it tells of whoever asked, never of whom. */
export interface LookupAlarm {
  readonly at: Instant;
  readonly kind: (typeof lookupAlarmKinds)[number];
  readonly caller: string;
  readonly authority: string;
  readonly purpose: string;
  readonly lookup: string;
  readonly period?: 'hour' | 'day';
  readonly count: number;
  readonly limit?: number;
}
