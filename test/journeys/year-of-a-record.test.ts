import { afterAll, expect, test } from 'vitest';
import { getListingCase, removeListing } from '../../lib/contract/listing-cases.ts';
import {
  decideTask,
  executeTask,
  feedBackOnTask,
  getMeasureTask,
  listMeasureTasks,
  notifyOfTask,
} from '../../lib/contract/measure-tasks.ts';
import { reconcileRecords } from '../../lib/contract/reconciliation.ts';
import { disputeRecord, getRecord, repairRecord } from '../../lib/contract/record-steps.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService } from '../support/local-service.ts';
import { consented, listedOn, notified, speakerOf, verdictOf } from './a-listing.ts';
import { overTheDays } from './later.ts';

afterAll(endAll);

/** An invented organisation of whom nothing else is recorded. */
const code = '91500231MA5U000A5X';
const AUDIT = { purpose: 'audit', basis: 'audit-inquiry' };
const days = overTheDays();
const on = (day: string) => days.on(plainDate(day));
let listing = '';
let record = '';

/** An officer of each side whose authority has to carry out what the lists say. */
const executors = ['measure-officer-cq', 'measure-officer-sc'];
const tasks = new Map<string, string>();

/** The task of no more tolerance that the record set off for the officer's authority; it comes by the stream. */
async function taskOf(service: LocalService, as: string) {
  const find = async () =>
    (await service.ask(listMeasureTasks, { as })).body.tasks.find(
      (task) => task.record === record && task.row.id === 'no-tolerance',
    );
  await expect.poll(find, { timeout: 60_000, interval: 100 }).toBeDefined();
  return find();
}

test('in January it is proposed by Dianjiang, and the subject is told of grounds and rights', async () => {
  const service = await on('2027-01-11');
  const told = await notified(service, { subject: { kind: 'organisation', code } });
  listing = told.id;
  /* Five working days: Monday the 18th; the holidays of 2027 are not published. */
  expect(told).toMatchObject({
    state: 'notified',
    objection: { until: '2027-01-18', provisional: true, open: true },
    next: ['objected', 'not-listed'],
  });
  const { verdict } = (await verdictOf(service, code)) ?? {};
  expect(verdict).toBe('clear');
});

test('it objects, is answered, the city consents, another officer decides: the record is published', async () => {
  const service = await on('2027-01-18');
  await consented(service, listing, await speakerOf(service, code));
  const later = await on('2027-01-20');
  const told = await listedOn(later, listing, '2027-01-20');
  record = told.record ?? '';
  expect(told).toMatchObject({
    state: 'listed',
    listed: { from: '2027-01-20', until: '2030-01-20' },
    removableFrom: '2028-01-20',
  });
  expect(
    (await later.ask(reconcileRecords, { as: 'credit-officer-cq', query: { day: '2027-01-20' } })).body,
  ).toMatchObject({
    total: 1,
    counts: [{ class: 'serious-list', kind: 'published', count: 1 }],
  });
});

test('measures apply on both sides: by row, record and article', async () => {
  const service = await on('2027-01-20');
  for (const regulator of ['regulator-cq', 'regulator-sc']) {
    const told = await verdictOf(service, code, { as: regulator });
    expect(told).toMatchObject({ verdict: 'hit', disclosed: { entries: [{ record, jurisdiction: 'CQ' }] } });
    expect(told?.measures.map(({ row }) => row)).toContain('closer-supervision');
  }
});

test('executing authorities of both sides are given tasks, and carry them out', async () => {
  const service = await on('2027-01-20');
  for (const as of executors) {
    const task = await taskOf(service, as);
    expect(task).toMatchObject({ state: 'proposed', issuedBy: 'reg-500231', proposal: { by: 'automation' } });
    tasks.set(as, task?.id ?? '');
    const officer = { as, params: { id: task?.id ?? '' } };
    await service.ask(notifyOfTask, { ...officer, body: { grounds: '被列入严重违法失信名单' } });
  }
  /* The subject has until then to be heard, also where it says nothing. */
  const heard = await on('2027-01-28');
  for (const [as, id] of tasks) {
    const officer = { as, params: { id } };
    await heard.ask(decideTask, { ...officer, body: { outcome: 'apply', reason: '名单有效，依据充分' } });
    await heard.ask(executeTask, { ...officer, body: { how: '不再适用容缺受理' } });
    const told = await heard.ask(feedBackOnTask, { ...officer, body: { result: 'done' } });
    expect(told.body).toMatchObject({ state: 'fed-back', feedback: { result: 'done' } });
  }
  expect([...tasks.keys()]).toEqual(executors);
});

