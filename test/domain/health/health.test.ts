import { describe, expect, test } from 'vitest';
import type { Source } from '../../../lib/domain/credit/coverage.ts';
import {
  calendarHealth,
  lastSealedDay,
  sealHealth,
  sourcesHealth,
} from '../../../lib/domain/health/health.ts';
import type { Instant } from '../../../lib/domain/time/instant.ts';
import { plainDate as day } from '../../../lib/domain/time/plain-date.ts';

const at = (text: string) => text as Instant;
const aSource = (id: string, maximumLagHours: number): Source => ({
  id,
  jurisdiction: 'AA',
  classes: ['listed'],
  name: { zh: id, en: id },
  owner: 'reg-110101',
  maximumLagHours,
  provenance: { source: 'x', edition: 'x', validFrom: day('2026-01-01'), confidence: 'inference' },
});
const published = { holidaysOnWeekdays: [], workingWeekends: [] };

describe('sources', () => {
  const two = [aSource('one', 24), aSource('two', 48)];
  const health = (one: string | undefined, other: string | undefined, now: string) =>
    sourcesHealth(two, (id) => (id === 'one' ? one : other) as Instant | undefined, at(now));

  test.each([
    ['at its limit to the millisecond', '2026-11-24T00:00:00.000Z', 'ok', []],
    ['a millisecond later', '2026-11-24T00:00:00.001Z', 'degraded', ['one']],
  ])('one is %s: %s', (_, now, status, which) => {
    const told = health('2026-11-23T00:00:00.000Z', '2026-11-23T00:00:00.000Z', now);
    expect([told.status, told.which]).toEqual([status, which]);
    expect(told.since).toBe(status === 'ok' ? undefined : '2026-11-24T00:00:00.000Z');
  });

  test('the earliest is since when; one that never started has no time', () => {
    expect(
      health('2026-11-20T00:00:00.000Z', '2026-11-18T00:00:00.000Z', '2026-11-24T00:00:00.000Z'),
    ).toEqual({
      part: 'sources',
      status: 'degraded',
      since: '2026-11-20T00:00:00.000Z',
      which: ['one', 'two'],
    });
    expect(health(undefined, '2026-11-24T00:00:00.000Z', '2026-11-24T00:00:00.000Z')).toEqual({
      part: 'sources',
      status: 'degraded',
      which: ['one'],
    });
  });
});

test.each<[string, readonly string[], string | undefined]>([
  ['2026-10-31', [], undefined],
  ['2026-11-01', ['2027'], '2026-10-31T16:00:00.000Z'],
  ['2026-12-31', ['2027'], '2026-10-31T16:00:00.000Z'],
  ['2027-01-01', ['2027'], '2026-10-31T16:00:00.000Z'],
  ['2027-11-01', ['2027', '2028'], '2026-10-31T16:00:00.000Z'],
])('on %s the calendar up to 2026 lacks %j', (on, which, since) => {
  const told = calendarHealth({ years: { 2026: published } }, day(on));
  expect([told.which, told.since]).toEqual([which, since]);
  expect(told.status).toBe(which.length === 0 ? 'ok' : 'degraded');
});

test.each([
  ['2026-11-23T18:59:59.999Z', '2026-11-24', '2026-11-22'],
  ['2026-11-23T19:00:00.000Z', '2026-11-24', '2026-11-23'],
  ['2026-11-24T15:59:59.999Z', '2026-11-24', '2026-11-23'],
])('at %s the last day that has to be sealed is %s less…', (now, on, expected) => {
  expect(lastSealedDay({ at: at(now), on: day(on) })).toBe(expected);
});

describe('the seal of a day', () => {
  const on = day('2026-11-23');
  const side = (jurisdiction: string, begins: string | undefined, isSealed: boolean) => ({
    jurisdiction,
    begins: begins === undefined ? undefined : day(begins),
    isSealed,
  });

  test('is not missed before the log begins, and is on its first day', () => {
    expect(sealHealth([side('AA', '2026-11-24', false)], on).status).toBe('ok');
    expect(sealHealth([side('AA', '2026-11-23', false)], on)).toEqual({
      part: 'log-seal',
      status: 'degraded',
      since: '2026-11-23T19:00:00.000Z',
      which: ['AA'],
    });
    expect(sealHealth([side('AA', '2026-11-23', true)], on).status).toBe('ok');
  });

  test('is missed of one side alone, and where nothing ever sealed', () => {
    expect(sealHealth([side('AA', '2026-11-01', true), side('BB', '2026-11-01', false)], on).which).toEqual([
      'BB',
    ]);
    expect(sealHealth([side('AA', undefined, false)], on)).toEqual({
      part: 'log-seal',
      status: 'degraded',
      which: ['AA'],
    });
  });
});
