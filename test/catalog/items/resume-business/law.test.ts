import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/corpus-case.ts';

const item = 'resume-business';

describe('实施细则 第四十二条第一款: published within thirty days, late all the same', () => {
  const late = ['resumption.late note'];
  test.each([
    ['2026-07-01', '2026-07-31', []],
    ['2026-07-01', '2026-08-01', late],
    ['2026-09-01', '2026-10-08', []],
    ['2026-09-01', '2026-10-09', late],
    ['2026-10-24', '2026-11-23', []],
    ['2026-10-24', '2026-11-24', late],
  ])('resumed on %s, published on %s', (resumedOn, on, expected) =>
    expect(foundIn(item, { '/on': on, '/facts/resumedOn': resumedOn })).toEqual(expected),
  );
});

test.each([
  ['2026-05-31', ['resumption.late note']],
  ['2026-06-01', ['resumption.late note']],
  ['2026-11-30', []],
  ['2026-12-01', ['resumption.outside defect']],
])('第四十二条第三款: resumed on %s of a time from 2026-06-01 to 2026-11-30', (resumedOn, expected) =>
  expect(foundIn(item, { '/on': '2026-12-10', '/facts/resumedOn': resumedOn })).toEqual(expected),
);

test.each([
  ['2026-11-22', []],
  ['2026-11-23', []],
  ['2026-11-24', ['resumption.to-come defect']],
])(
  '第四十二条第一款: once it is filed it may be ended before it begins; decided on %s',
  (resumedOn, expected) =>
    expect(
      foundIn(item, {
        '/evidence/enterprise/suspensions': [{ from: '2026-12-01', until: '2027-05-31' }],
        '/facts/from': '2026-12-01',
        '/facts/resumedOn': resumedOn,
      }),
    ).toEqual(expected),
);