test('in February it disputes the record, which is marked on the other side, and the dispute is rejected', async () => {
  const service = await on('2027-02-01');
  const token = await speakerOf(service, code);
  const params = { id: record };
  await service.ask(disputeRecord, {
    token,
    params,
    body: { action: 'raise', reason: '处罚决定正在诉讼中', proofs: [] },
  });
  expect((await verdictOf(service, code))?.disclosed?.entries).toMatchObject([{ record, disputed: true }]);
  const later = await on('2027-02-05');
  await later.ask(disputeRecord, {
    as: 'credit-officer-cq',
    params,
    body: { action: 'reject', reason: '诉讼不影响决定效力' },
  });
  expect((await verdictOf(later, code))?.disclosed?.entries[0]).not.toHaveProperty('disputed');
});

test('a year less a day after the decision it is too early to be repaired or taken off', async () => {
  const service = await on('2028-01-19');
  const token = await speakerOf(service, code);
  const proof = { title: '信用承诺书', sha256: 'b'.repeat(64) };
  expect(
    await service.refused(repairRecord, {
      token,
      params: { id: record },
      body: { action: 'ask', commitment: proof, proofs: [proof] },
    }),
  ).toMatchObject({
    body: { code: 'repair-not-allowed', values: { reason: 'too-early', from: '2028-01-20' } },
  });
  const removal = {
    kind: 'decision',
    reason: '已履行义务',
    document: { number: '垫市监严移〔2028〕虚构1号', decidedOn: '2028-01-19' },
    met: ['conduct-corrected', 'duties-performed', 'commitment-made'],
  };
  expect(
    await service.refused(removeListing, { as: 'credit-officer-cq', params: { id: listing }, body: removal }),
  ).toMatchObject({
    body: { code: 'repair-not-allowed', values: { reason: 'too-early', from: '2028-01-20' } },
  });
  const known = await verdictOf(service, code, AUDIT);
  expect(known?.verdict).toBe('hit');
});

test('repaired on the day a year is full: publication, use and measures end on both sides with one write', async () => {
  const service = await on('2028-01-20');
  const token = await speakerOf(service, code);
  const params = { id: record };
  const proof = { title: '信用承诺书', sha256: 'b'.repeat(64) };
  await service.ask(repairRecord, {
    token,
    params,
    body: { action: 'ask', commitment: proof, proofs: [proof] },
  });
  await service.ask(repairRecord, { as: 'credit-officer-cq-2', params, body: { action: 'accept' } });
  await service.ask(repairRecord, {
    as: 'credit-officer-cq-2',
    params,
    body: {
      action: 'grant',
      reason: '已纠正，义务已履行，已公开承诺',
      met: ['conduct-corrected', 'duties-performed', 'commitment-made'],
    },
  });
  expect((await service.ask(getRecord, { token, params })).body.state).toBe('repaired');
  expect((await service.ask(getListingCase, { token, params: { id: listing } })).body).toMatchObject({
    state: 'removed',
    removal: { how: 'repaired', on: '2028-01-20' },
    next: [],
  });
  for (const regulator of ['regulator-cq', 'regulator-sc'])
    expect(await verdictOf(service, code, { as: regulator })).toMatchObject({
      verdict: 'clear',
      measures: [],
      disclosed: { entries: [] },
    });
});

test('the tasks of both sides are released with the record, whatever ran since', async () => {
  const service = await on('2028-01-20');
  for (const [as, id] of tasks)
    expect((await service.ask(getMeasureTask, { as, params: { id } })).body).toMatchObject({
      state: 'released',
      release: { cause: 'repaired', on: '2028-01-20' },
    });
});

test('asked for as of six dates and known at three: for an audit as it was, for supervision as if it had never been', async () => {
  const service = await on('2028-01-21');
  const asOf = ['2027-01-19', '2027-01-20', '2027-02-03', '2027-08-01', '2028-01-19', '2028-01-20'];
  /* Before it was published; while it stood; after its repair. */
  const knownAt = ['2027-01-18T15:00:00.000Z', '2027-06-01T00:00:00.000Z', '2028-01-20T15:00:00.000Z'];
  const verdicts = async (purpose: Parameters<typeof verdictOf>[2]) =>
    Promise.all(
      knownAt.map(async (known) =>
        (
          await Promise.all(
            asOf.map(async (day) => {
              const told = await verdictOf(service, code, { ...purpose, asOf: day, knownAt: known });
              return told?.measures.length === 0 ? 'none' : 'rows';
            }),
          )
        ).join(' '),
      ),
    );
  expect(await verdicts(AUDIT)).toEqual([
    'none none none none none none',
    'none rows rows rows rows rows',
    'none rows rows rows rows none',
  ]);
  expect(await verdicts({})).toEqual([
    'none none none none none none',
    'none none none none none none',
    'none none none none none none',
  ]);
});
