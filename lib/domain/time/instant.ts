import { addDays, type PlainDate } from './plain-date.ts';

declare const instant: unique symbol;

/** A point in time, ISO 8601 in UTC with milliseconds (`2026-11-23T01:02:03.004Z`); compares as a string. */
export type Instant = string & { readonly [instant]: true };

/** The clock as every act and rule receives it: the instant, and its day in China Standard Time. */
export interface Moment {
  readonly at: Instant;
  readonly on: PlainDate;
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

export const instantOf = (date: Date): Instant => date.toISOString() as Instant;

export const addSeconds = (at: Instant, seconds: number): Instant =>
  instantOf(new Date(Date.parse(at) + seconds * 1000));

/** True for an instant in exactly the form this service writes. */
export function isInstant(text: string): text is Instant {
  const parsed = new Date(text);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text;
}

/** The first instant after a day in China Standard Time: the day's last hour ends at 24:00 (民法典 203). */
export const endOfDayInChina = (day: PlainDate): Instant =>
  instantOf(new Date(Date.parse(`${addDays(day, 1)}T00:00:00Z`) - CHINA_OFFSET_MS));

const dayInChina = (milliseconds: number): PlainDate =>
  new Date(milliseconds + CHINA_OFFSET_MS).toISOString().slice(0, 10) as PlainDate;

/** The one place where an instant becomes a legal day; only `edge` calls it. */
export function momentOf(date: Date): Moment {
  return { at: instantOf(date), on: dayInChina(date.getTime()) };
}

/** The day something was written down on; for sorting what is kept, never for a rule. */
export const dayOfRecord = (at: Instant): PlainDate => dayInChina(Date.parse(at));
