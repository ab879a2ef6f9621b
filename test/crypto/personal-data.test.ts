import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { personalDataFrom } from '../../lib/crypto/create-personal-data.ts';
import type { KeySource } from '../../lib/crypto/key-source.ts';
import { kmsKeySource } from '../../lib/crypto/kms-key-source.ts';
import { localKeySource } from '../../lib/crypto/local-key-source.ts';
import { SealBroken } from '../../lib/crypto/sealing.ts';
import { documentKinds } from '../../lib/domain/subject/identity-document.ts';
import { isSubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { startKms } from './kms-stand-in.ts';

const source = (keyId: string, byte: number): KeySource =>
  localKeySource(() => ({ keyId, secret: Buffer.alloc(32, byte).toString('base64') }));

const subjectHash = source('hash-1', 1);
const personalData = personalDataFrom({ subjectHash, seal: [source('seal-1', 2)] });

const HASH_KEY = '1b0c6f6e-5a5e-4d0b-9a43-0d2f7f1c9b10';
const SEAL_KEY = 'mrk-aabbccddeeff40118899aabbccddeeff';

describe('subject keys', () => {
  test('are the keyed hash of kind and number', async () => {
    const secret = createHmac('sha256', Buffer.alloc(32, 1)).update('tongbiao/subject-key/1').digest();
    const hash = createHmac('sha256', secret).update('citizen-id|11010519491231002X').digest('base64url');
    const key = await personalData.subjectKeyOf({ kind: 'citizen-id', number: '11010519491231002X' });
    expect(key).toBe(`P:hash-1:${hash}`);
    expect(isSubjectKey(key)).toBe(true);
  });

  test('do not change with how the number is written', async () => {
    const written = ['11010519491231002X', ' 11010519491231002x', '１１０１０５１９４９１２３１００２Ｘ'];
    const keys = await Promise.all(
      written.map((number) => personalData.subjectKeyOf({ kind: 'citizen-id', number })),
    );
    expect(new Set(keys).size).toBe(1);
  });

  test('differ by kind, by number and by secret', async () => {
    const number = '500155199001010009';
    const others = [
      ...documentKinds.map((kind) => personalData.subjectKeyOf({ kind, number })),
      personalData.subjectKeyOf({ kind: 'citizen-id', number: '511623198512310016' }),
      personalDataFrom({ subjectHash: source('hash-1', 9), seal: [source('seal-1', 2)] }).subjectKeyOf({
        kind: 'citizen-id',
        number,
      }),
    ];
    expect(new Set(await Promise.all(others)).size).toBe(documentKinds.length + 2);
  });
});

describe('sealing', () => {
  test('gives back what was sealed, and shows none of it', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.string(), async (plain, context) => {
        const sealed = await personalData.seal(plain, context);
        expect(await personalData.unseal(sealed, context)).toEqual(JSON.parse(JSON.stringify(plain)));
      }),
    );
    const sealed = await personalData.seal({ number: '500155199001010009' }, 'filing-1');
    expect(sealed).toMatch(/^s1\.seal-1\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$/);
    expect(Buffer.from(sealed.split('.')[3] ?? '', 'base64url').toString('latin1')).not.toContain(
      '5001551990',
    );
  });

  test('never gives the same text twice', async () => {
    const texts = await Promise.all(Array.from({ length: 50 }, () => personalData.seal('同', 'filing-1')));
    expect(new Set(texts).size).toBe(50);
  });

  test('any altered character is noticed', async () => {
    const sealed = await personalData.seal({ number: '500155199001010009' }, 'filing-1');
    for (let at = 0; at < sealed.length; at += 1) {
      for (const other of ['A', 'B', 'g', '-', '.', '1']) {
        if (sealed.charAt(at) === other) continue;
        const altered = sealed.slice(0, at) + other + sealed.slice(at + 1);
        await expect(personalData.unseal(altered, 'filing-1')).rejects.toBeInstanceOf(SealBroken);
      }
    }
  });

  test.each(['', 's1', 's1.seal-1..', 's1.seal-1.AAAAAAAAAAAAAAAA.', 's1.seal-1.AAAAAAAAAAAAAAAA.AAAA'])(
    'the text %j is refused',
    async (text) => {
      await expect(personalData.unseal(text, 'filing-1')).rejects.toBeInstanceOf(SealBroken);
    },
  );

  test('a cut or lengthened text is refused', async () => {
    const sealed = await personalData.seal('x', 'filing-1');
    await expect(personalData.unseal(sealed.slice(0, -1), 'filing-1')).rejects.toBeInstanceOf(SealBroken);
    await expect(personalData.unseal(`${sealed}A`, 'filing-1')).rejects.toBeInstanceOf(SealBroken);
    await expect(personalData.unseal(`${sealed}=`, 'filing-1')).rejects.toBeInstanceOf(SealBroken);
    await expect(personalData.unseal(`${sealed}.AA`, 'filing-1')).rejects.toBeInstanceOf(SealBroken);
  });

  test('another context is refused', async () => {
    const sealed = await personalData.seal('x', 'filing-1');
    await expect(personalData.unseal(sealed, 'filing-2')).rejects.toBeInstanceOf(SealBroken);
  });

  test('another secret under the same key id is refused', async () => {
    const sealed = await personalData.seal('x', 'filing-1');
    const other = personalDataFrom({ subjectHash, seal: [source('seal-1', 3)] });
    await expect(other.unseal(sealed, 'filing-1')).rejects.toBeInstanceOf(SealBroken);
  });

  test('undefined cannot be sealed', async () => {
    await expect(personalData.seal(undefined, 'filing-1')).rejects.toThrow(TypeError);
  });

  test('after a rotation new texts carry the new key and former ones still open', async () => {
    const former = await personalData.seal('before', 'filing-1');
    const rotated = personalDataFrom({ subjectHash, seal: [source('seal-2', 4), source('seal-1', 2)] });
    const sealed = await rotated.seal('after', 'filing-1');
    expect(sealed.startsWith('s1.seal-2.')).toBe(true);
    expect(await rotated.unseal(sealed, 'filing-1')).toBe('after');
    expect(await rotated.unseal(former, 'filing-1')).toBe('before');
    await expect(personalData.unseal(sealed, 'filing-1')).rejects.toBeInstanceOf(SealBroken);
  });
});

