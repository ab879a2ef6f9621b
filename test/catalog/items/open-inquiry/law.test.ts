import { expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'open-inquiry';

test.each([
  ['00000000-0000-4000-8000-000000000001', []],
  ['00000000-0000-4000-8000-000000000002', []],
  ['00000000-0000-4000-8000-000000000003', ['inquiry.unknown-step']],
  ['00000000-0000-4000-8000-000000000009', ['inquiry.unknown-step']],
])(
  'what somebody obtained is inquired into, and not what was done by office (实施细则 第五十条): %s',
  (concerns, rules) => {
    expect(spoken(ITEM, { '/facts/concerns': concerns })).toEqual(rules);
  },
);
