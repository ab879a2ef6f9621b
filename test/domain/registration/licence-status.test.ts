import { describe, expect, test } from 'vitest';
import {
  isSet,
  licenceStatusOn,
  type StatusEntry,
  statusEntryOf,
  statusPurposes,
} from '../../../lib/domain/registration/licence-status.ts';
import { bitsOf, secondsToKeep, statusListNamed } from '../../../lib/domain/registration/status-list.ts';
import { momentOf } from '../../../lib/domain/time/instant.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { anEnterprise } from '../../support/an-enterprise.ts';

const TODAY = plainDate('2026-11-23');
const position = { list: plainDate('2025-03-10'), index: 7 };
const day = plainDate;

describe('what a licence is worth', () => {
  test.each([
    ['the one it holds', {}, 1, 'valid'],
    ['an earlier one', { licence: 2, licences: 2 }, 1, 'reissued'],
    [
      'an earlier one of an enterprise that is cancelled',
      { licence: 0, licences: 2, status: 'cancelled' },
      1,
      'reissued',
    ],
    [
      'the last of an enterprise that is cancelled',
      { licence: 0, licences: 2, status: 'cancelled' },
      2,
      'cancelled',
    ],
    ['a revoked one', { licence: 0, status: 'licence-revoked' }, 1, 'licence-revoked'],
    [
      'of a revoked establishment',
      { licence: 0, status: 'establishment-revoked' },
      1,
      'establishment-revoked',
    ],
    ['given back', { licence: 0, status: 'registered' }, 1, 'withdrawn'],
    ['of one ordered to close', { status: 'ordered-to-close' }, 1, 'ordered-to-close'],
    ['never issued', {}, 2, 'not-in-register'],
    ['no number', {}, 0, 'not-in-register'],
    ['whose term ends tomorrow', { termEnds: day('2026-11-24') }, 1, 'valid'],
    ['whose term ended', { termEnds: TODAY }, 1, 'term-ended'],
  ] as const)('%s', (_, overrides, number, status) => {
    expect(licenceStatusOn(anEnterprise(overrides), number, TODAY)).toBe(status);
  });

  test.each([
    ['2026-11-30', 'valid'],
    ['2026-12-01', 'suspended'],
    ['2027-05-31', 'suspended'],
    ['2027-06-01', 'valid'],
  ])('in a time out of business, on %s', (on, status) => {
    const suspensions = [{ from: day('2026-12-01'), until: day('2027-05-31') }];
    expect(licenceStatusOn(anEnterprise({ suspensions }), 1, day(on))).toBe(status);
  });
});

describe('what is kept of it', () => {
  const held = anEnterprise({ licencePosition: position });

  test('nothing of one that is plainly valid, or that has no place', () => {
    expect(statusEntryOf(held, held, TODAY)).toBeUndefined();
    const { licencePosition: _, ...none } = held;
    expect(statusEntryOf(none, { ...none, licence: 0 }, TODAY)).toBeUndefined();
  });

  test('why it ended', () => {
    expect(statusEntryOf(held, { ...held, licence: 2 }, TODAY)).toEqual({
      index: 7,
      ended: 'reissued',
      suspensions: [],
    });
    expect(statusEntryOf(held, { ...held, licence: 0, status: 'cancelled' }, TODAY)).toEqual({
      index: 7,
      ended: 'cancelled',
      suspensions: [],
    });
  });

  test('the times out of business that are not over, each to the day before it was resumed', () => {
    const suspensions = [
      { from: day('2026-01-01'), until: day('2026-11-22') },
      { from: day('2026-01-01'), until: TODAY },
      { from: day('2026-11-01'), until: day('2027-05-31'), resumedOn: day('2026-12-10') },
      { from: day('2026-11-01'), until: day('2027-05-31'), resumedOn: TODAY },
    ];
    expect(statusEntryOf(held, { ...held, suspensions }, TODAY)).toEqual({
      index: 7,
      suspensions: [
        { from: '2026-01-01', until: '2026-11-23' },
        { from: '2026-11-01', until: '2026-12-09' },
      ],
    });
  });

  test('that it was ordered to close', () => {
    expect(statusEntryOf(held, { ...held, status: 'ordered-to-close' }, TODAY)).toEqual({
      index: 7,
      closed: true,
      suspensions: [],
    });
  });
});

describe('which bits are set', () => {
  const none = { index: 7, suspensions: [] };
  const resting = { index: 7, suspensions: [{ from: day('2026-11-23'), until: day('2026-11-24') }] };
  test.each<[string, StatusEntry, string, readonly string[]]>([
    ['plainly valid', none, '2026-11-23', []],
    ['reissued', { ...none, ended: 'reissued' }, '2026-11-23', ['revocation', 'refresh']],
    ['cancelled', { ...none, ended: 'cancelled' }, '2026-11-23', ['revocation']],
    ['ended in its time out of business', { ...resting, ended: 'cancelled' }, '2026-11-23', ['revocation']],
    ['ordered to close', { ...none, closed: true }, '2026-11-23', ['suspension']],
    ['the day before it rests', resting, '2026-11-22', []],
    ['its first day of rest', resting, '2026-11-23', ['suspension']],
    ['its last day of rest', resting, '2026-11-24', ['suspension']],
    ['the day after', resting, '2026-11-25', []],
  ])('%s', (_, entry, on, purposes) => {
    expect(statusPurposes.filter((purpose) => isSet(purpose, entry, day(on)))).toEqual(purposes);
  });

  test('the first place is the leftmost bit; a list has 2^20 places', () => {
    const at = (index: number) => ({ index, ended: 'cancelled' as const, suspensions: [] });
    const bits = bitsOf([at(0), at(9), at(1_048_575)], 'revocation', TODAY);
    expect(bits.length).toBe(131_072);
    expect([bits[0], bits[1], bits[131_071]]).toEqual([0b1000_0000, 0b0100_0000, 0b0000_0001]);
    expect(bits.reduce((sum, byte) => sum + byte, 0)).toBe(128 + 64 + 1);
  });
});

describe('lists', () => {
  test.each([
    ['revocation-20261123', { purpose: 'revocation', list: '2026-11-23' }],
    ['refresh-20240229', { purpose: 'refresh', list: '2024-02-29' }],
    ['suspension-20260229', undefined],
    ['message-20261123', undefined],
    ['revocation-2026112', undefined],
    ['revocation-20261123x', undefined],
    ['', undefined],
  ])('%s', (id, name) => {
    expect(statusListNamed(id)).toEqual(name);
  });

  test.each([
    ['2026-11-23T02:00:00.000Z', 300],
    ['2026-11-23T15:55:00.000Z', 300],
    ['2026-11-23T15:55:01.000Z', 299],
    ['2026-11-23T15:59:59.500Z', 0],
    ['2026-11-23T16:00:00.000Z', 300],
  ])('read at %s it is kept for %i seconds: not beyond the day in China', (at, seconds) => {
    expect(secondsToKeep(momentOf(new Date(at)))).toBe(seconds);
  });
});
