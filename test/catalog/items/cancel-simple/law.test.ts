import { describe, expect, test } from 'vitest';
import { enterpriseTypes } from '../../../../lib/domain/registration/enterprise-type.ts';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const item = 'cancel-simple';
const notice = (publishedOn: string, endsOn: string, overrides: object = {}) => ({
  '/evidence/enterprise/notices': [
    { id: 'n1', kind: 'simple-cancellation', publishedOn, endsOn, objections: 0, ...overrides },
  ],
});

describe('条例 第三十三条第二款, 公司法 第二百四十条第二款: after twenty days, within twenty days', () => {
  const early = ['simple.notice-runs defect'];
  const late = ['simple.too-late defect'];
  test.each([
    ['2026-03-02', '2026-03-22', '2026-03-02', early],
    ['2026-03-02', '2026-03-22', '2026-03-22', early],
    ['2026-03-02', '2026-03-22', '2026-03-23', []],
    ['2026-03-05', '2026-03-25', '2026-04-14', []],
    ['2026-03-05', '2026-03-25', '2026-04-15', late],
    ['2026-03-02', '2026-03-22', '2026-04-13', []],
    ['2026-03-02', '2026-03-22', '2026-04-14', late],
    ['2028-02-10', '2028-03-01', '2028-03-21', []],
    ['2028-02-10', '2028-03-01', '2028-03-22', late],
    ['2026-08-24', '2026-09-13', '2026-10-08', []],
    ['2026-08-24', '2026-09-13', '2026-10-09', late],
    ['2026-01-05', '2026-01-25', '2026-02-14', []],
    ['2026-01-05', '2026-01-25', '2026-02-15', late],
  ])('published on %s, to %s, applied for on %s', (publishedOn, endsOn, on, expected) =>
    expect(foundIn(item, { '/on': on, ...notice(publishedOn, endsOn) })).toEqual(expected),
  );
});

test.each([
  [0, []],
  [1, ['simple.objected defect']],
  [2, ['simple.objected defect']],
])('with %i objections', (objections, expected) =>
  expect(foundIn(item, notice('2026-10-30', '2026-11-19', { objections }))).toEqual(expected),
);

test('条例 第三十三条: for every type but the individual business, which has its own way', () => {
  const allowed = enterpriseTypes.filter(
    (type) => !foundIn(item, { '/evidence/enterprise/type': type }).includes('enterprise.type defect'),
  );
  expect(allowed).toEqual([
    'limited-company',
    'joint-stock-company',
    'non-company-legal-person',
    'sole-proprietorship',
    'partnership',
    'cooperative',
    'branch',
  ]);
});

describe('a credit finding never decides', () => {
  const standing = (overrides: object) => ({
    '/evidence/standings/0/verdict': 'hit',
    ...overrides,
  });
  test('a hit that names no measure is uncertain', () => {
    const { findings, admissible } = decided(item, standing({}));
    expect(findings.map(({ rule, effect }) => [rule, effect])).toEqual([
      ['simple.standing-unknown', 'review'],
    ]);
    expect(admissible).toEqual(['register', 'return']);
  });
});
