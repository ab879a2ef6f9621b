import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aCaller, moment, NOW } from '../support/credit-service.ts';
import {
  kindsOf,
  named,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';
import { injectFaults } from '../support/sdk-faults.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const filings = async () => kindsOf(await service.kept())['FILING/FILING'] ?? 0;
const enterprises = async () => kindsOf(await service.kept())['ENTERPRISE/ENTERPRISE'] ?? 0;
const HOURS_LATER = moment('2026-11-23T09:00:00.000Z');

test('the same key and body give the first answer and say so, also after the proofs expired', async () => {
  const facts = await service.proven(aCompanyFiling());
  const first = await service.submit(facts, { key: 'key-1' });
  const again = await service.submit(facts, { key: 'key-1', at: HOURS_LATER });
  expect([first.replayed, again.replayed]).toEqual([false, true]);
  expect(again).toEqual({ ...first, replayed: true });
  expect([await filings(), await enterprises()]).toEqual([1, 1]);
});

test('a replay looks nobody up', async () => {
  const facts = await service.proven(aCompanyFiling());
  await service.submit(facts, { key: 'key-1' });
  await service.submit(facts, { key: 'key-1' });
  expect((await service.itemsOf('lookupLog')).length).toBe(1);
});

test('another body under the same key is a conflict, and leaves nothing behind', async () => {
  const facts = await service.proven(aCompanyFiling());
  await service.submit(facts, { key: 'key-1' });
  const before = await service.itemsOf('filings');
  await expect(service.submit(named('青岚', facts), { key: 'key-1' })).rejects.toMatchObject({
    code: 'idempotency-conflict',
  });
  expect(await service.itemsOf('filings')).toEqual(before);
});

test('a body that is refused takes no key: mended, it may come under the same one', async () => {
  const expired = await service.proven(aCompanyFiling(), moment('2026-11-23T01:00:00.000Z'));
  await expect(service.submit(expired, { key: 'key-1' })).rejects.toMatchObject({
    code: 'identity-proof-invalid',
  });
  const told = await service.submit(await service.proven(aCompanyFiling()), { key: 'key-1' });
  expect(told).toMatchObject({ state: 'registered', replayed: false });
});

test('a key is kept for a day to the second', async () => {
  const under = async (tradeName: string, text: string) => {
    const at = moment(text);
    return service.submit(await service.proven(named(tradeName), at), { key: 'key-1', at });
  };
  await under('禾岚', '2026-11-23T02:00:00.000Z');
  await expect(under('青岚', '2026-11-24T01:59:59.000Z')).rejects.toMatchObject({
    code: 'idempotency-conflict',
  });
  expect(await under('青岚', '2026-11-24T02:00:00.000Z')).toMatchObject({ replayed: false });
  await expect(under('碧岚', '2026-11-24T03:00:00.000Z')).rejects.toMatchObject({
    code: 'idempotency-conflict',
  });
});

test('the keys of two callers do not meet', async () => {
  const facts = await service.proven(aCompanyFiling());
  await service.submit(facts, { key: 'key-1', by: aCaller(undefined, { id: 'one' }) });
  const other = await service.submit(facts, { key: 'key-1', by: aCaller(undefined, { id: 'two' }) });
  expect(other).toMatchObject({ replayed: false, state: 'returned' });
  expect(await filings()).toBe(2);
});

test('keys and callers that look alike when put together do not meet', async () => {
  const facts = await service.proven(aCompanyFiling());
  await service.submit(facts, { key: 'b#c', by: aCaller(undefined, { id: 'a' }) });
  const other = await service.submit(facts, { key: 'c', by: aCaller(undefined, { id: 'a#b' }) });
  expect(other.replayed).toBe(false);
});

test('without a key a repetition is a new submission', async () => {
  const facts = await service.proven(aCompanyFiling());
  await service.submit(facts);
  expect(await service.submit(facts)).toMatchObject({ state: 'returned', replayed: false });
});

test('neither the key nor the body is kept, nor anything it could be tried out on', async () => {
  await service.submit(await service.proven(aCompanyFiling()), { key: 'a-key-of-mine' });
  const [request] = (await service.kept()).filter(({ sk }) => sk === 'REQUEST');
  expect(Object.keys(request ?? {}).toSorted()).toEqual([
    'body',
    'bodyHash',
    'expiresAt',
    'pk',
    'sk',
    'status',
  ]);
  expect(JSON.stringify(request)).not.toContain('a-key-of-mine');
  expect(request?.expiresAt).toBe(Date.parse(NOW.at) / 1000 + 86_400);
});

test('an answer lost after the write is given again: one registration', async () => {
  const facts = await service.proven(aCompanyFiling());
  const injected = await injectFaults(service.client, ({ name }) =>
    name === 'TransactWriteItems' ? 'lost-answer' : undefined,
  );
  const first = await service.submit(facts, { key: 'key-1' }).catch(() => undefined);
  await injected.stop();
  const again = await service.submit(facts, { key: 'key-1' });
  expect(again).toMatchObject({ state: 'registered', replayed: true });
  if (first !== undefined) expect(again).toEqual({ ...first, replayed: true });
  expect([await filings(), await enterprises()]).toEqual([1, 1]);
});

test('a failure before the write leaves the key free', async () => {
  const facts = await service.proven(aCompanyFiling());
  const injected = await injectFaults(service.client, ({ name }) =>
    name === 'TransactWriteItems' ? 'error' : undefined,
  );
  await expect(service.submit(facts, { key: 'key-1' })).rejects.toThrow();
  await injected.stop();
  expect(await service.kept()).toEqual([]);
  expect(await service.submit(facts, { key: 'key-1' })).toMatchObject({
    state: 'registered',
    replayed: false,
  });
});
