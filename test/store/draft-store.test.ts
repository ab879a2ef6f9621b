import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { OpenDraft } from '../../lib/domain/registration/draft.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { createDraftStore } from '../../lib/store/draft-store.ts';
import { keys } from '../../lib/store/keys.ts';
import { writeAll } from '../../lib/store/transaction.ts';
import { startTables } from '../support/engine.ts';

let tables: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const secondsOf = (at: string): number => Date.parse(at) / 1000;
const aDraft = (id: string, keptUntil: string, version = 1): OpenDraft => ({
  id,
  owner: 'o',
  version,
  state: 'open',
  item: 'establish-company',
  savedAt: '2026-11-23T02:00:00.000Z' as Instant,
  keptUntil: keptUntil as Instant,
});

test('the list of a caller’s drafts ends by itself, and never before the last draft in it', async () => {
  const { client, names } = tables;
  const drafts = createDraftStore(client, names.filings);
  const endOfList = async () =>
    (await client.send(new GetCommand({ TableName: names.filings, Key: keys.drafts('o') }))).Item?.expiresAt;

  await writeAll(client, drafts.create(await drafts.list('o'), aDraft('a', '2027-02-21T02:00:00.000Z'), 's'));
  /* Ninety days after the draft. */
  expect(await endOfList()).toBe(secondsOf('2027-05-22T02:00:00.000Z'));
  /* One that ends sooner shortens nothing. */
  await writeAll(client, drafts.create(await drafts.list('o'), aDraft('b', '2026-12-01T02:00:00.000Z'), 's'));
  expect(await endOfList()).toBe(secondsOf('2027-05-22T02:00:00.000Z'));

  const list = await drafts.list('o');
  expect(drafts.outlast(list, aDraft('a', '2027-05-22T02:00:00.000Z', 2))).toEqual([]);
  expect(drafts.outlast(list, aDraft('c', '2027-05-22T02:00:01.000Z', 2))).toEqual([]);
  await writeAll(client, drafts.outlast(list, aDraft('a', '2027-05-22T02:00:01.000Z', 2)));
  expect(await endOfList()).toBe(secondsOf('2027-08-20T02:00:01.000Z'));
  expect((await drafts.list('o')).ids).toEqual(['a', 'b']);
});
