import { expect, test } from 'vitest';
import { type AskedSubject, readAskedRows } from '../../../lib/domain/subject/asked-rows.ts';
import { day } from '../../support/records.ts';

const TODAY = day('2026-11-23');
const organisation = (code: string): AskedSubject => ({ kind: 'organisation', code });
const citizen = (number: string): AskedSubject => ({
  kind: 'person',
  document: { kind: 'citizen-id', number },
});
const passport = (number: string): AskedSubject => ({
  kind: 'person',
  document: { kind: 'passport', number },
});

test('blank, malformed and repeated rows are told apart, and the others are asked for', () => {
  const { rows, subjects } = readAskedRows(
    [
      organisation('91500231MA5U000A5X'),
      organisation(''),
      citizen(' \t\u3000'),
      organisation('９１５００２３１ｍａ５ｕ０００ａ５ｘ'),
      citizen('50023119900307000X'),
      organisation('915002310000'),
      citizen('500231199003070001'),
      citizen('50023119900307000x'),
      passport('E12'),
    ],
    TODAY,
  );
  expect(rows).toEqual([
    { index: 0, status: 'answered' },
    { index: 1, status: 'blank' },
    { index: 2, status: 'blank' },
    { index: 3, status: 'duplicate', duplicateOf: 0 },
    { index: 4, status: 'answered' },
    { index: 5, status: 'malformed', reason: 'malformed-code' },
    { index: 6, status: 'malformed', reason: 'bad-check' },
    { index: 7, status: 'duplicate', duplicateOf: 4 },
    { index: 8, status: 'malformed', reason: 'impossible-document-number' },
  ]);
  expect(subjects).toEqual([
    organisation('91500231MA5U000A5X'),
    organisation('91500231MA5U000A5X'),
    citizen('50023119900307000X'),
    citizen('50023119900307000X'),
  ]);
});

test('a code with a wrong check character is asked for, and another document with the same number is another person', () => {
  const { rows } = readAskedRows(
    [
      organisation('91500231MA5U000A57'),
      passport('E12345678'),
      { kind: 'person', document: { kind: 'taiwan-permit', number: 'E12345678' } },
    ],
    TODAY,
  );
  expect(rows.map(({ status }) => status)).toEqual(['answered', 'answered', 'answered']);
});

test('somebody born today has a number, and nobody born tomorrow', () => {
  const { rows } = readAskedRows([citizen('500231202611230008'), citizen('500231202611240003')], TODAY);
  expect(rows).toEqual([
    { index: 0, status: 'answered' },
    { index: 1, status: 'malformed', reason: 'future-birth' },
  ]);
});
