import { describe, expect, test } from 'vitest';
import { reportOf } from '../../../lib/domain/fairness/report.ts';
import type { Tally } from '../../../lib/domain/fairness/tally.ts';

const cell = {
  month: '2026-11',
  item: 'establish-company',
  accepting: 'east',
  deciding: 'west',
  window: 'other-side',
} as const;
const report = (tally: Tally) => reportOf(cell, tally, 5);
const none = {
  open: 0,
  registeredAtOnce: 0,
  registeredByOfficer: 0,
  returnedAtOnce: 0,
  returnedByOfficer: 0,
  refused: 0,
  withdrawn: 0,
};

test('where fewer than the threshold were filed, only that is told', () => {
  expect(report({ filed: 4, refused: 4, 'ground#a.b': 4 })).toEqual({ ...cell, filed: { fewerThan: 5 } });
  expect(report({ filed: 1, open: 1 })).toEqual({ ...cell, filed: { fewerThan: 5 } });
});

test('at the threshold all is told', () => {
  expect(report({ filed: 5, refused: 5, late: 5, firstNotRight: 5, 'took#3': 5, 'ground#a.b': 5 })).toEqual({
    ...cell,
    filed: 5,
    details: {
      courses: { ...none, refused: 5 },
      firstTimeRightPercent: 0,
      timeToDecision: { median: { over: 4, upTo: 8 }, p90: { over: 4, upTo: 8 } },
      late: 5,
      extended: 0,
      refusalsByGround: [{ rule: 'a.b', count: 5 }],
      departures: [],
    },
  });
});

describe('a small part', () => {
  const { filed, details } = report({
    filed: 14,
    registeredAtOnce: 8,
    refused: 1,
    returnedByOfficer: 5,
    firstRight: 8,
    firstNotRight: 6,
    'took#1': 2,
    'took#9': 4,
    'ground#a.b': 1,
    'departure#court-order': 1,
  });

  test('is told as few, and no difference gives it away', () => {
    expect(details?.courses).toEqual({
      ...none,
      registeredAtOnce: 8,
      refused: { fewerThan: 5 },
      returnedByOfficer: 5,
    });
    expect(filed).toEqual({ atLeast: 13 });
    expect(details?.refusalsByGround).toEqual([{ rule: 'a.b', count: { fewerThan: 5 } }]);
    expect(details?.departures).toEqual([{ code: 'court-order', count: { fewerThan: 5 } }]);
  });

  test('shares and times are of all that were decided', () => {
    expect(details?.firstTimeRightPercent).toBe(55);
    expect(details?.timeToDecision).toEqual({ median: { over: 32, upTo: 40 }, p90: { over: 32, upTo: 40 } });
  });
});

test('where all parts are small, the sum is at least the threshold', () => {
  expect(report({ filed: 7, open: 3, refused: 4 }).filed).toEqual({ atLeast: 5 });
});

test('no share and no time of too few', () => {
  const { details } = report({ filed: 9, open: 5, registeredByOfficer: 4, firstRight: 4, 'took#2': 4 });
  expect(details).not.toHaveProperty('firstTimeRightPercent');
  expect(details).not.toHaveProperty('timeToDecision');
});
