import { createHash } from 'node:crypto';
import type { RecordVersion } from '../domain/credit/record.ts';

const MODULUS = 1n << 256n;

const numberOf = (text: string): bigint =>
  BigInt(`0x${createHash('sha256').update(text, 'utf8').digest('hex')}`);

/**
 * A digest of a set of record versions: the sum modulo 2^256 of the SHA-256 of each `<record id> <version>`, in 64
 * hexadecimal digits. It is the same in whatever order they come, and those of two parts add up to that of both, so that
 * a day too long for one answer is summed over several. Unlike an exclusive or, a version that is held twice shows.
 */
export const digestOf = (versions: Iterable<Pick<RecordVersion, 'id' | 'version'>>): string => {
  let sum = 0n;
  for (const { id, version } of versions) sum = (sum + numberOf(`${id} ${version}`)) % MODULUS;
  return sum.toString(16).padStart(64, '0');
};
