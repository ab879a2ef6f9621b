import type { End } from '../domain/credit/end.ts';
import { epochDayOf, fromEpochDay, type PlainDate } from '../domain/time/plain-date.ts';

const ID_BYTES = 16;
const DAY_BYTES = 3;
/** Puts the first day of year 0 above zero, which stands for no day. */
const DAY_OFFSET = 800_000;
const OPEN = 0xff_ff_ff;
const MOST_OF_A_KIND = 255;

const numberOf = (day: End | undefined): number => {
  if (day === undefined) return 0;
  return day === 'open' ? OPEN : epochDayOf(day) + DAY_OFFSET;
};

const MOST_DAYS_KEPT = 20_000;
const daysRead = new Map<number, PlainDate>();

/** A look-up reads tens of thousands of days, most of them again and again: each is put into words once. */
function dayOf(packed: number): End | undefined {
  if (packed === 0) return undefined;
  if (packed === OPEN) return 'open';
  const read = daysRead.get(packed);
  if (read !== undefined) return read;
  if (daysRead.size >= MOST_DAYS_KEPT) daysRead.clear();
  const day = fromEpochDay(packed - DAY_OFFSET);
  daysRead.set(packed, day);
  return day;
}

/** Things that are written once and then named by one byte. */
function register<T>(values: T[] = []) {
  const places = new Map(values.map((value, at) => [value, at]));
  return {
    values,
    placeOf(value: T): number {
      const known = places.get(value);
      if (known !== undefined) return known;
      if (values.length >= MOST_OF_A_KIND) throw new RangeError('Too many of a kind to pack');
      places.set(value, values.length);
      return values.push(value) - 1;
    },
  };
}

/** Writes small numbers, days, and ids and names each of which it keeps once, before everything else. */
export function byteWriter() {
  const ids = register<string>();
  const names = register<string>();
  const written: number[] = [];
  const number = (value: number, bytes: number): void => {
    for (let shift = bytes - 1; shift >= 0; shift -= 1) written.push(Math.floor(value / 256 ** shift) % 256);
  };
  return {
    count: (value: number): void => number(value, 1),
    total: (value: number): void => number(value, 4),
    day: (day: End | undefined): void => number(numberOf(day), DAY_BYTES),
    id: (id: string): void => number(ids.placeOf(id), 1),
    name: (name: string): void => number(names.placeOf(name), 1),
    done: (): Buffer =>
      Buffer.concat([
        Buffer.of(ids.values.length, names.values.length),
        ...ids.values.map((id) => Buffer.from(id, 'base64url')),
        ...names.values.flatMap((name) => {
          const text = Buffer.from(name, 'utf8');
          return [Buffer.of(text.length), text];
        }),
        Buffer.from(written),
      ]),
  };
}

/** @throws RangeError where the bytes end too soon or name what they did not bring. */
export function byteReader(packed: Uint8Array) {
  const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength);
  let at = 0;
  /** Goes past the next bytes, and tells where they begin. */
  const pass = (length: number): number => {
    at += length;
    if (at > bytes.length) throw new RangeError('Packed bytes end too soon');
    return at - length;
  };
  const count = (): number => bytes[pass(1)] ?? 0;
  const number = (length: number): number => bytes.readUIntBE(pass(length), length);
  const text = (length: number, encoding: 'base64url' | 'utf8'): string =>
    bytes.toString(encoding, pass(length), at);
  const [idCount, nameCount] = [count(), count()];
  const ids = Array.from({ length: idCount }, () => text(ID_BYTES, 'base64url'));
  const names = Array.from({ length: nameCount }, () => text(count(), 'utf8'));
  const named = (values: readonly string[]): string => {
    const value = values[count()];
    if (value === undefined) throw new RangeError('Packed bytes name what they did not bring');
    return value;
  };
  return {
    count,
    total: (): number => number(4),
    day: (): End | undefined => dayOf(number(DAY_BYTES)),
    id: (): string => named(ids),
    name: (): string => named(names),
    atEnd: (): boolean => at === bytes.length,
  };
}
