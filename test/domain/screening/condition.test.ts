import { expect, test } from 'vitest';
import { type Condition, evaluate } from '../../../lib/domain/screening/condition.ts';
import type { ProjectFacts } from '../../../lib/domain/screening/project-facts.ts';

const inZone: Condition = { fact: 'nationalWetlandPark', is: true };
const polluting: Condition = { fact: 'highPollution', is: true };

/** One letter per part: true, false, or not told. */
const parts = {
  T: { highPollution: true },
  F: { highPollution: false },
  o: {},
} as const satisfies Record<string, ProjectFacts>;
const zone = {
  T: { nationalWetlandPark: true },
  F: { nationalWetlandPark: false },
  o: {},
} as const satisfies Record<string, ProjectFacts>;

test.each([
  ['T', 'T', true, true],
  ['T', 'F', false, true],
  ['F', 'T', false, true],
  ['F', 'F', false, false],
  ['T', 'o', 'open', true],
  ['o', 'T', 'open', true],
  ['F', 'o', false, 'open'],
  ['o', 'F', false, 'open'],
  ['o', 'o', 'open', 'open'],
] as const)('%s and %s: all %s, any %s', (one, other, all, any) => {
  const facts = { ...zone[one], ...parts[other] };
  expect(evaluate({ all: [inZone, polluting] }, facts).holds).toBe(all);
  expect(evaluate({ any: [inZone, polluting] }, facts).holds).toBe(any);
});

test('what is open says what it asks, each once, and only the open parts do', () => {
  const both: Condition = { all: [inZone, polluting, { any: [polluting, inZone] }] };
  expect(evaluate(both, {})).toEqual({ holds: 'open', asks: ['nationalWetlandPark', 'highPollution'] });
  expect(evaluate(both, zone.T)).toEqual({ holds: 'open', asks: ['highPollution'] });
  expect(evaluate({ not: both }, zone.T)).toEqual({ holds: 'open', asks: ['highPollution'] });
  expect(evaluate({ not: both }, zone.F)).toEqual({ holds: true });
  expect(evaluate({ judged: 'authority-view' }, {})).toEqual({ holds: 'open', asks: ['authority-view'] });
});

test.each([
  [{ fact: 'approvedPark', is: false }, { approvedPark: false }, true],
  [{ fact: 'approvedPark', is: false }, { approvedPark: true }, false],
  [{ fact: 'work', among: ['new-build', 'expansion'] }, { work: 'expansion' }, true],
  [{ fact: 'work', among: ['new-build', 'expansion'] }, { work: 'alteration' }, false],
  [{ kinds: ['port', 'fishing'] }, { kinds: ['tourism', 'fishing'] }, true],
  [{ kinds: ['port'] }, { kinds: ['tourism'] }, false],
  [{ kinds: ['port'] }, { kinds: [] }, false],
  [{ kinds: ['port'] }, {}, 'open'],
] as readonly (readonly [Condition, ProjectFacts, boolean | 'open'])[])(
  '%j of %j: %s',
  (condition, facts, holds) => {
    expect(evaluate(condition, facts).holds).toBe(holds);
  },
);

test('a class rules out or leaves open, and never proves', () => {
  const named: Condition = { industry: ['C26', 'C361'] };
  const of = (industryClass: string) => evaluate(named, { industryClass });
  for (const inside of ['C26', 'C2614', 'C36', 'C361', 'C3611'])
    expect([inside, of(inside)]).toEqual([inside, { holds: 'open', asks: ['industryClass'] }]);
  for (const outside of ['C25', 'C27', 'C362', 'A26', 'F5126'])
    expect([outside, of(outside)]).toEqual([outside, { holds: false }]);
});

test.each([
  ['metresToMainStem', { metresToMainStem: 1000 }, true],
  ['metresToMainStem', { metresToMainStem: 1000.1 }, false],
  ['metresToMainStem', { metresToMainStem: 0 }, true],
  ['metresToMainStem', { metresToTributary: 0 }, 'open'],
  ['metresToTributary', { metresToTributary: 1000 }, true],
  ['metresToTributary', { metresToTributary: 1001 }, false],
  // An important tributary is a tributary: the nearest of any kind is no farther.
  ['metresToTributary', { metresToImportantTributary: 1000 }, true],
  ['metresToTributary', { metresToImportantTributary: 1001 }, 'open'],
  ['metresToTributary', { metresToTributary: 1500, metresToImportantTributary: 900 }, true],
  ['metresToTributary', { metresToTributary: 1500, metresToImportantTributary: 1600 }, false],
  ['metresToImportantTributary', { metresToTributary: 1001 }, false],
  ['metresToImportantTributary', { metresToTributary: 1000 }, 'open'],
  ['metresToImportantTributary', { metresToTributary: 400, metresToImportantTributary: 1001 }, false],
  ['metresToImportantLake', {}, 'open'],
] as const)('%s within 1000 of %j: %s', (distance, facts, holds) => {
  expect(evaluate({ distance, within: 1000 }, facts).holds).toBe(holds);
});
