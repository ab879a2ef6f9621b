import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHandler as creditHandler } from '../../functions/streams/credit/handlers.ts';
import type { RecordToPublish } from '../../lib/acts/publish-record.ts';
import { createSequenceChanges } from '../../lib/acts/sequence-changes.ts';
import { createTellChanges } from '../../lib/acts/tell-changes.ts';
import { createTellEnds } from '../../lib/acts/tell-ends.ts';
import { cloudEventShape } from '../../lib/contract/events/events.ts';
import { cloudEventOf } from '../../lib/domain/changes/cloud-event.ts';
import { createChangeStore } from '../../lib/store/change-store.ts';
import { countsUnits } from '../support/counts-units.ts';
import {
  aCaller,
  aDebtorRecord,
  aGrant,
  anAnnulment,
  aRepairRequest,
  type CreditService,
  moment,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { anOrganisation, day } from '../support/records.ts';
import { injectFaults, recordCalls } from '../support/sdk-faults.ts';
import { itemsUnder, streamEventOf } from '../support/stream-events.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const CODE = '91500231MA5U000A5X';
const REGISTRY = 'reg-500231';
/** Decided on 25 November 2023, and so disclosed through 24 November 2026. */
const listed = (overrides: Partial<RecordToPublish> = {}) =>
  aDebtorRecord({
    subject: organisation,
    class: 'serious-list',
    issuedBy: REGISTRY,
    decidedOn: day('2023-11-25'),
    basis: [{ law: '市场监督管理严重违法失信名单管理办法', article: '第二条' }],
    ...overrides,
  });
const publish = async (overrides: Partial<RecordToPublish> = {}, at = BEFORE) =>
  (await service.publish(listed(overrides), 'credit-500000', at)).id;

/** Noon of the 20th, when nothing has ended; the last instant of the 24th in China, and the first of the 25th. */
const BEFORE = moment('2026-11-20T04:00:00.000Z');
const LAST = moment('2026-11-24T15:59:59.999Z');
const ENDED = moment('2026-11-24T16:00:00.000Z');
const LATER = moment('2026-12-10T04:00:00.000Z');

const tell = (at = ENDED, pagesOfRun?: number) =>
  createTellEnds({ ...service, ...(pagesOfRun !== undefined && { pagesOfRun }) })(at);
const told = async () =>
  itemsUnder('ENDED#', await service.itemsOf('credit')).map(({ record, endedOn }) => [record, endedOn]);

describe('an end is told', () => {
  test('on the first day of no disclosure, once, and not before', async () => {
    const id = await publish();
    expect(await tell(BEFORE)).toEqual({ told: 0, done: true });
    expect(await tell(LAST)).toEqual({ told: 0, done: true });
    expect(await tell(ENDED)).toEqual({ told: 1, done: true });
    expect(await tell(ENDED)).toEqual({ told: 0, done: true });
    expect(await tell(LATER)).toEqual({ told: 0, done: true });
    expect(await told()).toEqual([[id, '2026-11-25']]);
  });

  test('days later, where no run came in between', async () => {
    const first = await publish();
    await tell(BEFORE);
    const second = await publish({ decidedOn: day('2023-12-09'), documentNumber: '严重〔2023〕9号' });
    await publish({ decidedOn: day('2023-12-11'), documentNumber: '严重〔2023〕11号' });
    expect(await tell(LATER)).toEqual({ told: 2, done: true });
    expect((await told()).toSorted()).toEqual(
      [
        [first, '2026-11-25'],
        [second, '2026-12-09'],
      ].toSorted(),
    );
  });

  test('of what is recorded after its own end, on the day it is recorded', async () => {
    await tell(LATER);
    const id = await publish({ decidedOn: day('2022-01-05') }, LATER);
    expect(await tell(LATER)).toEqual({ told: 1, done: true });
    expect(await told()).toEqual([[id, '2025-01-05']]);
  });

  test('of what came on a day after that day had been walked', async () => {
    await tell(moment('2026-11-25T04:00:00.000Z'));
    const id = await publish({}, moment('2026-11-25T15:59:59.000Z'));
    expect(await tell(moment('2026-11-25T16:30:00.000Z'))).toEqual({ told: 1, done: true });
    expect(await told()).toEqual([[id, '2026-11-25']]);
  });

  test('once by runs side by side, and by runs that end before they are done', async () => {
    for (let index = 0; index < 12; index += 1) await publish({ documentNumber: `严重〔2023〕${index}号` });
    await tell(BEFORE);
    const runs = await Promise.all(Array.from({ length: 4 }, () => tell(ENDED, 60)));
    expect(runs.reduce((sum, run) => sum + run.told, 0)).toBe(12);
    expect((await told()).length).toBe(12);
    await publish({ documentNumber: '严重〔2023〕99号', decidedOn: day('2023-12-01') });
    let run = await tell(LATER, 5);
    for (let more = 0; !run.done && more < 100; more += 1) run = await tell(LATER, 5);
    expect(run.done).toBe(true);
    expect((await told()).length).toBe(13);
  });

  test('also where a day is left in the middle before it is over, and something is put in front', async () => {
    await tell(BEFORE);
    const during = moment('2026-11-25T04:00:00.000Z');
    for (let run = 0; run < 20; run += 1) await tell(during, 7);
    const ids = [];
    for (let index = 0; index < 16; index += 1)
      ids.push(await publish({ documentNumber: `严重〔2023〕${index}号` }, during));
    for (let run = 0; run < 40; run += 1) await tell(moment('2026-11-25T18:00:00.000Z'), 7);
    expect((await told()).map(([id]) => id).toSorted()).toEqual(ids.toSorted());
  });
});

const officer = aCaller(REGISTRY);
const document = { number: '（2026）渝03破虚构1号', decidedOn: day('2026-11-18') };
const repaired = async (id: string) => {
  await service.repair(id, aCaller('credit-500000', { id: 'asks' }), aRepairRequest, BEFORE);
  await service.repair(id, aCaller(REGISTRY, { id: 'accepts' }), { action: 'accept' }, BEFORE);
  await service.repair(id, aCaller(REGISTRY, { id: 'decides' }), aGrant, BEFORE);
};

describe('what happened to a record is seen when its end is told', () => {
  test('annulled or repaired: that was told, and nothing more is', async () => {
    await service.annul(await publish({ documentNumber: '严重〔2023〕1号' }), officer, anAnnulment, BEFORE);
    await repaired(await publish({ documentNumber: '严重〔2023〕2号' }));
    await tell(BEFORE);
    expect(await tell(LATER)).toEqual({ told: 0, done: true });
  });

  test('a repair taken back: the end by its rule', async () => {
    const id = await publish();
    await repaired(id);
    const revoke = { action: 'revoke', ground: 'false-materials', reason: '材料虚假' } as const;
    await service.repair(id, aCaller(REGISTRY, { id: 'revokes' }), revoke, BEFORE);
    await tell(BEFORE);
    expect(await tell(ENDED)).toEqual({ told: 1, done: true });
    expect(await told()).toEqual([[id, '2026-11-25']]);
  });

  test('shielded when it runs out: it does not come back', async () => {
    const id = await publish();
    await service.shield(id, officer, { action: 'shield', from: day('2026-11-19'), document }, BEFORE);
    await tell(BEFORE);
    expect(await tell(ENDED)).toEqual({ told: 1, done: true });
    expect(await told()).toEqual([[id, '2026-11-25']]);
  });

  test('corrected: the end it has now, be it earlier, later or past', async () => {
    const reason = '日期录入有误';
    const [earlier, later, past] = [
      await publish({ documentNumber: '严重〔2023〕1号' }),
      await publish({ documentNumber: '严重〔2023〕2号' }),
      await publish({ documentNumber: '严重〔2023〕3号' }),
    ];
    await service.correct(earlier, officer, { reason, content: { decidedOn: day('2023-11-23') } }, BEFORE);
    await service.correct(later, officer, { reason, content: { decidedOn: day('2023-12-08') } }, BEFORE);
    await tell(BEFORE);
    await service.correct(past, officer, { reason, content: { decidedOn: day('2023-11-01') } }, BEFORE);
    expect(await tell(BEFORE)).toEqual({ told: 1, done: true });
    expect(await told()).toEqual([[past, '2026-11-01']]);
    expect(await tell(ENDED)).toEqual({ told: 1, done: true });
    expect(await tell(LATER)).toEqual({ told: 1, done: true });
    expect(new Map((await told()).map(([id, on]) => [id, on]))).toEqual(
      new Map([
        [earlier, '2026-11-23'],
        [later, '2026-12-08'],
        [past, '2026-11-01'],
      ]),
    );
  });
});

test('whatever fails in between, the next run ends it, and each is told once', async () => {
  for (let index = 0; index < 6; index += 1) await publish({ documentNumber: `严重〔2023〕${index}号` });
  await tell(BEFORE);
  for (let broken = 0; broken < 14; broken += 1) {
    const faults = await injectFaults(service.client, (_, number) =>
      number === broken ? (broken % 2 === 0 ? 'error' : 'lost-answer') : undefined,
    );
    await tell(ENDED).catch(() => undefined);
    await faults.stop();
  }
  expect((await tell(ENDED)).done).toBe(true);
  expect((await told()).map(([, on]) => on)).toEqual(Array.from({ length: 6 }, () => '2026-11-25'));
}, 60_000);

test('nothing that is read rests on it: with and without a run a record ends on its day, and the halves stay', async () => {
  const id = await publish();
  const shown = async (on: string) =>
    (await service.publicRecords.ofOrganisation(CODE, day(on))).entries.map(({ state }) => state.last.id);
  const half = () => service.standings.getForUpdate(anOrganisation, 'CQ');
  const before = await half();
  expect([await shown('2026-11-24'), await shown('2026-11-25')]).toEqual([[id], []]);
  await tell(BEFORE);
  await tell(ENDED);
  expect([await shown('2026-11-24'), await shown('2026-11-25')]).toEqual([[id], []]);
  expect(await half()).toEqual(before);
});

test('it comes into the feed of its side, by its schema, and says neither whose it is nor what', async () => {
  const id = await publish();
  await tell(BEFORE);
  await tell(ENDED);
  const changes = createChangeStore(service.client, service.names.filings);
  const sequence = createSequenceChanges({ changes, writeAll: service.writeAll });
  const carry = creditHandler([createTellChanges({ sequence })]);
  const items = itemsUnder('ENDED#', await service.itemsOf('credit'));
  for (let time = 0; time < 2; time += 1)
    expect(await carry(streamEventOf(items))).toEqual({ batchItemFailures: [] });
  const events = (await changes.listAfter('CQ', 0, 10)).map(cloudEventOf);
  expect(events).toEqual([
    {
      specversion: '1.0',
      id: `end:${id}:20261125`,
      source: 'urn:tongbiao:side:CQ',
      type: 'tongbiao.DisclosureEnded.v1',
      subject: `credit/records/${id}`,
      time: '2026-11-24T16:00:00.000Z',
      datacontenttype: 'application/json',
      dataschema: 'urn:tongbiao:event:DisclosureEnded:v1',
      sequence: '000000000001',
      data: {
        record: id,
        version: 1,
        class: 'serious-list',
        issuedBy: REGISTRY,
        authorityKind: 'registration',
        endedOn: '2026-11-25',
      },
    },
  ]);
  expect(cloudEventShape.safeParse(events[0]).success).toBe(true);
  expect(JSON.stringify(events)).not.toContain(CODE);
});

test.runIf(countsUnits)(
  'a publication costs one unit more by it; a run where nothing ends costs half a read for each shard, and one write',
  async () => {
    const recorded = recordCalls(service.client);
    await publish();
    const withEnd = recorded.units('TransactWriteItems');
    recorded.reset();
    await publish({ class: 'penalty', severity: 'minor', documentNumber: '渝罚〔2026〕2号' });
    expect([withEnd, recorded.units('TransactWriteItems')]).toEqual([8, 7]);
    await tell(BEFORE);
    recorded.reset();
    await tell(BEFORE);
    const units = ['Query', 'BatchGetItem', 'PutItem'].map((name) => recorded.units(name));
    expect(units).toEqual([4, 0, 1]);
  },
);

test('a version of a class that the catalogue no longer knows is passed over and told of, and holds up no other', async () => {
  const known = await publish();
  await publish({ documentNumber: '市监名单〔2023〕虚构77号' });
  const gone = (await service.itemsOf('credit')).find(
    ({ documentNumber, endPk }) => documentNumber === '市监名单〔2023〕虚构77号' && endPk !== undefined,
  );
  await service.client.send(
    new PutCommand({ TableName: service.names.credit, Item: { ...gone, class: 'no-longer-known' } }),
  );
  const faults: unknown[] = [];
  const run = createTellEnds({ ...service, onFault: (fault) => faults.push(fault) });
  expect(await run(ENDED)).toEqual({ told: 1, done: true });
  expect(await told()).toEqual([[known, '2026-11-25']]);
  expect(faults).toMatchObject([{ name: 'UnknownClass' }]);
});
