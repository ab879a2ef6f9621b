import { expect, test } from 'vitest';
import {
  claimsOfOthers,
  holdName,
  leaveName,
  registerName,
  releaseName,
  reserveName,
} from '../../../lib/domain/registration/claim-name.ts';
import type { NameClaim } from '../../../lib/domain/standard/evidence.ts';
import { personKey, type SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

const claimed = { tradeName: '禾岚', name: '子丑县禾岚科技有限公司', industry: 'M75' };
const kept = { name: '子丑县禾岚科技有限公司', industry: 'M75' };
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
  expect(holdName([theirs], claimed, 'filing-1', plainDate(day))).toEqual([
    theirs,
    { ...kept, state: 'reserved', holder: 'filing-1', since: day, until },
  ]);
});

test('registration takes the place of the reservation of its filing, and has no end', () => {
  const reserved = holdName([theirs], claimed, 'filing-1', on);
  expect(
    registerName(reserved, claimed, { filing: 'filing-1' }, '91511623MY0000017F', plainDate('2026-11-25')),
  ).toEqual([theirs, { ...kept, state: 'registered', holder: '91511623MY0000017F', since: '2026-11-25' }]);
});

test('a filing that ends holds nothing more, and others keep what they hold', () => {
  const reserved = holdName([theirs], claimed, 'filing-1', on);
  expect(releaseName(reserved, { filing: 'filing-1' })).toEqual([theirs]);
  expect(releaseName(reserved, { filing: 'filing-2' })).toEqual(reserved);
});

test('a reservation that is over is dropped when the name is claimed again, and not a day before', () => {
  const reserved = holdName([], claimed, 'filing-1', on);
  const holders = (day: string) =>
    holdName(reserved, claimed, 'filing-2', plainDate(day)).map(({ holder }) => holder);
  expect(holders('2027-01-23')).toEqual(['filing-1', 'filing-2']);
  expect(holders('2027-01-24')).toEqual(['filing-2']);
});

test('a reservation keeps out everybody but those it was made for, and rules do not see who they are', () => {
  const mine = personKey('k1', 'a'.repeat(43));
  const other = personKey('k1', 'b'.repeat(43));
  const reserved = reserveName(
    [theirs],
    claimed,
    { filing: 'filing-1', months: 12, reservedFor: [mine] },
    on,
  );
  expect(reserved.at(-1)).toMatchObject({ until: '2027-11-24', reservedFor: [mine] });
  const seenBy = (subject: SubjectKey) =>
    claimsOfOthers(reserved, { filing: 'filing-2', subjects: new Set([subject]) });
  expect(seenBy(mine)).toEqual([theirs]);
  expect(seenBy(other)).toEqual([
    theirs,
    { ...kept, state: 'reserved', holder: 'filing-1', since: '2026-11-23', until: '2027-11-24' },
  ]);
  expect(
    registerName(reserved, claimed, { filing: 'filing-2', subjects: new Set([mine]) }, 'code', on),
  ).toEqual([theirs, { ...kept, state: 'registered', holder: 'code', since: '2026-11-23' }]);
});

test('a name that is left is given up or revoked from that day on, or leaves nothing', () => {
  const held = registerName([theirs], claimed, { filing: 'filing-1' }, 'code', on);
  const left = (how: 'given-up' | 'revoked' | 'released') =>
    leaveName(held, claimed.name, 'code', how, plainDate('2027-02-01'));
  expect(left('given-up')).toEqual([
    theirs,
    { ...kept, state: 'given-up', holder: 'code', since: '2027-02-01' },
  ]);
  expect(left('revoked').at(-1)).toMatchObject({ state: 'revoked', since: '2027-02-01' });
  expect(left('released')).toEqual([theirs]);
});

test('a name that is given up again is given up once, from the last time on', () => {
  const first = registerName([theirs], claimed, { filing: 'filing-1' }, 'code', on);
  const left = leaveName(first, claimed.name, 'code', 'given-up', plainDate('2027-02-01'));
  const again = registerName(left, claimed, { filing: 'filing-2' }, 'code', plainDate('2027-03-01'));
  expect(leaveName(again, claimed.name, 'code', 'given-up', plainDate('2027-04-01'))).toEqual([
    theirs,
    { ...kept, state: 'given-up', holder: 'code', since: '2027-04-01' },
  ]);
});

test('who reserves a name again keeps one reservation of it, and of another name one more', () => {
  const mine = personKey('k1', 'a'.repeat(43));
  const other = personKey('k1', 'b'.repeat(43));
  const again = (name: string, reservedFor: readonly SubjectKey[]) => {
    const first = reserveName(
      [theirs],
      claimed,
      { filing: 'filing-1', months: 2, reservedFor: [mine, other] },
      on,
    );
    const second = { filing: 'filing-2', months: 2, reservedFor };
    return reserveName(first, { ...claimed, name }, second, plainDate('2026-12-01')).map(
      ({ holder }) => holder,
    );
  };
  expect(again(claimed.name, [mine, other])).toEqual([theirs.holder, 'filing-2']);
  expect(again(claimed.name, [mine])).toEqual([theirs.holder, 'filing-1', 'filing-2']);
  expect(again('子丑县禾岚餐饮有限公司', [mine, other])).toEqual([theirs.holder, 'filing-1', 'filing-2']);
});
