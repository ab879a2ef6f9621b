import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { momentOf } from '../../lib/domain/time/instant.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { aCaller } from './an-event.ts';

const NUMBER = '11010519491231002X';
const request = {
  caller: aCaller(),
  moment: momentOf(new Date('2026-11-23T02:00:00.000Z')),
  body: { item: 'a', number: NUMBER },
  params: { id: '1' },
  idempotencyKey: '0f8fad5b-d9cb-469f-a165-70867728950e',
};
const hashOf = (routeId: string, over: Partial<typeof request> = {}): string | undefined =>
  askedOnce(routeId, { ...request, ...over }).once?.bodyHash;

test('without a key there is nothing to remember', () => {
  const { idempotencyKey: _, ...unkeyed } = request;
  expect(askedOnce('submit', unkeyed)).toEqual({ caller: 'caller-1', at: '2026-11-23T02:00:00.000Z' });
});

test('the same asked twice is the same, whoever is quicker', () => {
  const later = momentOf(new Date('2026-11-23T03:00:00.000Z'));
  expect(askedOnce('submit', { ...request, moment: later }).once).toEqual(askedOnce('submit', request).once);
});

test('another route, body, path or key is another request', () => {
  const hashes = [
    hashOf('submit'),
    hashOf('decide'),
    hashOf('submit', { body: { item: 'b', number: NUMBER } }),
    hashOf('submit', { params: { id: '2' } }),
    hashOf('submit', { idempotencyKey: 'another' }),
  ];
  expect(new Set(hashes).size).toBe(5);
});

test('parts cannot be shifted into one another', () => {
  const shifted = { ...request, params: { id: '1', item: 'a' }, body: { number: NUMBER } };
  expect(askedOnce('submit', shifted).once?.bodyHash).not.toBe(hashOf('submit'));
});

test('what is kept tells neither the key nor, without it, a number of the body by trial', () => {
  const { once } = askedOnce('submit', request);
  expect(JSON.stringify(once)).not.toContain(request.idempotencyKey);
  const unkeyed = createHash('sha256').update(JSON.stringify(['submit', request.params, request.body]));
  expect(once?.bodyHash).not.toBe(unkeyed.digest('base64url'));
  expect(once?.bodyHash).toMatch(/^[\w-]{43}$/);
});

test('a replay says so', () => {
  expect(replayedHeaders({ answer: {}, replayed: true })).toEqual({ 'idempotency-replayed': 'true' });
  expect(replayedHeaders({ answer: { language: 'en' }, replayed: true })).toEqual({
    'idempotency-replayed': 'true',
    'content-language': 'en',
  });
  expect(replayedHeaders({ answer: { language: 'en' }, replayed: false })).toEqual({});
});
