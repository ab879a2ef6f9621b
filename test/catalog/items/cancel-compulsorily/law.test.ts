import { describe, expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'cancel-compulsorily';
const E = '/evidence/enterprise';
const notice = { id: 'n', kind: 'compulsory-cancellation', objections: 0 };

describe('once the notice of not less than sixty days is over (公司法 第二百四十一条)', () => {
  test.each([
    ['2026-09-23', '2026-11-22', '2026-11-22', ['compulsory.notice-running']],
    ['2026-09-23', '2026-11-22', '2026-11-23', []],
    ['2026-09-23', '2026-12-22', '2026-12-22', ['compulsory.notice-running']],
    ['2026-09-23', '2026-12-22', '2026-12-23', []],
    /* Over the end of a February, and of one in a leap year. */
    ['2027-01-31', '2027-04-01', '2027-04-01', ['compulsory.notice-running']],
    ['2027-01-31', '2027-04-01', '2027-04-02', []],
    ['2028-01-31', '2028-03-31', '2028-03-31', ['compulsory.notice-running']],
    ['2028-01-31', '2028-03-31', '2028-04-01', []],
    /* What was announced for less counts as if it were sixty. */
    ['2026-09-23', '2026-11-01', '2026-11-22', ['compulsory.notice-running']],
    ['2026-09-23', '2026-11-01', '2026-11-23', []],
  ])('published on %s until %s, on %s', (publishedOn, endsOn, readOn, rules) => {
    const set = { [`${E}/notices`]: [{ ...notice, publishedOn, endsOn }], '/evidence/readOn': readOn };
    expect(spoken(ITEM, set)).toEqual(rules);
  });
});

describe('with an objection the procedure ends', () => {
  test.each([
    [0, false, []],
    [1, false, ['compulsory.objection']],
    [0, true, ['compulsory.objection']],
  ])('%i in the system, another way: %s', (objections, objectionsReceived, rules) => {
    const set = {
      [`${E}/notices/0/objections`]: objections,
      '/facts/objectionsReceived': objectionsReceived,
    };
    expect(spoken(ITEM, set)).toEqual(rules);
  });
});
