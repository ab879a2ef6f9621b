import { expect, test } from 'vitest';
import { derivePerson, type PersonToDerive } from '../../../lib/domain/subject/person.ts';
import { isSubjectKey, personKey } from '../../../lib/domain/subject/subject-key.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

const on = plainDate('2026-11-23');
const subject = personKey('test-key', 'A'.repeat(43));

const aPerson = (over: Partial<PersonToDerive> = {}): PersonToDerive => ({
  ref: 'p1',
  document: { kind: 'citizen-id', number: '500155199001010009' },
  subject,
  proven: 'token',
  ...over,
});

test('a citizen is born on the day the number tells, whatever was declared', () => {
  expect(isSubjectKey(subject)).toBe(true);
  expect(derivePerson(aPerson({ declaredBornOn: plainDate('1991-01-01') }), on)).toEqual({
    ref: 'p1',
    subject,
    kind: 'citizen-id',
    valid: true,
    bornOn: '1990-01-01',
    proven: 'token',
  });
});

test('a wrong citizen number leaves no birth date, not even a declared one', () => {
  const person = aPerson({
    document: { kind: 'citizen-id', number: '500155199001010008' },
    declaredBornOn: plainDate('1990-01-01'),
    proven: 'none',
  });
  expect(derivePerson(person, on)).toEqual({
    ref: 'p1',
    subject,
    kind: 'citizen-id',
    valid: false,
    proven: 'none',
  });
});

test.each([
  ['E1234', true],
  ['ｅ１２３４', true],
  ['e1234567', true],
  ['A'.repeat(20), true],
  ['E123', false],
  ['A'.repeat(21), false],
  ['E12-345', false],
  ['E12 345', false],
])('a passport number %s: valid is %s', (number, valid) => {
  const person = aPerson({ document: { kind: 'passport', number }, proven: 'in-person' });
  expect(derivePerson(person, on)).toEqual({
    ref: 'p1',
    subject,
    kind: 'passport',
    valid,
    proven: 'in-person',
  });
});

test('a foreign document takes the declared birth', () => {
  const person = aPerson({
    document: { kind: 'taiwan-permit', number: '12345678' },
    declaredBornOn: plainDate('1988-02-29'),
  });
  expect(derivePerson(person, on).bornOn).toBe('1988-02-29');
});

test('no fact holds the number', () => {
  expect(JSON.stringify(derivePerson(aPerson(), on))).not.toContain('500155199001010009');
});
