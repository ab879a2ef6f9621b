import { expect, test } from 'vitest';
import { decided, spoken } from '../../../support/corpus-case.ts';

const ITEM = 'confirm-file-handover';
const E = '/evidence/enterprise';

test.each([
  ['2026-08-31', ['handover.day']],
  ['2026-09-01', []],
  ['2026-11-23', []],
  ['2026-11-24', ['handover.day']],
])('the file of a move of 2026-09-01, handed over on %s', (handedOverOn, rules) => {
  expect(spoken(ITEM, { '/facts/handedOverOn': handedOverOn })).toEqual(rules);
});

test.each([
  ['2026-11-19', []],
  ['2026-11-20', []],
  ['2026-11-21', ['handover.late']],
])(
  'due on 2026-11-20 (实施细则 第六十二条), handed over on %s, is recorded all the same',
  (handedOverOn, rules) => {
    const set = { [`${E}/handover/dueOn`]: '2026-11-20', '/facts/handedOverOn': handedOverOn };
    expect(spoken(ITEM, set)).toEqual(rules);
    expect(decided(ITEM, set).admissible).toEqual(['register']);
  },
);

test.each(['registered', 'licence-revoked', 'cancelled'])('of an enterprise that is %s', (status) => {
  expect(spoken(ITEM, { [`${E}/status`]: status })).toEqual([]);
});

test('nothing is handed over twice', () => {
  expect(spoken(ITEM, { [`${E}/handover/doneOn`]: '2026-10-01' })).toEqual(['handover.none']);
});
