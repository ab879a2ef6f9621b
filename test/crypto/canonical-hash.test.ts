import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalHash, canonicalJson, matchesHash, newSalt } from '../../lib/crypto/canonical-hash.ts';

const ZERO_SALT = 'A'.repeat(43);

test('members are sorted, numbers and characters written one way', () => {
  const value = {
    邻: '\u20ac$\u000f\nA\'B"\\\\"/',
    b: [1e30, 4.5, 0.002, 1e-27, -0],
    a: { z: null, y: true },
  };
  expect(canonicalJson(value)).toBe(
    '{"a":{"y":true,"z":null},"b":[1e+30,4.5,0.002,1e-27,0],"邻":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('an undefined member is as good as none', () => {
  expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}');
});

test.each([
  ['undefined', undefined],
  ['NaN', { a: Number.NaN }],
  ['infinity', [Number.POSITIVE_INFINITY]],
  ['a lone surrogate', '\ud800'],
])('%s has no canonical form', (_, value) => {
  expect(() => canonicalJson(value)).toThrow();
});

test('the hash is SHA-256 over salt and canonical form', () => {
  const hash = createHash('sha256').update(Buffer.alloc(32)).update('{"a":1,"b":"同"}').digest('base64url');
  expect(canonicalHash({ b: '同', a: 1 }, ZERO_SALT)).toEqual({
    algorithm: 'SHA-256',
    salt: ZERO_SALT,
    hash,
  });
});

test('a salt of another length is refused, and salts differ', () => {
  expect(() => canonicalHash({}, 'AAAA')).toThrow(RangeError);
  const salts = Array.from({ length: 20 }, newSalt);
  expect(new Set(salts).size).toBe(20);
  expect(salts.every((salt) => /^[A-Za-z0-9_-]{43}$/.test(salt))).toBe(true);
});

test('matches its own value in any order of members, and no other', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (value) => {
      const stored = canonicalHash(value, newSalt());
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(matchesHash(reversed, stored)).toBe(true);
      expect(matchesHash({ ...value, added: 'x'.repeat(50) }, stored)).toBe(false);
      expect(matchesHash(value, { ...stored, salt: newSalt() })).toBe(false);
      expect(matchesHash(value, { ...stored, hash: '' })).toBe(false);
    }),
  );
});
