import { describe, expect, test } from 'vitest';
import { contributionOf } from '../../../lib/domain/fairness/contribution.ts';
import type { FilingStep, RulingStep } from '../../../lib/domain/registration/filing-step.ts';
import type { Instant } from '../../../lib/domain/time/instant.ts';
import { aStep, twoSides } from '../../support/a-step.ts';
import { day } from '../../support/records.ts';

const tally = (overrides: Partial<FilingStep> = {}) => contributionOf(aStep(overrides), twoSides).tally;
const cell = (overrides: Partial<FilingStep> = {}) => contributionOf(aStep(overrides), twoSides).cell;
const at = '2026-11-24T03:00:00.000Z' as Instant;
const ruling = (overrides: Partial<RulingStep> = {}): RulingStep => ({
  outcome: 'register',
  by: 'officer',
  at,
  on: day('2026-11-24'),
  ...overrides,
});

describe('a cell', () => {
  const window = (authority: string) => ({ channel: 'window', window: 'win-1', authority }) as const;

  test.each([
    ['on-line', { channel: 'online' } as const, { accepting: 'online', window: 'online' }],
    ['at the deciding authority', window('reg-west'), { accepting: 'west', window: 'deciding-authority' }],
    ['elsewhere on its side', window('reg-west-2'), { accepting: 'west', window: 'same-side' }],
    ['on the other side', window('reg-east'), { accepting: 'east', window: 'other-side' }],
  ])('%s', (_, acceptedBy, expected) => {
    expect(cell({ acceptedBy })).toEqual({
      month: '2026-11',
      item: 'establish-company',
      deciding: 'west',
      ...expected,
    });
  });

  test('is of the month of submission, whenever it is decided', () => {
    expect(cell({ submittedOn: day('2026-12-01'), on: day('2027-01-04') }).month).toBe('2026-12');
  });
});

describe('what became of it', () => {
  test('waits', () => {
    expect(tally()).toEqual({ filed: 1, open: 1 });
    expect(tally({ extended: true })).toEqual({ filed: 1, open: 1, extended: 1 });
  });

  test('registered at once, or by an officer after nine working hours', () => {
    expect(tally({ state: 'registered', ruling: ruling({ by: 'standard' }) })).toEqual({
      filed: 1,
      registeredAtOnce: 1,
      firstRight: 1,
    });
    expect(tally({ state: 'registered', ruling: ruling() })).toEqual({
      filed: 1,
      registeredByOfficer: 1,
      firstRight: 1,
      'took#4': 1,
    });
  });

  test('returned at once, or by an officer', () => {
    const outcome = 'return';
    expect(tally({ state: 'returned', ruling: ruling({ outcome, by: 'standard' }) })).toEqual({
      filed: 1,
      returnedAtOnce: 1,
      firstNotRight: 1,
    });
    expect(tally({ state: 'returned', ruling: ruling({ outcome }) })).toEqual({
      filed: 1,
      returnedByOfficer: 1,
      firstNotRight: 1,
      'took#4': 1,
    });
  });

  test('refused: by each of its grounds once, late, outside the standard', () => {
    const refusal = ruling({
      outcome: 'refuse',
      grounds: ['a.b', 'c.d', 'a.b'],
      departure: 'court-order',
      late: true,
    });
    expect(tally({ state: 'refused', ruling: refusal })).toEqual({
      filed: 1,
      refused: 1,
      firstNotRight: 1,
      late: 1,
      'took#4': 1,
      'ground#a.b': 1,
      'ground#c.d': 1,
      'departure#court-order': 1,
    });
  });

  test('withdrawn: neither right nor wrong, and nobody took time over it', () => {
    expect(tally({ state: 'withdrawn' })).toEqual({ filed: 1, withdrawn: 1 });
  });

  test('one that mends another is no first', () => {
    expect(tally({ state: 'registered', ruling: ruling({ by: 'standard' }), corrects: 'f0' })).toEqual({
      filed: 1,
      registeredAtOnce: 1,
    });
  });
});
