import { describe, expect, test } from 'vitest';
import { type Choice, courseOf, requireAdmissible } from '../../../lib/domain/registration/course.ts';
import type { Decision } from '../../../lib/domain/standard/decide.ts';
import type { Finding, Outcome } from '../../../lib/domain/standard/finding.ts';

const finding = (rule: string, admits: readonly Outcome[]): Finding => ({
  rule,
  effect: admits.length === 0 ? 'defect' : 'review',
  path: '/name',
  values: {},
  articles: [],
  admits,
});
const decision = (admissible: readonly Outcome[], ...findings: readonly Finding[]): Decision => ({
  findings,
  admissible,
});

const clear = decision(['register']);
const defective = decision(['return'], finding('name.missing', []));
const barred = decision(['register', 'refuse'], finding('officer.barred', ['register', 'refuse']));
const unknown = decision(['register'], finding('officer.unknown', ['register']));
const both = decision(
  ['register', 'refuse'],
  finding('officer.barred', ['register', 'refuse']),
  finding('officer.unknown', ['register']),
  finding('name.forbidden', ['refuse']),
);
const departures = [
  { code: 'court-order', outcomes: ['register', 'return', 'refuse'] },
  { code: 'public-interest', outcomes: ['refuse'] },
] as const;

test.each([
  ['nothing is found', clear, 'register'],
  ['something is to be mended', defective, 'return'],
  ['something is to be judged', barred, 'review'],
  [
    'some is to be mended and some to be judged',
    decision(['return'], ...barred.findings, ...defective.findings),
    'return',
  ],
] as const)('where %s, the course is %s', (_, examined, course) => {
  expect(courseOf(examined)).toBe(course);
});

const held = (choice: Choice, examined: Decision): string => {
  try {
    requireAdmissible(choice, examined, departures);
    return 'held';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('an officer may', () => {
  test.each([
    ['register what is clear', { outcome: 'register' }, clear],
    ['register against a finding that admits it', { outcome: 'register' }, barred],
    ['return what is defective', { outcome: 'return' }, defective],
    ['refuse on a ground that was found', { outcome: 'refuse', grounds: ['officer.barred'] }, barred],
    ['refuse on several', { outcome: 'refuse', grounds: ['officer.barred', 'name.forbidden'] }, both],
    [
      'depart for a reason that carries the outcome',
      { outcome: 'refuse', departure: { code: 'public-interest' } },
      clear,
    ],
    [
      'register what is defective by order of a court',
      { outcome: 'register', departure: { code: 'court-order' } },
      defective,
    ],
  ] as const)('%s', (_, choice, examined) => {
    expect(held(choice, examined)).toBe('held');
  });
});

describe('an officer may not', () => {
  test.each([
    ['return what is clear', { outcome: 'return' }, clear],
    ['refuse what is clear', { outcome: 'refuse', grounds: ['officer.barred'] }, clear],
    ['register what is defective', { outcome: 'register' }, defective],
    ['refuse without a ground', { outcome: 'refuse' }, barred],
    ['refuse on no ground at all', { outcome: 'refuse', grounds: [] }, barred],
    ['refuse on a ground that was not found', { outcome: 'refuse', grounds: ['name.forbidden'] }, barred],
    [
      'refuse on a ground of which one was not found',
      { outcome: 'refuse', grounds: ['officer.barred', 'x'] },
      both,
    ],
    ['refuse because something is unknown', { outcome: 'refuse', grounds: ['officer.unknown'] }, unknown],
    [
      'refuse on a finding that carries no refusal',
      { outcome: 'refuse', grounds: ['officer.unknown'] },
      both,
    ],
    [
      'depart for a reason that does not carry the outcome',
      { outcome: 'register', departure: { code: 'public-interest' } },
      defective,
    ],
    [
      'name a ground that was not found, departing or not',
      { outcome: 'refuse', grounds: ['name.forbidden'], departure: { code: 'public-interest' } },
      clear,
    ],
    ['depart for a reason nobody knows', { outcome: 'register', departure: { code: 'friendship' } }, clear],
    ['depart for a name every object has', { outcome: 'register', departure: { code: 'toString' } }, clear],
  ] as const)('%s', (_, choice, examined) => {
    expect(held(choice, examined)).toBe('outcome-not-admissible');
  });
});

test('a refusal of the choice tells what would be admissible, and all that was found', () => {
  expect(() => requireAdmissible({ outcome: 'return' }, barred, departures)).toThrow(
    expect.objectContaining({
      code: 'outcome-not-admissible',
      values: { outcome: 'return', admissible: ['register', 'refuse'] },
      findings: barred.findings,
    }),
  );
});
