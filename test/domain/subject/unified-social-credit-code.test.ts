import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, test } from 'vitest';
import {
  classifyUnifiedSocialCreditCode,
  composeUnifiedSocialCreditCode,
  unifiedCheckCharacter,
} from '../../../lib/domain/subject/unified-social-credit-code.ts';
import vectors from '../../vectors/uscc-vectors.json' with { type: 'json' };

const stateOf = (code: string) => classifyUnifiedSocialCreditCode(code).state;

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const fromAlphabet = (length: number) =>
  fc.string({ unit: fc.constantFrom(...ALPHABET), minLength: length, maxLength: length });
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length });

/** How this service answers each class of invalid vector; lower case and full width are normalised first. */
const answers: Readonly<Record<string, string>> = {
  bad_check: 'bad-check',
  transposition: 'bad-check',
  bad_length: 'malformed',
  bad_charset: 'malformed',
  lowercase: 'valid',
  fullwidth: 'valid',
  bad_check_real_world: 'bad-check',
  naive_ord_mapping: 'bad-check',
};

describe('vectors', () => {
  test('none is missing', () => {
    expect([vectors.valid.length, vectors.invalid.length, vectors.warn_only.length]).toEqual([16, 20, 1]);
  });

  test.each(vectors.valid)('$code is valid', ({ code, check, body }) => {
    expect(classifyUnifiedSocialCreditCode(code)).toEqual({
      code,
      state: 'valid',
      registrantClass: code.slice(0, 2),
      division: code.slice(2, 8),
      body,
    });
    expect(unifiedCheckCharacter(code.slice(0, 17))).toBe(check);
  });

  test.each(vectors.invalid)('$code: $reason', ({ code, reason }) => {
    const outsideTheAlphabet = code === '91350100M000100Y4Z';
    expect(stateOf(code)).toBe(outsideTheAlphabet ? 'malformed' : answers[reason]);
  });

  test.each(vectors.warn_only)('$code only fails the check of its body', ({ code }) => {
    expect(stateOf(code)).toBe('bad-body-check');
  });
});

test('full width, lower case and surrounding space are normalised, an inner space is not', () => {
  expect(classifyUnifiedSocialCreditCode('　９１５１０５００２０４７０６７１８ｈ ').code).toBe(
    '91510500204706718H',
  );
  expect(stateOf('9151050 0204706718H')).toBe('malformed');
  expect(stateOf('')).toBe('malformed');
  expect(stateOf('91510500204706718H\n1')).toBe('malformed');
});

test('letters are refused in the division and accepted in the first two characters', () => {
  expect(stateOf('9151A500204706718H')).toBe('malformed');
  expect(
    composeUnifiedSocialCreditCode({ registrantClass: 'N2', division: '511623', body: 'MA62K0260' }),
  ).toMatch(/^N2511623MA62K0260[0-9A-Y]$/);
});

describe('composing', () => {
  test('gives the codes of the standard and of the boundary where the check is 0', () => {
    const parts = { registrantClass: '91', division: '350100', body: 'M000100Y4' };
    expect(composeUnifiedSocialCreditCode(parts)).toBe('91350100M000100Y43');
    expect(
      composeUnifiedSocialCreditCode({ registrantClass: '11', division: '500228', body: '008652353' }),
    ).toBe('115002280086523530');
  });

  test.each([
    { registrantClass: '9', division: '1510500', body: '204706718' },
    { registrantClass: '91', division: '51050X', body: '204706718' },
    { registrantClass: '91', division: '510500', body: '204706719' },
    { registrantClass: '91', division: '510500', body: '20470671' },
    { registrantClass: 'Z1', division: '510500', body: '204706718' },
  ])('refuses $registrantClass $division $body', (parts) => {
    expect(() => composeUnifiedSocialCreditCode(parts)).toThrow(RangeError);
  });

  test('a body may not hold a letter that codes leave out, though its own check is right', () => {
    expect(() =>
      composeUnifiedSocialCreditCode({ registrantClass: '91', division: '510500', body: 'I00000001' }),
    ).toThrow(RangeError);
  });
});

describe('properties', () => {
  test('one altered character never leaves a code valid', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...vectors.valid.map(({ code }) => code)),
        fc.nat(17),
        fc.constantFrom(...ALPHABET),
        (code, at, other) => {
          fc.pre(code.charAt(at) !== other);
          expect(stateOf(code.slice(0, at) + other + code.slice(at + 1))).not.toBe('valid');
        },
      ),
    );
  });

  test('the 18th character agrees with an independent implementation', () => {
    fc.assert(
      fc.property(digits(8), fromAlphabet(9), fromAlphabet(1), (front, body, last) => {
        // That implementation refuses every code whose check is `0`: it looks for value 31.
        fc.pre(unifiedCheckCharacter(front + body) !== '0');
        for (const check of [last, unifiedCheckCharacter(front + body)]) {
          const code = front + body + check;
          const ours = ['valid', 'bad-body-check'].includes(stateOf(code));
          expect({ code, valid: ours }).toEqual({
            code,
            valid: stdnum.CN?.uscc?.validate(code).isValid,
          });
        }
      }),
      { numRuns: 500 },
    );
  });
});
