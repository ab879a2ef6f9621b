import type { AttributeValue, DynamoDBStreamEvent } from 'aws-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandler } from '../../functions/streams/lookup-log/handlers.ts';
import { createListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import { createProjectLookups } from '../../lib/acts/project-lookups.ts';
import {
  aCaller,
  type CreditService,
  moment,
  organisation,
  PERSON_NUMBER,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { injectFaults } from '../support/sdk-faults.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const stream = () => createHandler({ project: createProjectLookups(service) });
const lookedAt = async (at: string, subjects = [person]) =>
  service.newLookUp()(
    aCaller('reg-511623'),
    { purpose: 'registration', basis: 'registration-review', subjects },
    moment(at),
  );

function marshalled(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (Array.isArray(value)) return { L: value.map(marshalled) };
  return {
    M: Object.fromEntries(Object.entries(value as object).map(([name, each]) => [name, marshalled(each)])),
  };
}

const eventOf = (items: readonly Record<string, unknown>[]): DynamoDBStreamEvent => ({
  Records: items.map((item, index) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(index + 1), NewImage: (marshalled(item) as { M: never }).M },
  })),
});

const subject = async () =>
  aCaller(undefined, {
    id: 'the-person',
    subjectKey: await service.personalData.subjectKeyOf({ kind: 'citizen-id', number: PERSON_NUMBER }),
  });
const list = async (cursor?: string) => createListLookupsOfSubject(service)(await subject(), cursor);

test('each look-up is shown to its subject, the newest first, without the officer', async () => {
  const first = await lookedAt('2026-11-23T02:00:00.000Z');
  const second = await lookedAt('2026-11-23T03:00:00.000Z', [organisation, person]);
  await lookedAt('2026-11-23T04:00:00.000Z', [organisation]);
  expect(await stream()(eventOf(await service.itemsOf('lookupLog')))).toEqual({ batchItemFailures: [] });
  const { entries, next } = await list();
  expect(entries).toEqual([
    {
      id: second.lookup,
      at: '2026-11-23T03:00:00.000Z',
      on: '2026-11-23',
      authority: 'reg-511623',
      authorityName: '邻水县市场监督管理局',
      jurisdiction: 'SC',
      purpose: 'registration',
      basis: 'registration-review',
    },
    expect.objectContaining({ id: first.lookup }),
  ]);
  expect(next).toBeUndefined();
});

test('the same event twice, and what the fan-out itself wrote, change nothing', async () => {
  await lookedAt('2026-11-23T02:00:00.000Z');
  const handler = stream();
  await handler(eventOf(await service.itemsOf('lookupLog')));
  const after = await service.itemsOf('lookupLog');
  expect(await handler(eventOf(after))).toEqual({ batchItemFailures: [] });
  expect(await service.itemsOf('lookupLog')).toEqual(after);
});

test('a removal is passed over', async () => {
  const removal = {
    Records: [{ eventName: 'REMOVE', dynamodb: { SequenceNumber: '1' } }],
  } as DynamoDBStreamEvent;
  expect(await stream()(removal)).toEqual({ batchItemFailures: [] });
});

test('what could not be written is reported, and the rest is done', async () => {
  await lookedAt('2026-11-23T02:00:00.000Z', [person, organisation]);
  await lookedAt('2026-11-23T03:00:00.000Z');
  const items = (await service.itemsOf('lookupLog')).toSorted((a, b) =>
    String(a.at) < String(b.at) ? -1 : 1,
  );
  const injected = await injectFaults(service.client, (_, number) => (number === 0 ? 'error' : undefined));
  const told: unknown[] = [];
  const project = createProjectLookups(service, (fault) => told.push(fault));
  expect(await createHandler({ project })(eventOf(items))).toEqual({
    batchItemFailures: [{ itemIdentifier: '1' }],
  });
  await injected.stop();
  expect(told.length).toBe(1);
  expect((await list()).entries.length).toBe(1);
});

test('an entry that was written and whose answer was lost is there once', async () => {
  await lookedAt('2026-11-23T02:00:00.000Z', [person, organisation]);
  const items = await service.itemsOf('lookupLog');
  const injected = await injectFaults(service.client, ({ name }) =>
    name === 'PutItem' ? 'lost-answer' : undefined,
  );
  expect(await stream()(eventOf(items))).toEqual({ batchItemFailures: [] });
  await injected.stop();
  const seen = (await service.itemsOf('lookupLog')).filter(({ pk }) => String(pk).startsWith('SEEN#'));
  expect(seen.length).toBe(2);
});

test('pages follow one another without gap, and a cursor serves only its own list', async () => {
  const key = (await subject()).subjectKey ?? expect.fail();
  for (let index = 0; index < 60; index += 1) {
    const at = moment(`2026-11-23T02:00:00.${100 + index}Z`);
    const entry = { ...at, id: `l${index}`, caller: 'c', authority: 'reg-511623', jurisdiction: 'SC' };
    await service.lookupLog.addSeen({
      salt: 's',
      ...entry,
      purpose: 'registration',
      basis: 'registration-review',
      subjects: [key],
    });
  }
  const first = await list();
  const second = await list(first.next);
  expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 10, undefined]);
  const ids = [...first.entries, ...second.entries].map(({ id }) => id);
  expect(ids).toEqual(Array.from({ length: 60 }, (_, index) => `l${59 - index}`));
  expect(Buffer.from(first.next ?? '', 'base64url').toString()).not.toContain(key);
  const other = { ...(await subject()), id: 'another' };
  await expect(createListLookupsOfSubject(service)(other, first.next)).rejects.toMatchObject({
    code: 'invalid-request',
  });
});

test('who is no subject sees no list', async () => {
  await expect(createListLookupsOfSubject(service)(aCaller('reg-511623'))).rejects.toMatchObject({
    code: 'forbidden',
  });
});
