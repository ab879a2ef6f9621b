import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { expect, test } from 'vitest';
import { judgeCitizenNumber } from '../../../lib/domain/subject/citizen-number.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import vectors from '../../vectors/uscc-vectors.json' with { type: 'json' };

const on = plainDate('2026-11-23');

test.each([
  ['11010519491231002X', '1949-12-31'],
  ['500155199001010009', '1990-01-01'],
  ['511623198512310016', '1985-12-31'],
  ['11010519491231002x', '1949-12-31'],
  [' １１０１０５１９４９１２３１００２Ｘ　', '1949-12-31'],
  ['110105200002290005', '2000-02-29'],
])('%s is valid, born on %s', (number, bornOn) => {
  expect(judgeCitizenNumber(number, on)).toEqual({ valid: true, bornOn });
});

test('every vector is among the cases of this file', () => {
  expect(vectors.id_card_vectors.valid_synthetic).toEqual([
    '11010519491231002X',
    '500155199001010009',
    '511623198512310016',
  ]);
  expect(vectors.id_card_vectors.invalid.map(({ code }) => code)).toEqual([
    '110105194912310021',
    '500155199002300008',
    '500155299001010007',
    '11010519491231002x',
  ]);
});

test.each([
  ['110105194912310021', 'bad-check'],
  ['500155199002300008', 'impossible-date'],
  ['500155299001010007', 'future-birth'],
  ['110105190002290009', 'impossible-date'],
  ['110105491231002', 'malformed'],
  ['1101051949123100X2', 'malformed'],
  ['110105 19491231002X', 'malformed'],
  ['', 'malformed'],
])('%s is refused: %s', (number, reason) => {
  expect(judgeCitizenNumber(number, on)).toEqual({ valid: false, reason });
});

test('a birth counts from its own day on', () => {
  const number = '511623202611230010';
  expect(judgeCitizenNumber(number, plainDate('2026-11-22'))).toEqual({
    valid: false,
    reason: 'future-birth',
  });
  expect(judgeCitizenNumber(number, plainDate('2026-11-23'))).toEqual({ valid: true, bornOn: '2026-11-23' });
});

test('the division part is not judged', () => {
  expect(judgeCitizenNumber('810000199001010000', on).valid).toBe(true);
  expect(judgeCitizenNumber('999999199001010008', on).valid).toBe(true);
});

test('agrees with an independent implementation', () => {
  const digits = (length: number) =>
    fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });
  const part = (min: number, max: number) =>
    fc.integer({ min, max }).map((number) => String(number).padStart(2, '0'));
  const front = fc
    .tuple(digits(6), part(1900, 2019), part(0, 13), part(0, 32), digits(3))
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(front, (first17) => {
      for (const check of '0123456789X') {
        const number = first17 + check;
        const { valid } = judgeCitizenNumber(number, on);
        expect({ number, valid }).toEqual({ number, valid: stdnum.CN?.ric?.validate(number).isValid });
      }
    }),
    { numRuns: 300 },
  );
});
