import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createChangeTask, type GroundedTask } from '../../lib/acts/change-task.ts';
import { createCountFeedback } from '../../lib/acts/count-feedback.ts';
import { createFanOut } from '../../lib/acts/fan-out.ts';
import { createProposeTasks } from '../../lib/acts/propose-tasks.ts';
import type { RecordToPublish } from '../../lib/acts/publish-record.ts';
import { createReadFeedbackRates, createReadTasks } from '../../lib/acts/read-tasks.ts';
import { createRemindTasks } from '../../lib/acts/remind-tasks.ts';
import { stageOf } from '../../lib/domain/measures/task.ts';
import type { TaskAction } from '../../lib/domain/measures/task-steps.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import { createFeedbackStore } from '../../lib/store/feedback-store.ts';
import { createTaskStore } from '../../lib/store/task-store.ts';
import {
  aCaller,
  aGrant,
  anAnnulment,
  aRepairRequest,
  type CreditService,
  moment,
  NOW,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import { injectFaults } from '../support/sdk-faults.ts';

const COMPANY = 'O:91500231MA5U000A5X' as SubjectKey;
const listing = (overrides: Partial<RecordToPublish> = {}): RecordToPublish => ({
  class: 'serious-list',
  subject: organisation,
  issuedBy: 'reg-500231',
  documentNumber: '渝垫市监列〔2025〕虚构1号',
  ordinal: 1,
  decidedOn: day('2025-05-11'),
  basis: [{ law: '示例法', article: '第一条' }],
  ...overrides,
});
const officer = (side: 'cq' | 'sc', overrides: Partial<Caller> = {}): Caller =>
  aCaller(side === 'cq' ? 'reg-500000' : 'reg-510000', {
    id: `officer-${side}`,
    roles: ['regulator'],
    ...overrides,
  });
const company = aCaller(undefined, { id: 'company', roles: ['subject'], subjectKey: COMPANY });
const publisher = aCaller('reg-500231', { id: 'publisher', roles: ['publisher'] });

let service: CreditService;
let acts: Awaited<ReturnType<typeof actsOn>>;
beforeEach(async () => {
  service = await startCreditService();
  acts = await actsOn(service);
});
afterEach(() => service.stop());

async function actsOn({ client, names, writeAll, records, standings, requests, itemsOf }: CreditService) {
  const tasks = createTaskStore(client, names.credit);
  const feedback = createFeedbackStore(client, names.credit);
  let now: Moment = NOW;
  const fanOut = createFanOut([
    createProposeTasks({ records, tasks, writeAll, now: () => now }),
    createCountFeedback({ feedback, writeAll }),
  ]);
  const change = createChangeTask({ tasks, records, standings, requests, writeAll });
  const read = createReadTasks({ tasks, records, standings });
  return {
    tasks,
    read,
    remind: createRemindTasks({ tasks, records, writeAll }),
    rates: createReadFeedbackRates({ feedback }),
    /** All the table holds, as a stream that has forgotten where it stood would bring it. */
    pump: async (at = now) => {
      now = at;
      const items = await itemsOf('credit');
      return fanOut(items.map((image, index) => ({ sequence: String(index), image })));
    },
    take: async (caller: Caller, task: string, action: TaskAction, at = NOW, version?: number) => {
      const asked = {
        caller: caller.id,
        at: at.at,
        tell: (told: GroundedTask) => ({ status: 200, body: told }),
      };
      const { answer } = await change(caller, { task, action, expectedVersion: version }, asked, at);
      return (answer.body as GroundedTask).task;
    },
    listed: async (caller: Caller, at = NOW, row = 'no-tolerance') =>
      (await read.list(caller, { open: true }, at)).entries.filter(({ task }) => task.row === row),
  };
}

const kinds = async () =>
  (await service.itemsOf('credit')).filter(({ pk }) => String(pk).startsWith('TASK#')).length;

async function proposedOne() {
  const { id: record } = await service.publish(listing());
  expect(await acts.pump()).toEqual([]);
  const [found] = await acts.listed(officer('sc'));
  if (found === undefined) throw new Error('Nothing was proposed');
  return { record, task: found.task };
}

const notice: TaskAction = { step: 'notice', grounds: '列入名单' };
const objection: TaskAction = { step: 'objection', reason: '已改正', proofs: [] };
const decision: TaskAction = {
  step: 'decision',
  outcome: 'apply',
  reason: '依据充分',
  answer: '异议不成立',
};

describe('what follows from a record', () => {
  test('each row becomes one task on each side, however often the stream brings it', async () => {
    await proposedOne();
    const before = await kinds();
    await Promise.all([acts.pump(), acts.pump()]);
    await acts.pump();
    expect(await kinds()).toBe(before);
    const rows = async (side: 'cq' | 'sc') =>
      (await acts.read.list(officer(side), { open: true }, NOW)).entries.map(({ task }) => task.row).sort();
    const expected = ['closer-supervision', 'no-honours', 'no-simple-cancellation-serious', 'no-tolerance'];
    expect([await rows('cq'), await rows('sc')]).toEqual([expected, expected]);
    expect((await acts.rates()).map(({ authority, proposed }) => [authority, proposed])).toEqual([
      ['reg-500000', 4],
      ['credit-500000', 1],
      ['reg-510000', 4],
      ['credit-510000', 1],
    ]);
  });

  test('nothing follows from a class that no row rests on, and no group C row is anybody’s task', async () => {
    await service.publish(listing({ class: 'honorary-title', documentNumber: '荣誉1号' }), 'reg-500231');
    await acts.pump();
    expect(await kinds()).toBe(0);
  });

  test('an annulment ends it at once when read, and in writing with the stream, once', async () => {
    const { record, task } = await proposedOne();
    await service.annul(record, publisher, { ...anAnnulment });
    const told = await acts.read.read(officer('sc'), task.id, NOW);
    expect(told.task.release).toMatchObject({ cause: 'annulled', on: '2026-11-20' });
    expect(told.events).toHaveLength(1);
    expect(await acts.pump()).toEqual([]);
    await acts.pump();
    const { events } = await acts.read.read(officer('sc'), task.id, NOW);
    expect(events.map(({ kind, by }) => [kind, by])).toEqual([
      ['proposed', 'automation'],
      ['release', 'automation'],
    ]);
    expect(await acts.listed(officer('sc'))).toEqual([]);
  });

  test('a listing that ran out is released when it is read, though nothing was written', async () => {
    const { task } = await proposedOne();
    const [last, after] = [moment('2028-05-10T02:00:00.000Z'), moment('2028-05-12T02:00:00.000Z')];
    const stageAt = async (at: Moment) => stageOf((await acts.read.read(officer('sc'), task.id, at)).task);
    expect([await stageAt(last), await stageAt(after)]).toEqual(['proposed', 'released']);
  });

  test('a repair that is taken back begins the loop anew, beside the old task', async () => {
    const { record, task } = await proposedOne();
    await service.repair(record, company, aRepairRequest);
    await service.repair(record, publisher, { action: 'accept' });
    await service.repair(record, publisher, aGrant);
    await acts.pump();
    await service.repair(record, publisher, { action: 'revoke', ground: 'false-materials', reason: '伪造' });
    await acts.pump();
    const [again, ...none] = await acts.listed(officer('sc'));
    expect(none).toEqual([]);
    expect(again?.task).toMatchObject({ round: 1, version: 1 });
    expect((await acts.tasks.find(task.id))?.release?.cause).toBe('repaired');
  });
});

describe('who may do what', () => {
  test('the subject and the publisher see it, another authority learns nothing of it', async () => {
    const { task } = await proposedOne();
    for (const caller of [company, publisher])
      expect((await acts.read.read(caller, task.id, NOW)).task.id).toBe(task.id);
    for (const caller of [officer('cq'), aCaller('reg-511623', { roles: ['regulator'] })])
      await expect(acts.read.read(caller, task.id, NOW)).rejects.toMatchObject({ code: 'not-found' });
    expect((await acts.read.list(company, { open: true }, NOW)).entries).toHaveLength(10);
    /* What the table leaves unread of a batch is asked for again. */
    const faults = await injectFaults(service.client, ({ name }, number) =>
      name === 'BatchGetItem' && number < 3 ? 'partial' : undefined,
    );
    expect((await acts.read.list(company, { open: true }, NOW)).entries).toHaveLength(10);
    await faults.stop();
  });

  test('nobody deals with a task about themselves, and only the subject objects', async () => {
    const { task } = await proposedOne();
    const own = officer('sc', { recusalKey: COMPANY });
    await expect(acts.take(own, task.id, notice)).rejects.toMatchObject({ code: 'concerns-officer' });
    await expect(acts.take(publisher, task.id, notice)).rejects.toMatchObject({ code: 'forbidden' });
    await acts.take(officer('sc'), task.id, notice);
    await expect(acts.take(officer('sc'), task.id, objection)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('of ten officers at one moment one decides, the others are told', async () => {
    const { task } = await proposedOne();
    await acts.take(officer('sc'), task.id, notice);
    await acts.take(company, task.id, objection);
    const told = await Promise.allSettled(
      Array.from({ length: 10 }, (_, at) =>
        acts.take(officer('sc', { id: `officer-${at}` }), task.id, decision),
      ),
    );
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const one of told)
      if (one.status === 'rejected')
        expect(['version-conflict', 'task-step-not-allowed']).toContain(one.reason.code);
    expect((await acts.read.read(officer('sc'), task.id, NOW)).events.map(({ kind }) => kind)).toEqual([
      'proposed',
      'notice',
      'objection',
      'decision',
    ]);
  });

  test('a version that is not the current one is refused', async () => {
    const { task } = await proposedOne();
    await expect(acts.take(officer('sc'), task.id, notice, NOW, 2)).rejects.toMatchObject({
      code: 'version-conflict',
      values: { current: 1 },
    });
  });
});

test('feedback is counted once each: in time, late, and still open', async () => {
  const { task } = await proposedOne();
  await acts.take(officer('sc'), task.id, notice);
  await acts.take(company, task.id, objection);
  await acts.take(officer('sc'), task.id, decision);
  await acts.pump();
  const ratesOf = async () => (await acts.rates()).find(({ authority }) => authority === 'reg-510000');
  expect(await ratesOf()).toMatchObject({ due: 1, open: 1, inTime: 0, late: 0 });
  await acts.take(officer('sc'), task.id, { step: 'execution', how: '已标注' });
  await acts.take(
    officer('sc'),
    task.id,
    { step: 'feedback', result: 'done' },
    moment('2026-12-01T02:00:00.000Z'),
  );
  await Promise.all([acts.pump(), acts.pump()]);
  expect(await ratesOf()).toMatchObject({ due: 1, open: 0, inTime: 0, late: 1 });
});

test('a limit is reminded of once, two working days before it, and again when a new one comes', async () => {
  const { task } = await proposedOne();
  expect(task.due?.dueOn).toBe('2026-11-30');
  const remindedOn = (on: string) => acts.remind(['reg-510000'], moment(`${on}T02:00:00.000Z`));
  expect(await remindedOn('2026-11-25')).toEqual({ reminded: 0, overdue: 0 });
  expect(await remindedOn('2026-11-26')).toEqual({ reminded: 4, overdue: 0 });
  expect(await remindedOn('2026-12-01')).toEqual({ reminded: 0, overdue: 4 });
  const { reminders } = await acts.read.read(officer('sc'), task.id, NOW);
  expect(reminders).toMatchObject([{ dueOn: '2026-11-30', overdue: false, on: '2026-11-26' }]);
  const late = await acts.read.list(
    officer('sc'),
    { open: true, overdue: true },
    moment('2026-12-01T02:00:00.000Z'),
  );
  expect(late.entries).toHaveLength(4);
});

test('an authority’s list pages, and a cursor continues no other list', async () => {
  for (let at = 1; at <= 8; at += 1)
    await service.publish(listing({ documentNumber: `虚构${at}号`, ordinal: at }));
  await acts.pump();
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await acts.read.list(officer('sc'), { open: true, cursor }, NOW);
    ids.push(...page.entries.map(({ task }) => task.id));
    cursor = page.next;
  } while (cursor !== undefined);
  expect(new Set(ids).size).toBe(32);
  expect(ids).toHaveLength(32);
  const { next } = await acts.read.list(officer('sc'), { open: true }, NOW);
  for (const asked of [{ open: false }, { open: true, overdue: true }])
    await expect(
      acts.read.list(officer('sc'), { ...asked, ...(next !== undefined && { cursor: next }) }, NOW),
    ).rejects.toMatchObject({ code: 'invalid-request' });
});
