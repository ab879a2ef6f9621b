declare const day: unique symbol;

/** A calendar day, `YYYY-MM-DD`. Two days compare as strings; an instant cannot slip in. */
export type PlainDate = string & { readonly [day]: true };

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

/** True for a day that exists: `2026-02-30` and `2026-2-3` do not. */
export function isPlainDate(text: string): text is PlainDate {
  if (!SHAPE.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** @throws RangeError when the text is not a day that exists. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
}

const twoDigits = (part: number): string => (part < 10 ? `0${part}` : String(part));

/** No day comes after it: one of five digits would neither compare as a string nor be read again. */
const LAST_DAY = '9999-12-31' as PlainDate;
const LAST_EPOCH_DAY = Date.parse(`${LAST_DAY}T00:00:00Z`) / DAY_MS;

/** The day so many days after 1970-01-01. Look-ups read thousands of days, and `toISOString` takes five times as long. */
export function fromEpochDay(epochDay: number): PlainDate {
  const date = new Date(Math.min(epochDay, LAST_EPOCH_DAY) * DAY_MS);
  const year = String(date.getUTCFullYear()).padStart(4, '0');
  return `${year}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}` as PlainDate;
}

export const epochDayOf = (date: PlainDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const addDays = (date: PlainDate, days: number): PlainDate => fromEpochDay(epochDayOf(date) + days);

/** Monday is 1, Sunday is 7. */
export const weekdayOf = (date: PlainDate): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

/** The corresponding day, or the last day of the month where there is none (民法典 202). */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 0, dayOfMonth = 0] = date.split('-').map(Number);
  /* Not Date.UTC, which takes the years 0 to 99 for 1900 to 1999. */
  const first = new Date(0);
  first.setUTCFullYear(year, month - 1 + months, 1);
  const last = new Date(first);
  last.setUTCMonth(last.getUTCMonth() + 1, 0);
  first.setUTCDate(Math.min(dayOfMonth, last.getUTCDate()));
  if (first.getUTCFullYear() > 9999) return LAST_DAY;
  return first.toISOString().slice(0, 10) as PlainDate;
}

export const addYears = (date: PlainDate, years: number): PlainDate => addMonths(date, years * 12);

/** The earlier of two days; `undefined` stands for "never". */
export function earlier(a: PlainDate | undefined, b: PlainDate | undefined): PlainDate | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? a : b;
}
