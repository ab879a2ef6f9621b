import { expect, test } from 'vitest';
import { registerName, releaseName, reserveName } from '../../../lib/domain/registration/claim-name.ts';
import type { NameClaim } from '../../../lib/domain/standard/evidence.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

const claimed = { name: '子丑县禾岚科技有限公司', industry: 'M75' };
const on = plainDate('2026-11-23');
const theirs: NameClaim = {
  name: '子丑县禾岚餐饮有限公司',
  industry: 'H62',
  state: 'registered',
  holder: '91000000MY0000000X',
  since: plainDate('2020-05-01'),
};

test.each([
  ['2026-11-23', '2027-01-24'],
  ['2026-12-31', '2027-03-01'],
  ['2027-12-31', '2028-03-01'],
  ['2026-06-30', '2026-08-31'],
  ['2026-07-31', '2026-10-01'],
])('reserved on %s, a name is free again on %s: two months, the first day not counted', (day, until) => {
  expect(reserveName([theirs], claimed, 'filing-1', plainDate(day))).toEqual([
    theirs,
    { ...claimed, state: 'reserved', holder: 'filing-1', since: day, until },
  ]);
});

test('registration takes the place of the reservation of its filing, and has no end', () => {
  const reserved = reserveName([theirs], claimed, 'filing-1', on);
  expect(registerName(reserved, claimed, 'filing-1', '91511623MY0000017F', plainDate('2026-11-25'))).toEqual([
    theirs,
    { ...claimed, state: 'registered', holder: '91511623MY0000017F', since: '2026-11-25' },
  ]);
});

test('a filing that ends holds nothing more, and others keep what they hold', () => {
  const reserved = reserveName([theirs], claimed, 'filing-1', on);
  expect(releaseName(reserved, 'filing-1')).toEqual([theirs]);
  expect(releaseName(reserved, 'filing-2')).toEqual(reserved);
});

test('a reservation that is over is dropped when the name is claimed again, and not a day before', () => {
  const reserved = reserveName([], claimed, 'filing-1', on);
  const holders = (day: string) =>
    reserveName(reserved, claimed, 'filing-2', plainDate(day)).map(({ holder }) => holder);
  expect(holders('2027-01-23')).toEqual(['filing-1', 'filing-2']);
  expect(holders('2027-01-24')).toEqual(['filing-2']);
});
