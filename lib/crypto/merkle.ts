import { createHash } from 'node:crypto';

/**
 * Merkle trees as RFC 6962 (§2.1) has them, over SHA-256: leaves and nodes are hashed behind different first bytes,
 * so that neither can be passed off as the other.
 *
 * All functions take hashes that are made already (`leafHash`). A list of the roots of full subtrees of one size, with
 * a smaller one at its end, gives the same root as the leaves below them.
 */
const LEAF = new Uint8Array([0]);
const NODE = new Uint8Array([1]);

export type Hash = Uint8Array;

export const HASH_BYTES = 32;

const sha256 = (...parts: readonly (Uint8Array | string)[]): Hash => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

export const leafHash = (content: string): Hash => sha256(LEAF, content);

const nodeHash = (left: Hash, right: Hash): Hash => sha256(NODE, left, right);

/** The root of nothing is the hash of nothing. */
const EMPTY = sha256();

/** The largest power of two below a count of two or more. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

export function rootOf(hashes: readonly Hash[]): Hash {
  const [first = EMPTY] = hashes;
  if (hashes.length <= 1) return first;
  const split = splitOf(hashes.length);
  return nodeHash(rootOf(hashes.slice(0, split)), rootOf(hashes.slice(split)));
}

/** From the leaf up: the hashes with which the leaf at `index` gives the root. */
export function inclusionPath(index: number, hashes: readonly Hash[]): readonly Hash[] {
  if (index < 0 || index >= hashes.length) throw new RangeError(`No leaf ${index} of ${hashes.length}`);
  if (hashes.length === 1) return [];
  const split = splitOf(hashes.length);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return index < split
    ? [...inclusionPath(index, left), rootOf(right)]
    : [...inclusionPath(index - split, right), rootOf(left)];
}

function subproof(size: number, hashes: readonly Hash[], isWhole: boolean): readonly Hash[] {
  if (size === hashes.length) return isWhole ? [] : [rootOf(hashes)];
  const split = splitOf(hashes.length);
  const [left, right] = [hashes.slice(0, split), hashes.slice(split)];
  return size <= split
    ? [...subproof(size, left, isWhole), rootOf(right)]
    : [...subproof(size - split, right, false), rootOf(left)];
}

/** What shows that the tree over the first `size` leaves is the beginning of the tree over all. */
export function consistencyPath(size: number, hashes: readonly Hash[]): readonly Hash[] {
  if (size < 1 || size > hashes.length) throw new RangeError(`No beginning ${size} of ${hashes.length}`);
  return subproof(size, hashes, true);
}

/** The root that a leaf and its path give; `undefined` where the path has not the length the tree asks for. */
export function rootByInclusion(
  leaf: Hash,
  { index, size, path }: { readonly index: number; readonly size: number; readonly path: readonly Hash[] },
): Hash | undefined {
  if (!(Number.isSafeInteger(index) && Number.isSafeInteger(size)) || index < 0 || index >= size)
    return undefined;
  let [at, last, root] = [index, size - 1, leaf];
  for (const hash of path) {
    if (last === 0) return undefined;
    if (at % 2 === 1 || at === last) {
      root = nodeHash(hash, root);
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else root = nodeHash(root, hash);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 ? root : undefined;
}

export interface Tree {
  readonly size: number;
  readonly root: Hash;
}

const same = (a: Hash, b: Hash): boolean => Buffer.from(a).equals(b);

/** True where the path shows that the later tree begins with the whole earlier one (RFC 9162 §2.1.4.2). */
export function isConsistent(earlier: Tree, later: Tree, path: readonly Hash[]): boolean {
  if (earlier.size < 1 || earlier.size > later.size) return false;
  if (earlier.size === later.size) return path.length === 0 && same(earlier.root, later.root);
  const isPowerOfTwo = Number.isInteger(Math.log2(earlier.size));
  const [first, ...rest] = isPowerOfTwo ? [earlier.root, ...path] : path;
  if (first === undefined) return false;
  let [at, last] = [earlier.size - 1, later.size - 1];
  while (at % 2 === 1) [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  let [before, after] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      [before, after] = [nodeHash(hash, before), nodeHash(hash, after)];
      while (at % 2 === 0 && at !== 0) [at, last] = [at / 2, Math.floor(last / 2)];
    } else after = nodeHash(after, hash);
    [at, last] = [Math.floor(at / 2), Math.floor(last / 2)];
  }
  return last === 0 && same(before, earlier.root) && same(after, later.root);
}
