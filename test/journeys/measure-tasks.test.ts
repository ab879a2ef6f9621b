import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import {
  decideTask,
  executeTask,
  feedBackOnTask,
  getMeasureTask,
  listFeedbackRates,
  listMeasureTasks,
  notifyOfTask,
  objectToTask,
  releaseTask,
} from '../../lib/contract/measure-tasks.ts';
import { repairRecord } from '../../lib/contract/record-steps.ts';
import { addDays } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { today } from './a-filing.ts';

const CODE = '91500231MA5U000A5X';
const WAIT = { timeout: 60_000, interval: 300 };

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

/** The listed company itself, by whoever it has authorised. */
const companyToken = () =>
  service.forge.accessToken({
    claims: {
      sub: 'company',
      roles: ['subject'],
      subject_key: `O:${CODE}`,
      scope: 'measure-tasks:read measure-tasks:object credit-records:object credit-records:read',
    },
  });

const tasksOf = async (as: string) =>
  (await service.ask(listMeasureTasks, { as })).body.tasks.filter(({ row }) => row.id === 'no-tolerance');

const ratesOf = async (authority: string) =>
  (await service.ask(listFeedbackRates)).body.authorities.find((one) => one.authority === authority);

test('a serious listing of one side becomes tasks on both, heard, decided, carried out, fed back and released', async () => {
  const record = (
    await service.ask(publishRecord, {
      as: 'publisher-cq',
      body: {
        class: 'serious-list',
        subject: { kind: 'organisation', code: CODE },
        issuedBy: 'reg-500231',
        documentNumber: '渝垫市监列〔2025〕虚构1号',
        decidedOn: addDays(today(), -400),
        basis: [{ law: '市场监督管理严重违法失信名单管理办法', article: '第二条' }],
      },
    })
  ).body;

  await expect.poll(async () => (await tasksOf('measure-officer-sc')).length, WAIT).toBe(1);
  await expect.poll(async () => (await tasksOf('measure-officer-cq')).length, WAIT).toBe(1);
  const [theirs] = await tasksOf('measure-officer-sc');
  expect(theirs).toMatchObject({
    state: 'proposed',
    record: record.id,
    issuedBy: 'reg-500231',
    executor: 'reg-510000',
    jurisdiction: 'SC',
    row: { id: 'no-tolerance', listed: 'DM-09', group: 'B', edition: '2024年版' },
    subject: { kind: 'organisation', code: CODE },
    proposal: { by: 'automation' },
    due: { overdue: false },
  });
  const params = { id: theirs?.id ?? '' };
  const officer = { as: 'measure-officer-sc', params };

  expect(
    await service.refused(decideTask, { ...officer, body: { outcome: 'apply', reason: '依据充分' } }),
  ).toMatchObject({ status: 409, body: { code: 'task-step-not-allowed' } });
  expect(
    await service.refused(notifyOfTask, { as: 'measure-officer-cq', params, body: { grounds: '越权' } }),
  ).toMatchObject({ status: 404 });

  const notice = { ...officer, body: { grounds: '被列入严重违法失信名单' } };
  expect((await service.ask(notifyOfTask, notice)).body).toMatchObject({ state: 'notified', version: 2 });
  const token = await companyToken();
  expect((await service.ask(listMeasureTasks, { token })).body.tasks.map(({ id }) => id)).toContain(
    params.id,
  );
  const objection = { token, params, body: { reason: '违法行为已经改正' } };
  expect((await service.ask(objectToTask, objection)).body.state).toBe('objected');
  expect(await service.refused(objectToTask, objection)).toMatchObject({ status: 409 });

  const answered = { outcome: 'apply' as const, reason: '名单仍然有效', answer: '经核实，尚未移出名单' };
  const headers = { 'idempotency-key': crypto.randomUUID(), 'if-match': '"3"' };
  const decision = { ...officer, body: answered, headers };
  expect((await service.ask(decideTask, decision)).body).toMatchObject({ state: 'decided', version: 4 });
  expect((await service.ask(decideTask, decision)).body).toMatchObject({ state: 'decided', version: 4 });
  await expect.poll(async () => (await ratesOf('reg-510000'))?.open, WAIT).toBe(1);
  await service.ask(executeTask, { ...officer, body: { how: '不再适用容缺受理' } });
  const told = (await service.ask(feedBackOnTask, { ...officer, body: { result: 'done' } })).body;
  expect(told).toMatchObject({ state: 'fed-back', feedback: { result: 'done' } });
  expect(told).not.toHaveProperty('due');
  await expect
    .poll(async () => ratesOf('reg-510000'), WAIT)
    .toMatchObject({ due: 1, inTime: 1, late: 0, open: 0 });

  const [ours] = await tasksOf('measure-officer-cq');
  const own = { as: 'measure-officer-cq', params: { id: ours?.id ?? '' } };
  expect(
    (await service.ask(decideTask, { ...own, body: { outcome: 'not-applicable', reason: '无在办事项' } }))
      .body,
  ).toMatchObject({ state: 'not-applicable' });

  /* The publisher of the record learns what came of it on the other side. */
  const seen = (await service.ask(getMeasureTask, { as: 'credit-officer-cq', params })).body;
  expect(seen.events.map(({ kind }) => kind)).toEqual([
    'proposed',
    'notice',
    'objection',
    'decision',
    'execution',
    'feedback',
  ]);

  const lift = { ...officer, body: { cause: 'ground-ended', reason: '已恢复适用' } } as const;
  expect(await service.refused(releaseTask, lift)).toMatchObject({ status: 409 });
  const proof = { title: '缴款凭证', sha256: 'a'.repeat(64) };
  const ask = { action: 'ask' as const, commitment: proof, proofs: [proof] };
  await service.ask(repairRecord, { token, params: { id: record.id }, body: ask });
  const deciding = { as: 'credit-officer-cq', params: { id: record.id } };
  await service.ask(repairRecord, { ...deciding, body: { action: 'accept' } });
  await service.ask(repairRecord, {
    ...deciding,
    body: {
      action: 'grant',
      reason: '已纠正',
      met: ['conduct-corrected', 'duties-performed', 'commitment-made'],
    },
  });
  /* At once, whatever the stream did; and it writes the same down. */
  expect((await service.ask(getMeasureTask, officer)).body).toMatchObject({
    state: 'released',
    release: { cause: 'repaired', on: today() },
  });
  await expect
    .poll(async () => (await service.ask(getMeasureTask, officer)).body.events.at(-1)?.kind, WAIT)
    .toBe('release');
  expect(await tasksOf('measure-officer-sc')).toEqual([]);
}, 120_000);
