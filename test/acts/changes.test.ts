import { createServer } from 'node:http';
import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHandler as creditHandler } from '../../functions/streams/credit/handlers.ts';
import { createHandler as filingsHandler } from '../../functions/streams/filings/handlers.ts';
import { createListChanges } from '../../lib/acts/list-changes.ts';
import { createSequenceChanges } from '../../lib/acts/sequence-changes.ts';
import { createTellChanges, type PutEvents } from '../../lib/acts/tell-changes.ts';
import type { Change } from '../../lib/domain/changes/change.ts';
import { cloudEventOf } from '../../lib/domain/changes/cloud-event.ts';
import { createChangeStore } from '../../lib/store/change-store.ts';
import { createEventBus } from '../../lib/store/event-bus.ts';
import { keys } from '../../lib/store/keys.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { aStep } from '../support/a-step.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { aRecord, instant, recordId } from '../support/records.ts';
import { streamEventOf } from '../support/stream-events.ts';

let tables: TestTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

/** As a function that was just started has them. */
const newStore = () => createChangeStore(tables.client, tables.names.filings);
const newSequencer = () =>
  createSequenceChanges({ changes: newStore(), writeAll: writeAllWith(tables.client) });
const list = (asked: object) =>
  createListChanges({ changes: newStore() })({ side: 'CQ', after: 0, limit: 100, wait: 0, ...asked });

const aChange = (side: string, id: string | number, more: Partial<Change> = {}): Change => ({
  id: `filing:${id}:1`,
  side,
  type: 'FilingAccepted',
  at: instant('2026-11-23T02:00:00.000Z'),
  subject: `filings/${id}`,
  authority: 'reg-500231',
  data: { filing: String(id) },
  ...more,
});

let sides = 0;
const freshSide = (): string => {
  sides += 1;
  return `T${String.fromCharCode(64 + sides)}`;
};

async function feedOf(side: string): Promise<readonly { number: number; id: string }[]> {
  const all: { number: number; id: string }[] = [];
  for (let after = 0, more = true; more; after = all.length) {
    const read = await newStore().listAfter(side, after, 1_000);
    all.push(...read.map(({ number, change }) => ({ number, id: change.id })));
    more = read.length > 0;
  }
  return all;
}

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);

describe('each change has one number, and the numbers have no gap', () => {
  test('whatever comes twice, out of order, in parallel and with readers beside', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(39), { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 4 }),
        async (batches) => {
          const side = freshSide();
          const seen: number[] = [];
          let writing = true;
          const follow = async () => {
            while (writing) {
              const read = await newStore().listAfter(side, seen.length, 7);
              seen.push(...read.map(({ number }) => number));
            }
          };
          const following = follow();
          const faults: unknown[] = [];
          const told = await Promise.all(
            batches.map((batch) =>
              newSequencer()(
                batch.map((id) => aChange(side, `${side}-${id}`)),
                (fault) => faults.push(fault),
              ),
            ),
          );
          writing = false;
          await following;
          expect(faults).toEqual([]);
          const wanted = [...new Set(batches.flat())].map((id) => `filing:${side}-${id}:1`);
          const feed = await feedOf(side);
          expect(feed.map(({ number }) => number)).toEqual(upTo(wanted.length));
          expect(feed.map(({ id }) => id).sort()).toEqual(wanted.sort());
          expect(seen).toEqual(upTo(seen.length));
          const numberOf = new Map(feed.map(({ id, number }) => [id, number]));
          for (const { numbered } of told)
            for (const { number, change } of numbered) expect(number).toBe(numberOf.get(change.id));
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);

  test('over the end of a partition, in the order in which they came', async () => {
    const side = freshSide();
    const many = Array.from({ length: 1_030 }, (_, at) => aChange(side, `${side}-${at}`));
    await newSequencer()(many, () => undefined);
    const feed = await feedOf(side);
    expect(feed.map(({ id }) => id)).toEqual(many.map(({ id }) => id));
    expect(feed.at(-1)?.number).toBe(1_030);
  }, 60_000);

  test('what cannot be seen yet holds back what comes after it', async () => {
    const side = freshSide();
    const item = (number: number) =>
      tables.client.send(
        new PutCommand({
          TableName: tables.names.filings,
          Item: { ...keys.change(side, number), number, change: aChange(side, `${side}-${number}`) },
        }),
      );
    await Promise.all([1, 2, 4].map(item));
    expect((await newStore().listAfter(side, 0, 10)).map(({ number }) => number)).toEqual([1, 2]);
    await item(3);
    expect((await newStore().listAfter(side, 2, 10)).map(({ number }) => number)).toEqual([3, 4]);
  });
});

const stepItem = (filing: string, more = {}) => ({
  ...keys.filingEvent(filing, 1),
  ...aStep({ filing, decidedBy: 'reg-500231', ...more }),
  receipt: 'a.b.c',
});
const filingId = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const telling = (putEvents?: PutEvents) =>
  createTellChanges({ sequence: newSequencer(), ...(putEvents && { putEvents }) });

