import { expect, test } from 'vitest';
import { screenProject } from '../../../lib/domain/screening/screen-project.ts';

/** An invented list. */
const list = [
  { id: 'no-quay', bars: { kinds: ['port'] } },
  {
    id: 'no-dumping-near',
    bars: { all: [{ kinds: ['waste-dumping'] }, { distance: 'metresToMainStem', within: 500 }] },
  },
] as const;

const told = { newFixedAssetInvestment: true } as const;
const resultsOf = (facts: Parameters<typeof screenProject>[0]) => {
  const { result, entries } = screenProject(facts, list);
  return [result, ...entries.map((one) => one.result)];
};

test('the worst entry decides', () => {
  expect(resultsOf({ ...told, kinds: [] })).toEqual(['clear', 'clear', 'clear']);
  expect(resultsOf({ ...told, kinds: ['waste-dumping'] })).toEqual([
    'needs-evidence',
    'clear',
    'needs-evidence',
  ]);
  expect(resultsOf({ ...told, kinds: ['port', 'waste-dumping'] })).toEqual(['hit', 'hit', 'needs-evidence']);
  expect(resultsOf(told)).toEqual(['needs-evidence', 'needs-evidence', 'needs-evidence']);
});

test('an entry says what would settle it, and nothing more', () => {
  expect(screenProject({ ...told, kinds: ['waste-dumping'] }, list).entries.map(({ asks }) => asks)).toEqual([
    [],
    ['metresToMainStem'],
  ]);
  expect(screenProject({ ...told, metresToMainStem: 501 }, list).entries.map(({ asks }) => asks)).toEqual([
    ['kinds'],
    [],
  ]);
});

test('only new fixed-asset investment is screened; whether it is one is asked before anything is a hit', () => {
  expect(screenProject({ newFixedAssetInvestment: false, kinds: ['port'] }, list)).toEqual({
    result: 'not-applicable',
    entries: [],
  });
  const { result, entries } = screenProject({ kinds: ['port'] }, list);
  expect(result).toBe('needs-evidence');
  expect(entries.map(({ asks }) => asks)).toEqual([['newFixedAssetInvestment'], []]);
});

test('by an empty list everything is clear', () => {
  expect(screenProject(told, [])).toEqual({ result: 'clear', entries: [] });
});