describe('with KMS', () => {
  const withKms = () => {
    const kms = startKms();
    const client = () => kms.client;
    const data = personalDataFrom({
      subjectHash: kmsKeySource(client, HASH_KEY),
      seal: [kmsKeySource(client, SEAL_KEY)],
    });
    return { kms, data };
  };

  test('a thousand persons cost one call, and sealing one of its own', async () => {
    const { kms, data } = withKms();
    const people = Array.from({ length: 1_000 }, (_, at) => `E${String(at).padStart(8, '0')}`);
    const keys = await Promise.all(people.map((number) => data.subjectKeyOf({ kind: 'passport', number })));
    expect(new Set(keys).size).toBe(1_000);
    expect(keys.every(isSubjectKey)).toBe(true);
    expect(keys[0]?.startsWith('P:1b0c6f6e5a5e:')).toBe(true);
    const sealed = await data.seal('x', 'filing-1');
    expect(sealed.startsWith('s1.aabbccddeeff.')).toBe(true);
    expect(await data.unseal(sealed, 'filing-1')).toBe('x');
    expect(kms.sent).toEqual([
      {
        operation: 'GenerateMac',
        input: {
          KeyId: HASH_KEY,
          MacAlgorithm: 'HMAC_SHA_256',
          Message: Buffer.from('tongbiao/subject-key/1').toString('base64'),
        },
      },
      {
        operation: 'GenerateMac',
        input: {
          KeyId: SEAL_KEY,
          MacAlgorithm: 'HMAC_SHA_256',
          Message: Buffer.from('tongbiao/seal/1').toString('base64'),
        },
      },
    ]);
  });

  test('a derivation that failed is tried again', async () => {
    const { kms, data } = withKms();
    const document = { kind: 'passport', number: 'E12345678' } as const;
    kms.failNext(1);
    await expect(data.subjectKeyOf(document)).rejects.toMatchObject({ name: 'KMSInternalException' });
    expect(isSubjectKey(await data.subjectKeyOf(document))).toBe(true);
    expect(kms.sent.length).toBe(2);
  });
});
