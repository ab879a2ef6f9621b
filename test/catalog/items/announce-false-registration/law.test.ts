import { expect, test } from 'vitest';
import { NOTICE_DAYS } from '../../../../catalog/rules/false-registration.ts';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'announce-false-registration';

test('a notice of forty-five days (条例 第四十条第二款)', () => {
  expect(NOTICE_DAYS).toBe(45);
});

test.each([
  ['2026-08-31', []],
  ['2026-09-01', ['false-registration.announced']],
])('an inquiry of 2026-09-01 and a notice of %s', (publishedOn, rules) => {
  const notice = { id: 'n', kind: 'false-registration', publishedOn, endsOn: '2026-10-16', objections: 0 };
  expect(spoken(ITEM, { '/evidence/enterprise/notices': [notice] })).toEqual(rules);
});
