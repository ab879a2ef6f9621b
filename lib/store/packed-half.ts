import type { End } from '../domain/credit/end.ts';
import type { DisclosedEntry, Tally } from '../domain/credit/half.ts';
import type { Ranked, Ranking } from '../domain/credit/ranking.ts';
import { severities } from '../domain/credit/record.ts';
import { epochDayOf, fromEpochDay, type PlainDate } from '../domain/time/plain-date.ts';

/*
 * A half is packed so that both fit into one read unit (4 KB): an id takes its 16 bytes, a day 3, instead of the
 * 22 and 10 of their texts.
 */

const ID_BYTES = 16;
const DAY_BYTES = 3;
const RANKED_BYTES = ID_BYTES + DAY_BYTES;
/** Puts the first day of year 0 above zero, which stands for no day. */
const DAY_OFFSET = 800_000;
const OPEN = 0xff_ff_ff;

const numberOf = (day: End | undefined): number => {
  if (day === undefined) return 0;
  return day === 'open' ? OPEN : epochDayOf(day) + DAY_OFFSET;
};

const dayOf = (packed: number): End | undefined => {
  if (packed === 0) return undefined;
  return packed === OPEN ? 'open' : fromEpochDay(packed - DAY_OFFSET);
};

const packDay = (day: End | undefined): Buffer => {
  const bytes = Buffer.alloc(DAY_BYTES);
  bytes.writeUIntBE(numberOf(day), 0, DAY_BYTES);
  return bytes;
};

const packRanked = ({ record, day }: Ranked): Buffer =>
  Buffer.concat([Buffer.from(record, 'base64url'), packDay(day)]);

/** The same bytes, not a copy of them. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

const readDay = (bytes: Buffer, at: number): End | undefined => dayOf(bytes.readUIntBE(at, DAY_BYTES));

function requireDay(bytes: Buffer, at: number): End {
  const day = readDay(bytes, at);
  if (day === undefined) throw new RangeError('A packed entry has no day');
  return day;
}

const readRanked = (bytes: Buffer, at: number): Ranked => ({
  record: bytes.toString('base64url', at, at + ID_BYTES),
  day: requireDay(bytes, at + ID_BYTES),
});

/** The next day first, then the entries. */
export const packRanking = ({ kept, next }: Ranking): Buffer =>
  Buffer.concat([packDay(next), ...kept.map(packRanked)]);

export function unpackRanking(packed: Uint8Array): Ranking {
  const bytes = bytesOf(packed);
  const entries = (bytes.length - DAY_BYTES) / RANKED_BYTES;
  if (!Number.isInteger(entries)) throw new RangeError('Not a packed ranking');
  const kept = Array.from({ length: entries }, (_, index) =>
    readRanked(bytes, DAY_BYTES + index * RANKED_BYTES),
  );
  const next = readDay(bytes, 0);
  return { kept, ...(next !== undefined && { next }) };
}

/** `class` or `class/severity`: the name of a tally within its half. */
export const tallyName = ({ class: id, severity }: Pick<Tally, 'class' | 'severity'>): string =>
  severity === undefined ? id : `${id}/${severity}`;

export function tallyNamed(name: string): Pick<Tally, 'class' | 'severity'> {
  const [id = '', text] = name.split('/');
  const severity = severities.find((known) => known === text);
  return { class: id, ...(severity !== undefined && { severity }) };
}

export const packEntry = (entry: DisclosedEntry): Buffer =>
  Buffer.concat([
    packRanked(entry),
    packDay(entry.decidedOn),
    Buffer.from(`${tallyName(entry)} ${entry.issuedBy}`, 'utf8'),
  ]);

export function unpackEntry(packed: Uint8Array): DisclosedEntry {
  const bytes = bytesOf(packed);
  const [name = '', issuedBy = ''] = bytes.toString('utf8', RANKED_BYTES + DAY_BYTES).split(' ');
  return {
    ...readRanked(bytes, 0),
    ...tallyNamed(name),
    issuedBy,
    decidedOn: requireDay(bytes, RANKED_BYTES) as PlainDate,
  };
}

export const packNext = packDay;
export const unpackNext = (packed: Uint8Array): End | undefined => readDay(bytesOf(packed), 0);
