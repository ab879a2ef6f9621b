import { generateKeyPairSync, sign, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rawSignature } from '../../lib/crypto/ecdsa-signature.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

test('what DER says is what the raw form says, for signatures of every length', () => {
  const lengths = new Set<number>();
  for (let round = 0; round < 2_000; round += 1) {
    const payload = Buffer.from(`payload ${round}`);
    const der = sign('sha256', payload, privateKey);
    lengths.add(der.length);
    const raw = rawSignature(der);
    expect(raw.length).toBe(64);
    expect(verify('sha256', payload, { key: publicKey, dsaEncoding: 'ieee-p1363' }, raw)).toBe(true);
  }
  expect([70, 71, 72].every((length) => lengths.has(length))).toBe(true);
});

test('short numbers are widened on the left, a leading zero is dropped', () => {
  const der = Uint8Array.from([0x30, 0x07, 0x02, 0x02, 0x00, 0x80, 0x02, 0x01, 0x05]);
  const raw = Buffer.from(rawSignature(der)).toString('hex');
  expect(raw).toBe(`${'00'.repeat(31)}80${'00'.repeat(31)}05`);
});

describe('refused', () => {
  test.each([
    ['nothing', ''],
    ['no sequence', '31070202008002010500'],
    ['a length that is not its own', '3008020200800201'],
    ['one number', '300402020080'],
    ['something after the numbers', '300a02020080020105020101'],
    ['a number that is empty', '300502000201050'.slice(0, 14)],
    ['another type of member', '300702020080040105'],
    ['a number of 34 bytes', `3027${'0222'}${'01'.repeat(34)}020105`],
    ['a number that runs past the end', '3007020200800207ff'.slice(0, 18)],
  ])('%s', (_, hex) => {
    expect(() => rawSignature(Buffer.from(hex, 'hex'))).toThrow(RangeError);
  });

  test('any cut of a signature', () => {
    const der = sign('sha256', Buffer.from('x'), privateKey);
    fc.assert(
      fc.property(fc.nat(der.length - 1), (length) => {
        expect(() => rawSignature(der.subarray(0, length))).toThrow(RangeError);
      }),
    );
  });
});
