import { describe, expect, test } from 'vitest';
import { decided, spoken } from '../../../support/corpus-case.ts';

const ITEM = 'revoke-registration';
const E = '/evidence/enterprise';

describe('without an objection, once the notice of 45 days is over (条例 第四十条第二款)', () => {
  const set = (publishedOn: string, endsOn: string, objections = 0) => ({
    '/facts/basis': 'unopposed-notice',
    '/facts/materials': [
      { kind: 'decision', sha256: 'a' },
      { kind: 'notice-record', sha256: 'b' },
    ],
    [`${E}/notices`]: [{ id: 'n', kind: 'false-registration', publishedOn, endsOn, objections }],
  });
  test.each([
    ['2026-10-08', '2026-11-22', 0, []],
    ['2026-10-09', '2026-11-23', 0, ['revocation.notice']],
    ['2026-10-08', '2026-11-22', 1, ['revocation.notice']],
  ])('published on %s until %s, %i objections, on 2026-11-23', (publishedOn, endsOn, objections, rules) => {
    expect(spoken(ITEM, set(publishedOn, endsOn, objections))).toEqual(rules);
  });
});

test.each([
  ['2026-08-23', undefined, []],
  ['2026-08-22', undefined, ['inquiry.late']],
  ['2026-05-23', '2026-08-20', []],
  ['2026-05-22', '2026-08-20', ['inquiry.late']],
])(
  'accepted on %s, extended on %s: late is told, and hinders nothing (实施细则 第五十三条)',
  (acceptedOn, extendedOn, rules) => {
    const I = `${E}/inquiries/0`;
    const set = { [`${I}/acceptedOn`]: acceptedOn, ...(extendedOn && { [`${I}/extendedOn`]: extendedOn }) };
    expect(spoken(ITEM, set)).toEqual(rules);
    expect(decided(ITEM, set).admissible).toEqual(['register', 'return']);
  },
);

test.each(['public-interest', 'cannot-be-restored', 'other-law'])(
  'what speaks against it is judged (条例 第四十一条): %s',
  (against) => {
    expect(spoken(ITEM, { '/facts/against': [against] })).toEqual(['revocation.against']);
  },
);

describe('only what is false (实施细则 第五十七条)', () => {
  test.each([
    [['heads'], []],
    [['heads', 'members'], []],
    [['scope'], ['revocation.part-unchanged']],
    [[], ['revocation.part-empty']],
  ])('of a change of heads and members: %s', (parts, rules) => {
    expect(spoken(ITEM, { '/facts/extent': { kind: 'part', parts } })).toEqual(rules);
  });
});