describe('the functions of the streams', () => {
  test('tell filings and records on the side that decided, and only the bad one fails', async () => {
    const good = [stepItem(filingId(1)), stepItem(filingId(2), { decidedBy: 'reg-511623' })];
    const bad = { ...stepItem(filingId(3)), version: 'three' };
    const event = streamEventOf([good[0] ?? {}, bad, good[1] ?? {}, { pk: 'FILING#x', sk: 'FILING' }]);
    expect(await filingsHandler([telling()])(event)).toEqual({
      batchItemFailures: [{ itemIdentifier: '2' }],
    });
    const record = aRecord({ id: recordId('told'), jurisdiction: 'CQ', issuedBy: 'reg-500231' });
    const image = { ...keys.recordVersion(record.subject, record.id, 1), ...record };
    for (let time = 0; time < 2; time += 1)
      expect(await creditHandler([telling()])(streamEventOf([image]))).toEqual({ batchItemFailures: [] });
    const page = await list({});
    expect(page.changes.map(({ number, change }) => [number, change.type, change.id])).toEqual([
      [1, 'FilingAccepted', `filing:${filingId(1)}:1`],
      [2, 'RecordPublished', `record:${recordId('told')}:1`],
    ]);
    expect((await list({ side: 'SC' })).changes.map(({ change }) => change.id)).toEqual([
      `filing:${filingId(2)}:1`,
    ]);
  });

  test('what is asked for is sorted out after numbering, and the number goes on', async () => {
    expect(await list({ types: ['RepairGranted'] })).toEqual({ changes: [], next: 2, more: false });
    expect(await list({ types: ['RecordPublished'] })).toMatchObject({ changes: [{ number: 2 }], next: 2 });
    expect(await list({ authority: 'reg-511623' })).toEqual({ changes: [], next: 2, more: false });
    expect(await list({ subject: `filings/${filingId(1)}` })).toMatchObject({
      changes: [{ number: 1 }],
      next: 2,
    });
    expect(await list({ limit: 1 })).toMatchObject({ changes: [{ number: 1 }], next: 1, more: true });
    expect(await list({ after: 2 })).toEqual({ changes: [], next: 2, more: false });
  });

  test('a side or a number that there is not is told, and nobody waits for it', async () => {
    const began = performance.now();
    await expect(list({ side: 'XX', wait: 20 })).rejects.toMatchObject({
      code: 'invalid-request',
      defects: [{ path: 'query:/side', code: 'unknown-side' }],
    });
    await expect(list({ after: 3, wait: 20 })).rejects.toMatchObject({
      defects: [{ path: 'query:/after', code: 'number-not-given', values: { last: 2 } }],
    });
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  test('who waits is told when it happens', async () => {
    const waiting = list({ after: 2, wait: 10 });
    await filingsHandler([telling()])(streamEventOf([stepItem(filingId(4))]));
    expect(await waiting).toMatchObject({ changes: [{ number: 3 }], next: 3 });
  });
});

describe('the bus', () => {
  /** Answers as EventBridge does, and refuses each event as often as its filing says. */
  async function standIn(refusals: Map<string, number>) {
    const taken: string[] = [];
    const sizes: number[] = [];
    const server = createServer(async (request, response) => {
      let body = '';
      for await (const piece of request) body += piece;
      const { Entries } = JSON.parse(body) as {
        Entries: { Detail: string; DetailType: string; EventBusName: string }[];
      };
      sizes.push(Entries.length);
      const answers = Entries.map(({ Detail }) => {
        const { id } = JSON.parse(Detail) as { id: string };
        const left = refusals.get(id) ?? 0;
        refusals.set(id, left - 1);
        if (left > 0) return { ErrorCode: 'ThrottlingException', ErrorMessage: 'later' };
        taken.push(id);
        return { EventId: String(taken.length) };
      });
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' });
      const FailedEntryCount = answers.filter((answer) => 'ErrorCode' in answer).length;
      response.end(JSON.stringify({ FailedEntryCount, Entries: answers }));
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address() as { port: number };
    const client = new EventBridgeClient({
      endpoint: `http://127.0.0.1:${address.port}`,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    return { taken, sizes, client, stop: () => server.close() };
  }

  test('takes ten at once; what it refuses is sent again, and what it goes on refusing is reported', async () => {
    const events = upTo(23).map((at) => cloudEventOf({ number: at, change: aChange('CQ', `b${at}`) }));
    const { taken, sizes, client, stop } = await standIn(
      new Map([
        ['filing:b2:1', 1],
        ['filing:b12:1', 99],
      ]),
    );
    const put = createEventBus('changes', async () => client);
    expect(await put(events)).toEqual(['filing:b12:1']);
    expect(Math.max(...sizes)).toBe(10);
    expect([...taken].sort()).toEqual(
      events
        .map(({ id }) => id)
        .filter((id) => id !== 'filing:b12:1')
        .sort(),
    );
    stop();
    client.destroy();
  });

  test('a bus that cannot be reached fails what it was to take, and its numbers stay', async () => {
    const faults: unknown[] = [];
    const client = new EventBridgeClient({
      endpoint: 'http://127.0.0.1:1',
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const put = createEventBus('changes', async () => client);
    const item = stepItem(filingId(5));
    const failing = await telling(put).projectAll([{ sequence: '9', image: item }], (f) => faults.push(f));
    expect(failing).toEqual(['9']);
    expect(faults).toHaveLength(1);
    const sent: string[] = [];
    const heard: PutEvents = async (events) => {
      sent.push(...events.map(({ id, sequence }) => `${sequence} ${id}`));
      return [];
    };
    const again = [{ sequence: '9', image: item }];
    expect(await telling(heard).projectAll(again, (f) => faults.push(f))).toEqual([]);
    expect(sent).toEqual([`000000000004 filing:${filingId(5)}:1`]);
    client.destroy();
  });
});
