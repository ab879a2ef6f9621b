import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { End } from '../../lib/domain/credit/end.ts';
import type { DisclosedEntry } from '../../lib/domain/credit/half.ts';
import {
  packEntry,
  packNext,
  packRanking,
  unpackEntry,
  unpackNext,
  unpackRanking,
} from '../../lib/store/packed-half.ts';
import { day, recordId } from '../support/records.ts';

const ends: readonly End[] = ['open', ...['0001-01-01', '1949-10-01', '2026-11-23', '9999-12-31'].map(day)];
const end = fc.constantFrom(...ends);
const ranked = fc.record({ record: fc.nat().map(recordId), day: end });

test('a ranking comes out of its packing as it went in', () => {
  fc.assert(
    fc.property(fc.array(ranked, { maxLength: 3 }), fc.option(end, { nil: undefined }), (kept, next) => {
      const ranking = { kept, ...(next !== undefined && { next }) };
      expect(unpackRanking(packRanking(ranking))).toEqual(ranking);
    }),
  );
});

test('a disclosed entry comes out of its packing as it went in', () => {
  const entry: DisclosedEntry = {
    record: recordId(1),
    day: 'open',
    class: 'penalty',
    severity: 'serious',
    issuedBy: 'reg-500231',
    decidedOn: day('2026-05-11'),
  };
  expect(unpackEntry(packEntry(entry))).toEqual(entry);
  const { severity: _, ...without } = { ...entry, day: day('2029-05-11') };
  expect(unpackEntry(packEntry(without))).toEqual(without);
});

test('no next day is no day, and an open one is open', () => {
  expect(unpackNext(packNext(undefined))).toBeUndefined();
  expect(unpackNext(packNext('open'))).toBe('open');
});

test('what is no packing is refused', () => {
  expect(() => unpackRanking(Buffer.alloc(20))).toThrow(RangeError);
  expect(() => unpackRanking(Buffer.alloc(22))).toThrow(RangeError);
});
