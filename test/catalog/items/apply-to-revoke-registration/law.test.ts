import { describe, expect, test } from 'vitest';
import { foundItem } from '../../../../catalog/items.ts';
import { decided, spoken } from '../../../support/corpus-case.ts';

const ITEM = 'apply-to-revoke-registration';
const E = '/evidence/enterprise';
const ALWAYS = 'inquiry.acceptance';

test('whether it is accepted is decided in three working days, which are not extended (实施细则 第五十二条)', () => {
  expect(foundItem(ITEM)?.standards[0]?.limits).toMatchObject({
    reviewWorkingDays: 3,
    extensionWorkingDays: 0,
  });
  expect(decided(ITEM).admissible).toEqual(['register', 'return', 'refuse']);
});

describe('of a cancelled enterprise only the cancellation (第五十二条第二款第二项)', () => {
  /* The questioned step is of 2026-05-06. */
  test.each([
    ['registered', '2025-03-10', []],
    ['licence-revoked', '2026-08-03', []],
    ['establishment-revoked', '2026-08-03', []],
    ['cancelled', '2026-05-05', []],
    ['cancelled', '2026-05-06', []],
    ['cancelled', '2026-05-07', ['inquiry.cancelled']],
  ])('%s since %s', (status, since, rules) => {
    const set = { [`${E}/status`]: status, [`${E}/statusSince`]: since };
    expect(spoken(ITEM, set)).toEqual([...rules, ALWAYS]);
  });
});

test.each([
  ['token', []],
  ['in-person', ['identity.in-person']],
  ['none', ['identity.unproven']],
])('the person whose identity was used is verified (第五十一条第一款): %s', (proven, rules) => {
  expect(spoken(ITEM, { '/facts/persons/0/proven': proven })).toEqual([...rules, ALWAYS]);
});
