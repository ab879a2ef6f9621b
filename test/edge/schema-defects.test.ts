import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { parseWith } from '../../lib/edge/schema-defects.ts';

function defectsOf(schema: z.ZodMiniType, input: unknown) {
  const parsed = parseWith(schema, input);
  return 'defects' in parsed ? parsed.defects : undefined;
}

const short = z.string().check(z.maxLength(3));

test('a value comes out as its schema makes it', () => {
  expect(parseWith(z.strictObject({ a: z._default(short, 'x') }), {})).toEqual({ value: { a: 'x' } });
});

describe('each defect has its place, its code and what would be right', () => {
  test.each<[z.ZodMiniType, unknown, unknown]>([
    [short, 1, { path: '', code: 'invalid-type', values: { expected: 'string' } }],
    [short, 'long', { path: '', code: 'too-big', values: { maximum: '3' } }],
    [z.string().check(z.minLength(2)), 'a', { path: '', code: 'too-small', values: { minimum: '2' } }],
    [z.array(short).check(z.minLength(1)), [], { path: '', code: 'too-small', values: { minimum: '1' } }],
    [
      z.string().check(z.regex(/^[a-z]+$/)),
      '1',
      { path: '', code: 'invalid-format', values: { format: '/^[a-z]+$/' } },
    ],
    [z.enum(['a', 'b']), 'c', { path: '', code: 'invalid-value', values: { allowed: 'a | b' } }],
    [z.literal(true), false, { path: '', code: 'invalid-value', values: { allowed: 'true' } }],
    [z.string().check(z.refine(() => false, 'impossible-day')), 'x', { path: '', code: 'impossible-day' }],
    [
      z.string().check(z.refine(() => false, 'Not for machines')),
      'x',
      { path: '', code: 'invalid-value', values: { allowed: '' } },
    ],
    [
      z.array(z.strictObject({ 'a/b~c': short })),
      [{ 'a/b~c': 'ok' }, { 'a/b~c': 1 }],
      { path: '/1/a~1b~0c', code: 'invalid-type', values: { expected: 'string' } },
    ],
    [
      z.strictObject({ a: z.strictObject({}) }),
      { a: { '~/': 1 } },
      { path: '/a/~0~1', code: 'unknown-field', values: { field: '~/' } },
    ],
  ])('%#', (schema, input, defect) => {
    expect(defectsOf(schema, input)).toEqual([defect]);
  });
});

describe('of a union', () => {
  const shapes = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('circle'), radius: z.int() }),
    z.strictObject({ kind: z.literal('box'), sides: z.array(z.int()).check(z.maxLength(4)) }),
  ]);

  test('the chosen branch tells what is wrong in it', () => {
    expect(defectsOf(z.strictObject({ shape: shapes }), { shape: { kind: 'box', sides: [1, 'x'] } })).toEqual(
      [{ path: '/shape/sides/1', code: 'invalid-type', values: { expected: 'number' } }],
    );
  });

  test('a branch that does not exist, or is not said, is told with those that do', () => {
    const allowed = { path: '/kind', code: 'invalid-value', values: { allowed: 'circle | box' } };
    expect(defectsOf(shapes, { kind: 'star' })).toEqual([allowed]);
    expect(defectsOf(shapes, {})).toEqual([allowed]);
    expect(defectsOf(shapes, { kind: '__proto__' })).toEqual([allowed]);
  });

  test('without a discriminator the branch that came nearest tells', () => {
    const either = z.union([z.strictObject({ a: short, b: short }), z.strictObject({ c: short })]);
    expect(defectsOf(z.strictObject({ x: either }), { x: { a: 'ok' } })).toEqual([
      { path: '/x/b', code: 'invalid-type', values: { expected: 'string' } },
    ]);
  });
});

describe('what is told stays small', () => {
  test('at most a hundred defects', () => {
    const wrong = Array.from({ length: 5_000 }, () => 1);
    const defects = defectsOf(z.array(short), wrong);
    expect(defects).toHaveLength(100);
    expect(defects?.at(-1)?.path).toBe('/99');
  });

  test('at most a hundred unknown fields', () => {
    const wrong = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`f${index}`, 1]));
    expect(defectsOf(z.strictObject({}), wrong)).toHaveLength(100);
  });

  test('a name of more than 64 characters is cut, and no character in half', () => {
    const exact = 'k'.repeat(64);
    expect(defectsOf(z.strictObject({}), { [exact]: 1 })).toEqual([
      { path: `/${exact}`, code: 'unknown-field', values: { field: exact } },
    ]);
    const astral = `${'k'.repeat(63)}😀${'k'.repeat(100_000)}`;
    expect(defectsOf(z.strictObject({}), { [astral]: 1 })).toEqual([
      { path: `/${'k'.repeat(63)}…`, code: 'unknown-field', values: { field: `${'k'.repeat(63)}…` } },
    ]);
  });
});

test('an array too long is told as that, not by each of its entries', () => {
  const wrong = Array.from({ length: 250_000 }, () => ({}));
  const bounded = z.strictObject({ all: z.array(z.strictObject({ a: short })).check(z.maxLength(1_000)) });
  expect(defectsOf(bounded, { all: wrong })).toEqual([
    { path: '/all', code: 'too-big', values: { maximum: '1000' } },
  ]);
});
