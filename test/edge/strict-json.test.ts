import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DomainError } from '../../lib/domain/errors.ts';
import { parseStrictJson } from '../../lib/edge/strict-json.ts';

function defectOf(text: string): { path: string; code: string } | undefined {
  try {
    parseStrictJson(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.code).toBe('malformed-body');
    const [defect] = error.defects;
    return defect && { path: defect.path, code: defect.code };
  }
}

test.each([
  ['{"a":1,"a":2}', '/a', 'duplicate-key'],
  ['{"a":{"b":1,"\\u0062":2}}', '/a/b', 'duplicate-key'],
  ['[{"x":0},{"x":1,"x":1}]', '/1/x', 'duplicate-key'],
  ['{"a/b":1,"a/b":2}', '/a~1b', 'duplicate-key'],
  ['{"__proto__":1,"__proto__":2}', '/__proto__', 'duplicate-key'],
  ['{"a":"\\ud800"}', '/a', 'lone-surrogate'],
  ['{"\\ud800":1}', '', 'lone-surrogate'],
  ['["ok","bad\\u0000"]', '/1', 'control-character'],
  [`{"a":["${'\u0301'.repeat(31)}"]}`, '/a/0', 'too-many-marks'],
  [`["a${'\\u0301'.repeat(31)}"]`, '/0', 'too-many-marks'],
  ['{"a":1', '', 'not-json'],
  ['{"a":1}{}', '', 'not-json'],
  ['', '', 'not-json'],
  ['NaN', '', 'not-json'],
  ['{"a":01}', '', 'not-json'],
  ['{a:1}', '', 'not-json'],
  ['"unfinished', '', 'not-json'],
  ['{"bad\\q":1}', '', 'not-json'],
  [`${'['.repeat(33)}${']'.repeat(33)}`, '/0'.repeat(32), 'too-deep'],
])('%s is refused at %s as %s', (text, path, code) => {
  expect(defectOf(text)).toEqual({ path, code });
});

test('thirty-two levels are accepted', () => {
  expect(defectOf(`${'['.repeat(32)}${']'.repeat(32)}`)).toBeUndefined();
});

test('thirty combining marks in a row are accepted', () => {
  expect(defectOf(`["${`a${'\u0323'.repeat(30)}`.repeat(3)}"]`)).toBeUndefined();
});

test('a hundred thousand combining marks are refused before they are put into order', () => {
  expect(defectOf(`["${'\u0301\u0323'.repeat(50_000)}"]`)?.code).toBe('too-many-marks');
});

test('a hundred thousand open brackets are refused without exhausting the stack', () => {
  expect(defectOf('['.repeat(100_000))?.code).toBe('too-deep');
});

test('strings and keys keep their value; strings come out in NFC', () => {
  expect(parseStrictJson('{"name":"e\\u0301","line":"a\\nb","emoji":"😀"}')).toEqual({
    name: 'é',
    line: 'a\nb',
    emoji: '😀',
  });
});

test('the same key in different objects is no duplicate', () => {
  expect(parseStrictJson('{"a":{"a":[{"a":1},{"a":2}]}}')).toEqual({ a: { a: [{ a: 1 }, { a: 2 }] } });
});

test('a key named __proto__ is plain data', () => {
  const parsed = parseStrictJson('{"__proto__":{"polluted":true}}') as object;
  expect(Object.keys(parsed)).toEqual(['__proto__']);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('whatever JSON.stringify writes without odd characters comes back the same', () => {
  fc.assert(
    fc.property(
      fc.jsonValue({ maxDepth: 8, stringUnit: fc.constantFrom(...'abé中"\\/ {}[],:0') }),
      (value) => {
        const text = JSON.stringify(value);
        expect(parseStrictJson(text)).toEqual(JSON.parse(text));
      },
    ),
  );
});

test('no text brings forth anything but a value or a defect', () => {
  const odd = fc.constantFrom(...'{}[]":,\\u0eE+-.19 \n\u0000\ud800nt', '"a":', 'null', '\u0301');
  fc.assert(fc.property(fc.string({ unit: odd, maxLength: 60 }), (text) => void defectOf(text)));
});
