import { expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'resume-inquiry';
const RESTS = '/evidence/enterprise/inquiries/0/rests';

test.each<[string, readonly { from: string; resumedOn?: string }[], readonly string[]]>([
  ['that rests', [{ from: '2026-10-08' }], []],
  ['that never rested', [], ['inquiry-rest.none']],
  ['that goes on', [{ from: '2026-10-08', resumedOn: '2026-10-09' }], ['inquiry-rest.none']],
  ['that rests again', [{ from: '2026-10-08', resumedOn: '2026-10-09' }, { from: '2026-11-02' }], []],
])('an inquiry %s is resumed (实施细则 第五十三条、第五十四条)', (_, rests, rules) => {
  expect(spoken(ITEM, { [RESTS]: rests })).toEqual(rules);
});

test.each(['ground-gone', 'application-withdrawn', 'by-office'])('by reason of %s', (reason) => {
  expect(spoken(ITEM, { '/facts/reason': reason })).toEqual([]);
});
