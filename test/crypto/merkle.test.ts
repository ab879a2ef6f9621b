import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  leafHash,
  rootByInclusion,
  rootOf,
} from '../../lib/crypto/merkle.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leaves = (count: number) => Array.from({ length: count }, (_, at) => leafHash(`entry ${at}`));

test('the empty tree and the hash of an empty leaf are those of RFC 6962', () => {
  expect(hex(rootOf([]))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hex(leafHash(''))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
});

test('the tree of the public test vectors of certificate transparency', () => {
  const inputs = [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ];
  const hashes = inputs.map((input) => leafHash(Buffer.from(input, 'hex').toString('latin1')));
  expect(hex(rootOf(hashes.slice(0, 2)))).toBe(
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  );
  expect(hex(rootOf(hashes.slice(0, 3)))).toBe(
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  );
  expect(hex(rootOf(hashes))).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

test('every leaf of every small tree is included, at its own place only', () => {
  for (let size = 1; size <= 40; size += 1) {
    const all = leaves(size);
    const root = hex(rootOf(all));
    for (let index = 0; index < size; index += 1) {
      const path = inclusionPath(index, all);
      const shown = (at: number, of = size, by = path, leaf = all[index] ?? leafHash('')) => {
        const given = rootByInclusion(leaf, { index: at, size: of, path: by });
        return given !== undefined && hex(given) === root;
      };
      expect(shown(index)).toBe(true);
      expect(shown(index, size, path, leafHash('another'))).toBe(false);
      if (size > 1) expect(shown((index + 1) % size)).toBe(false);
      expect(shown(index, size, [...path, leafHash('')])).toBe(false);
      if (path.length > 0) expect(shown(index, size, path.slice(1))).toBe(false);
    }
  }
});

test('every beginning of every small tree is consistent with it, and no other tree is', () => {
  for (let size = 1; size <= 32; size += 1) {
    const all = leaves(size);
    const later = { size, root: rootOf(all) };
    for (let begun = 1; begun <= size; begun += 1) {
      const path = consistencyPath(begun, all);
      const earlier = { size: begun, root: rootOf(all.slice(0, begun)) };
      expect(isConsistent(earlier, later, path)).toBe(true);
      expect(isConsistent({ ...earlier, root: leafHash('other') }, later, path)).toBe(false);
      expect(isConsistent(earlier, { ...later, root: leafHash('other') }, path)).toBe(false);
      expect(isConsistent(earlier, later, [...path, leafHash('more')])).toBe(false);
      if (path.length > 0) expect(isConsistent(earlier, later, path.slice(0, -1))).toBe(false);
    }
  }
});

test('roots of full chunks with a rest give the root of the whole, and the paths join', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 90 }),
      fc.constantFrom(1, 2, 4, 8, 16),
      fc.nat(),
      (size, chunk, pick) => {
        const all = leaves(size);
        const chunks = Array.from({ length: Math.ceil(size / chunk) }, (_, at) =>
          all.slice(at * chunk, at * chunk + chunk),
        );
        const roots = chunks.map(rootOf);
        expect(hex(rootOf(roots))).toBe(hex(rootOf(all)));
        const index = pick % size;
        const own = Math.floor(index / chunk);
        const joined = [...inclusionPath(index % chunk, chunks[own] ?? []), ...inclusionPath(own, roots)];
        expect(joined.map(hex)).toEqual(inclusionPath(index, all).map(hex));
      },
    ),
  );
});
