import { randomBytes } from 'node:crypto';
import { endOfDayInChina, type Instant, instantOf } from '../domain/time/instant.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';

/** A UUID of version 7 (RFC 9562): 48 bits of the instant's milliseconds, 74 random ones. */
export function newLookupId(at: Instant): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.parse(at), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** 32 random bytes of an entry. Made here and not with the hashes, which those who only look up need no code for. */
export const newEntrySalt = (): string => randomBytes(32).toString('base64url');

/** When a look-up was made, and the day under which it is filed, by its id alone. */
export function whenOf(id: string): { readonly at: Instant; readonly on: PlainDate } {
  const at = instantOf(new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)));
  const utcDay = at.slice(0, 10) as PlainDate;
  return { at, on: at < endOfDayInChina(utcDay) ? utcDay : addDays(utcDay, 1) };
}
