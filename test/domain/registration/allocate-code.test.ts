import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allocateCode, BODIES_PER_PREFIX } from '../../../lib/domain/registration/allocate-code.ts';
import { isOrganisationCode } from '../../../lib/domain/subject/organisation-code.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';

const LAST = 887_503_680;

test('a prefix of two characters gives 31 to the sixth bodies', () => {
  expect(BODIES_PER_PREFIX).toBe(887_503_681);
});

const allocate = (serial: number, division: string, codeClass: '91' | '92' | '93' = '91') =>
  allocateCode({ prefix: 'MY', serial, division, codeClass });

describe('serials', () => {
  test.each([
    [0, 'MY000000'],
    [1, 'MY000001'],
    [30, 'MY00000Y'],
    [31, 'MY000010'],
    [LAST, 'MYYYYYYY'],
  ])('%d has the stem %s', (serial, stem) => {
    const { body, code } = allocate(serial, '511623');
    expect(body.slice(0, 8)).toBe(stem);
    expect(code.slice(0, 17)).toBe(`91511623${body}`);
  });

  test.each([-1, LAST + 1])('%d is none of them', (serial) => {
    expect(() => allocate(serial, '511623')).toThrow(RangeError);
  });
});

test('every code passes both checks, and no two bodies are alike', () => {
  const serial = fc.integer({ min: 0, max: LAST });
  const division = fc.constantFrom('511623', '500231', '500000', '510000');
  fc.assert(
    fc.property(serial, division, (taken, registering) => {
      const { code, body } = allocate(taken, registering);
      expect(classifyUnifiedSocialCreditCode(code)).toMatchObject({ state: 'valid' });
      expect(isOrganisationCode(body)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
  const first = Array.from({ length: 5_000 }, (_, index) => allocate(index, '511623').body);
  expect(new Set(first).size).toBe(5_000);
});

test.each(['91', '92', '93'] as const)(
  'a code of class %s begins with it and passes both checks',
  (codeClass) => {
    const { code } = allocate(7, '511623', codeClass);
    expect(code.slice(0, 8)).toBe(`${codeClass}511623`);
    expect(classifyUnifiedSocialCreditCode(code)).toMatchObject({ state: 'valid' });
  },
);
