import { expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'close-inquiry';
const I = '/evidence/enterprise/inquiries/0';

test.each([
  ['2026-08-23', undefined, []],
  ['2026-08-22', undefined, ['inquiry.late']],
  ['2026-05-23', '2026-08-20', []],
  ['2026-05-22', '2026-08-20', ['inquiry.late']],
])(
  'three months, or six: accepted on %s, extended on %s, on 2026-11-23 (实施细则 第五十三条)',
  (acceptedOn, extendedOn, rules) => {
    const set = { [`${I}/acceptedOn`]: acceptedOn, ...(extendedOn && { [`${I}/extendedOn`]: extendedOn }) };
    expect(spoken(ITEM, set)).toEqual(rules);
  },
);
