import { describe, expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'revoke-licence';
const E = '/evidence/enterprise';
const nobody = { '/facts/persons': [] };
const NOBODY = ['/facts/responsible'];

describe('a licence is revoked on a ground law has for the type', () => {
  test.each([
    ['false-materials', 'limited-company', []],
    ['false-materials', 'cooperative', []],
    ['false-materials', 'individual-business', []],
    ['false-materials', 'partnership', ['penalty.otherwise-in-law']],
    ['capital-misstated', 'joint-stock-company', []],
    ['change-not-registered', 'limited-company', ['penalty.otherwise-in-law']],
    ['change-not-registered', 'sole-proprietorship', ['penalty.otherwise-in-law']],
    ['change-not-registered', 'individual-business', []],
    ['licence-misused', 'branch', []],
    ['against-public-interest', 'limited-company', []],
    ['against-public-interest', 'partnership', ['penalty.ground']],
    ['never-opened', 'sole-proprietorship', []],
    ['never-opened', 'partnership', ['penalty.ground']],
    ['never-opened', 'branch', ['penalty.ground']],
  ])('%s of a %s', (kind, type, rules) => {
    expect(spoken(ITEM, { ...nobody, [`${E}/type`]: type, '/facts/ground': { kind } }, NOBODY)).toEqual(
      rules,
    );
  });
});

describe('not opened for more than six months, or stopped for six (公司法 第二百六十条); a co-operative, two years', () => {
  test.each([
    ['limited-company', '2026-05-15', []],
    ['limited-company', '2026-05-16', ['penalty.idle']],
    ['sole-proprietorship', '2026-05-15', []],
    ['sole-proprietorship', '2026-05-16', ['penalty.idle']],
    ['cooperative', '2024-11-15', []],
    ['cooperative', '2024-11-16', ['penalty.idle']],
  ])('a %s that stopped on %s, decided on 2026-11-16', (type, since, rules) => {
    const set = { ...nobody, [`${E}/type`]: type, '/facts/ground': { kind: 'stopped', since } };
    expect(spoken(ITEM, set, NOBODY)).toEqual(rules);
  });

  test.each([
    ['2025-08-31', '2026-02-28', ['penalty.idle']],
    ['2025-08-31', '2026-03-01', []],
    ['2025-08-30', '2026-02-28', ['penalty.idle']],
    ['2023-08-31', '2024-02-29', ['penalty.idle']],
    ['2023-08-31', '2024-03-01', []],
  ])('never opened since %s, decided on %s', (establishedOn, decidedOn, rules) => {
    const set = {
      [`${E}/establishedOn`]: establishedOn,
      '/facts/ground': { kind: 'never-opened' },
      '/facts/decision/decidedOn': decidedOn,
      '/facts/caseOpenedOn': decidedOn,
      '/facts/notifiedOn': decidedOn,
      '/facts/hearing': { kind: 'waived' },
    };
    expect(spoken(ITEM, set)).toEqual(rules);
  });

  test.each([
    ['2026-10-01', '2027-03-31', undefined, ['penalty.suspended']],
    ['2026-06-01', '2026-11-15', undefined, ['penalty.idle']],
    ['2026-01-01', '2026-05-15', undefined, []],
    ['2026-06-01', '2027-05-31', '2026-08-01', ['penalty.idle']],
  ])('times out of business by law are left out: %s to %s, resumed %s', (from, until, resumedOn, rules) => {
    const suspension = { from, until, ...(resumedOn !== undefined && { resumedOn }) };
    const set = {
      '/facts/ground': { kind: 'stopped', since: '2026-01-15' },
      [`${E}/suspensions`]: [suspension],
    };
    expect(spoken(ITEM, set)).toEqual(rules);
  });
});

describe('what ended so long ago is punished no more (行政处罚法 第三十六条)', () => {
  test.each([
    ['2024-08-03', false, []],
    ['2024-08-02', false, ['penalty.limitation']],
    ['2021-08-03', true, []],
    ['2021-08-02', true, ['penalty.limitation']],
  ])('ended on %s, found on 2026-08-03, longer limit: %s', (endedOn, extendedLimit, rules) => {
    const violation = { endedOn, discoveredOn: '2026-08-03', extendedLimit };
    expect(spoken(ITEM, { '/facts/violation': violation })).toEqual(rules);
  });

  test.each([
    ['2026-02-28', []],
    ['2026-03-01', ['penalty.limitation']],
  ])('ended on 2024-02-29, found on %s', (discoveredOn, rules) => {
    const violation = { endedOn: '2024-02-29', discoveredOn, extendedLimit: false };
    expect(spoken(ITEM, { '/facts/violation': violation })).toEqual(rules);
  });
});

describe('a hearing may be asked for within five working days (第六十四条第一项, 第八十五条)', () => {
  test.each([
    ['2026-11-16', '2026-11-06', []],
    ['2026-11-16', '2026-11-07', []],
    ['2026-11-16', '2026-11-09', ['penalty.hearing-term']],
    /* Over the National Day holidays, with make-up working days. */
    ['2026-10-12', '2026-09-29', ['penalty.hearing-term']],
    ['2026-10-13', '2026-09-29', []],
  ])('decided on %s, told on %s', (decidedOn, notifiedOn, rules) => {
    const set = { '/facts/decision/decidedOn': decidedOn, '/facts/notifiedOn': notifiedOn };
    expect(spoken(ITEM, set)).toEqual(rules);
  });

  const held = (toldOn: string, heldOn: string) => ({
    '/facts/hearing': { kind: 'held', toldOn, heldOn },
    '/facts/materials': [
      'penalty-decision',
      'notice-of-penalty',
      'collective-decision',
      'hearing-record',
      'legal-review',
    ].map((kind) => ({ kind, sha256: 'a' })),
  });
  test.each([
    ['2026-11-02', '2026-11-10', ['penalty.hearing-told']],
    ['2026-11-02', '2026-11-11', []],
    ['2026-11-02', '2026-11-16', []],
    ['2026-11-02', '2026-11-17', ['penalty.before-hearing']],
  ])(
    'told on %s of a hearing on %s: seven working days before it, and the decision after it',
    (toldOn, heldOn, rules) => {
      expect(spoken(ITEM, held(toldOn, heldOn))).toEqual(rules);
    },
  );
});

test.each([
  ['2026-08-18', []],
  ['2026-08-17', ['penalty.late']],
])('ninety days from opening the case on %s (第六十条)', (caseOpenedOn, rules) => {
  expect(spoken(ITEM, { '/facts/caseOpenedOn': caseOpenedOn })).toEqual(rules);
});

test.each([
  ['limited-company', []],
  ['joint-stock-company', []],
  ['non-company-legal-person', []],
  ['sole-proprietorship', ['penalty.no-legal-representative']],
  ['cooperative', ['penalty.no-legal-representative']],
  ['branch', ['penalty.no-legal-representative']],
])('whom the bar can reach (公司法 第一百七十八条第一款第四项): of a %s', (type, rules) => {
  expect(spoken(ITEM, { [`${E}/type`]: type })).toEqual(rules);
});
