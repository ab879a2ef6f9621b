import { expect, test } from 'vitest';
import { isLegacyCode, normaliseCode } from '../../../lib/domain/subject/legacy-code.ts';
import { showSubject } from '../../../lib/domain/subject/named-subject.ts';
import { isSubjectKey } from '../../../lib/domain/subject/subject-key.ts';

test.each([
  ['110108000000016', true],
  ['110108000000017', false],
  ['11010800000001', false],
  ['MA5U000A5', true],
  ['MA5U000A6', false],
  ['91500231MA5U000A5X', false],
])('%s is a code of before the unified ones: %s', (code, legacy) => {
  expect(isLegacyCode(normaliseCode(code))).toBe(legacy);
});

test('an organisation code is one with and without its hyphen, in either width and case', () => {
  for (const code of ['MA5U000A-5', 'ma5u000a5', 'ＭＡ５Ｕ０００Ａ－５'])
    expect(showSubject({ kind: 'organisation', code })).toEqual({
      kind: 'organisation',
      code: 'MA5U000A5',
      codeCheck: 'legacy',
    });
  expect(isSubjectKey('O:MA5U000A5')).toBe(true);
  expect(isSubjectKey('O:MA5U000A')).toBe(false);
});
