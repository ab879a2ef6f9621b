import { expect, test } from 'vitest';
import { decided, spoken } from '../../../support/corpus-case.ts';

const ITEM = 'annul-revocation';

test.each([
  ['revoke-registration', []],
  ['revoke-licence', ['annulment.not-a-revocation']],
  ['establish-company', ['annulment.not-a-revocation']],
])('a wrong revocation alone (条例 第四十二条): %s', (item, rules) => {
  expect(spoken(ITEM, { '/evidence/undone/item': item })).toEqual(rules);
});

test('another officer decides', () => {
  expect(decided(ITEM).findings.map(({ rule }) => rule)).toEqual(['ex-officio.decision']);
  expect(decided(ITEM).admissible).toEqual(['register', 'return']);
});
