import { describe, expect, test } from 'vitest';
import { read, refusal, send } from './a-thing.ts';
import type { Given } from './an-event.ts';

describe('a body', () => {
  test.each<[string, Given, unknown]>([
    ['that is not JSON', { body: '{"name":' }, [400, 'malformed-body', ['', 'not-json']]],
    ['that is missing', { body: '' }, [400, 'invalid-request', ['', 'missing-body']]],
    [
      'with an unknown field',
      { body: '{"name":"a","x":1}' },
      [400, 'invalid-request', ['/x', 'unknown-field']],
    ],
    [
      'with __proto__',
      { body: '{"name":"a","__proto__":{"count":1}}' },
      [400, 'invalid-request', ['/__proto__', 'unknown-field']],
    ],
    [
      'with constructor',
      { body: '{"name":"a","constructor":1}' },
      [400, 'invalid-request', ['/constructor', 'unknown-field']],
    ],
    [
      'with a key given twice',
      { body: '{"name":"a","name":"b"}' },
      [400, 'malformed-body', ['/name', 'duplicate-key']],
    ],
    ['with NUL', { body: '{"name":"a\\u0000"}' }, [400, 'malformed-body', ['/name', 'control-character']]],
    [
      'with a lone surrogate',
      { body: '{"name":"\\udc00"}' },
      [400, 'malformed-body', ['/name', 'lone-surrogate']],
    ],
    ['nested too deep', { body: '['.repeat(40) }, [400, 'malformed-body', ['/0'.repeat(32), 'too-deep']]],
    ['that is no object', { body: '[]' }, [400, 'invalid-request', ['', 'invalid-type']]],
    ['that is null', { body: 'null' }, [400, 'invalid-request', ['', 'invalid-type']]],
    [
      'with 1e999',
      { body: '{"name":"a","ratio":1e999}' },
      [400, 'invalid-request', ['/ratio', 'invalid-type']],
    ],
    [
      'with an unsafe integer',
      { body: '{"name":"a","count":9007199254740993}' },
      [400, 'invalid-request', ['/count', 'too-big']],
    ],
    [
      'with a fraction for an integer',
      { body: '{"name":"a","count":1.5}' },
      [400, 'invalid-request', ['/count', 'invalid-type']],
    ],
    [
      'with an array too long',
      { body: '{"name":"a","tags":["a","b","c","d"]}' },
      [400, 'invalid-request', ['/tags', 'too-big']],
    ],
    [
      'with everything wrong',
      { body: '{"tags":[1],"inner":{}}' },
      [
        400,
        'invalid-request',
        ['/name', 'invalid-type'],
        ['/tags/0', 'invalid-type'],
        ['/inner/on', 'invalid-type'],
      ],
    ],
    ['in another type', { headers: { 'content-type': 'text/plain' } }, [415, 'unsupported-media-type']],
    ['of no type', { headers: { 'content-type': undefined } }, [415, 'unsupported-media-type']],
    [
      'of a type that only starts alike',
      { headers: { 'content-type': 'application/jsonp' } },
      [415, 'unsupported-media-type'],
    ],
    [
      'in another charset',
      { headers: { 'content-type': 'application/json; charset=gbk' } },
      [415, 'unsupported-media-type'],
    ],
    [
      'with two types',
      { headers: { 'content-type': 'application/json,text/plain' } },
      [415, 'unsupported-media-type'],
    ],
    [
      'of bytes that are no UTF-8',
      { body: Buffer.from([0x22, 0xff, 0x22]) },
      [400, 'malformed-body', ['', 'not-json']],
    ],
    [
      'with a byte order mark',
      { body: Buffer.from('\ufeff{"name":"a"}') },
      [400, 'malformed-body', ['', 'not-json']],
    ],
  ])('%s is refused', async (_, given, expected) => {
    expect(await refusal(given)).toEqual(expected);
  });

  test.each([
    'application/json',
    'APPLICATION/JSON',
    'application/json; charset=utf-8',
    'application/json;charset="UTF-8"',
  ])('of type %s is read', async (type) => {
    expect((await send({ headers: { 'content-type': type } })).statusCode).toBe(200);
  });

  test('in base64 is read as the bytes it stands for', async () => {
    const answer = await send({ body: Buffer.from('{"name":"邻水县"}') });
    expect(read(answer).seen.body).toEqual({ name: '邻水县' });
  });

  test('comes out in NFC', async () => {
    expect(read(await send({ body: '{"name":"e\\u0301"}' })).seen.body).toEqual({ name: '\u00e9' });
  });

  test('reaches nobody else by __proto__', async () => {
    await send({ body: '{"name":"a","inner":{"__proto__":{"polluted":true},"on":"x"}}' });
    expect(({} as { polluted?: unknown }).polluted).toBe(undefined);
  });
});

describe('262144 bytes are the most', () => {
  const ofBytes = (bytes: number, fill: string): string => {
    const empty = '{"name":""}'.length;
    const size = Buffer.byteLength(fill);
    const whole = Math.floor((bytes - empty) / size);
    return `{"name":"${fill.repeat(whole)}${'a'.repeat(bytes - empty - whole * size)}"}`;
  };

  test.each([
    ['one-byte characters', 'a'],
    ['three-byte characters', '县'],
    ['four-byte characters', '𠮷'],
  ])('of %s', async (_, fill) => {
    const most = ofBytes(262_144, fill);
    expect(Buffer.byteLength(most)).toBe(262_144);
    expect((await send({ body: most })).statusCode).toBe(200);
    expect((await send({ body: Buffer.from(most) })).statusCode).toBe(200);
    const over = ofBytes(262_145, fill);
    expect(await refusal({ body: over })).toEqual([413, 'body-too-large']);
    expect(await refusal({ body: Buffer.from(over) })).toEqual([413, 'body-too-large']);
  });

  test('and the limit is told', async () => {
    const answer = read(await send({ body: 'a'.repeat(262_145), headers: { 'accept-language': 'en' } }));
    expect(answer.detail).toBe('A body may have at most 262144 bytes.');
    expect(answer.values).toEqual({ maximumBytes: 262_144 });
  });
});

test('long keys nested deep, with many keys inside, are read in time that grows with the body alone', async () => {
  const open = `{"${'k'.repeat(4_000)}":`.repeat(31);
  const inner = Array.from({ length: 13_000 }, (_, index) => `"a${index}":1`).join(',');
  const body = `${open}{${inner}}${'}'.repeat(31)}`;
  expect(body.length).toBeLessThan(262_144);
  const [status, code, ...defects] = (await refusal({ body })) as unknown[];
  expect([status, code, defects.length]).toEqual([400, 'invalid-request', 2]);
});
