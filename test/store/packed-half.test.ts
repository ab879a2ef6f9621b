import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { End } from '../../lib/domain/credit/end.ts';
import { emptyHalf, type Half } from '../../lib/domain/credit/half.ts';
import { packHalf, unpackHalf } from '../../lib/store/packed-half.ts';
import { day, recordId } from '../support/records.ts';

const ends: readonly End[] = ['open', ...['0001-01-01', '1949-10-01', '2026-11-23', '9999-12-31'].map(day)];
const end = fc.constantFrom(...ends);
const someDay = fc.constantFrom(day('2026-04-01'), day('1949-10-01'));
const ranked = fc.record({ record: fc.nat(40).map(recordId), day: end });
const next = fc.option(end, { nil: undefined });
const ranking = fc
  .tuple(fc.array(ranked, { maxLength: 3 }), next)
  .map(([kept, last]) => ({ kept, ...(last !== undefined && { next: last }) }));
const named = fc.constantFrom(
  { class: 'penalty', severity: 'serious' as const },
  { class: 'penalty', severity: 'minor' as const },
  { class: 'honour' },
);
const half: fc.Arbitrary<Half> = fc
  .record({
    tallies: fc.array(
      fc.record({
        named,
        count: fc.nat(4_000_000_000),
        byEnd: ranking,
        byDecision: ranking,
      }),
      { maxLength: 12 },
    ),
    entries: fc.array(fc.record({ named, ranked, decidedOn: someDay }), { maxLength: 10 }),
    next,
    rightUntil: fc.option(someDay, { nil: undefined }),
    withdrawnListing: fc.boolean(),
    disputed: fc.option(
      fc.record({
        kept: fc.array(fc.nat(60).map(recordId), { minLength: 1, maxLength: 8 }),
        more: fc.boolean(),
      }),
      { nil: undefined },
    ),
  })
  .map(({ tallies, entries, next: last, rightUntil, disputed, withdrawnListing }) => ({
    jurisdiction: 'EAST',
    tallies: tallies.map(({ named: name, ...tally }) => ({ ...name, ...tally })),
    disclosed: {
      kept: entries.map(({ named: name, ranked: place, decidedOn }) => ({
        ...place,
        ...name,
        issuedBy: 'reg-500231',
        decidedOn,
      })),
      ...(last !== undefined && { next: last }),
    },
    ...(rightUntil !== undefined && { rightUntil }),
    ...(withdrawnListing && { withdrawnListing: true as const }),
    ...(disputed !== undefined && { disputed }),
  }));

test('a half comes out of its packing as it went in', () => {
  fc.assert(
    fc.property(half, (given) => {
      expect(unpackHalf('EAST', packHalf(given))).toEqual(given);
    }),
    { numRuns: 500 },
  );
});

test('an id takes its bytes once, however often it is named', () => {
  const entry = { record: recordId(1), day: 'open' as const };
  const tally = { class: 'honour', count: 1, byEnd: { kept: [entry] }, byDecision: { kept: [entry] } };
  const once = packHalf({ ...emptyHalf('EAST'), tallies: [tally] });
  const marked = packHalf({
    ...emptyHalf('EAST'),
    tallies: [tally],
    disputed: { kept: [recordId(1)], more: false },
  });
  expect(marked.length - once.length).toBe(1);
});

test('what is no packing is refused', () => {
  expect(() => unpackHalf('EAST', Buffer.alloc(0))).toThrow(RangeError);
  expect(() => unpackHalf('EAST', Buffer.alloc(8))).toThrow(RangeError);
  expect(() => unpackHalf('EAST', Buffer.concat([packHalf(emptyHalf('EAST')), Buffer.of(0)]))).toThrow(
    RangeError,
  );
  expect(() => unpackHalf('EAST', Buffer.from([200, 0]))).toThrow(RangeError);
});
