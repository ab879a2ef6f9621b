import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { checkFiling, getFiling, getReceipt } from '../../lib/contract/filings.ts';
import { followUpFiling, getFollowUp, listFollowUps } from '../../lib/contract/follow-ups.ts';
import { decideTask, listMeasureTasks } from '../../lib/contract/measure-tasks.ts';
import { listMyNotices } from '../../lib/contract/own-file.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { getStandard, listMeasures } from '../../lib/contract/standards.ts';
import { addDays } from '../../lib/domain/time/plain-date.ts';
import { exampleOf } from '../support/item-files.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { today } from './a-filing.ts';
import { type AnyFacts, file, packageOf, registered } from './lives.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const [founder] = exampleOf<AnyFacts>('establish-company').facts.persons;
const material = (kind: string, digit: string) => ({ kind, title: `${kind}.pdf`, sha256: digit.repeat(64) });

test('a company of a red list of one side opens a branch on the other, and one document of it follows', async () => {
  const company = await registered(service, 'establish-company');
  const code = company.registration?.code ?? '';
  const record = (
    await service.ask(publishRecord, {
      as: 'publisher-sc',
      body: {
        class: 'honour',
        subject: { kind: 'organisation', code },
        issuedBy: 'credit-510000',
        documentNumber: '川信红〔2026〕虚构1号',
        decidedOn: addDays(today(), -30),
        basis: [{ law: '国发〔2016〕33号', article: '第二部分' }],
      },
    })
  ).body;
  const branch = (...materials: object[]) => ({
    change: (facts: AnyFacts): AnyFacts => ({
      ...facts,
      parent: { code, name: company.name, type: 'limited-company' },
      name: `${company.name}垫江分公司`,
      decidedOn: today(),
      businessScope: [{ text: '软件开发' }],
      placeOfBusiness: { ...(facts.placeOfBusiness as object), division: '500231' },
      persons: [
        { ...founder, ref: 'representative' },
        { ref: 'head', name: '何知远', document: { kind: 'citizen-id', number: '511623199111020004' } },
      ] as AnyFacts['persons'],
      materials,
    }),
  });
  const form = material('application-form', 'a');
  const place = material('address-document', 'b');
  const promise = material('tolerance-commitment', 'c');

  const back = await file(service, 'establish-branch', branch(form, place));
  expect(back.findings.map(({ rule }) => rule)).toEqual(['materials.head-appointment']);
  const never = await file(service, 'establish-branch', branch(form, promise));
  expect(never.state).toBe('returned');

  /* A check reads no credit, and so cannot know. */
  const body = await packageOf(service, 'establish-branch', branch(form, place, promise).change);
  const checked = (await service.ask(checkFiling, { as: 'applicant', body })).body;
  expect(checked.findings.map(({ rule }) => rule)).toContain('materials.head-appointment');

  const told = await file(service, 'establish-branch', branch(form, place, promise));
  expect(told).toMatchObject({
    state: 'registered',
    decidedBy: 'reg-500231',
    measures: [
      { row: 'tolerant-acceptance', records: [record.id], effect: 'told' },
      { row: 'green-channel', records: [record.id], effect: 'told' },
    ],
  });
  const params = { id: told.id };
  expect((await service.ask(getFiling, { as: 'applicant', params })).body.measures).toEqual(told.measures);
  const { receipt } = (await service.ask(getReceipt, { as: 'applicant', params })).body;
  expect((await service.ask(verifyReceipt, { body: { receipt } })).body).toMatchObject({
    valid: true,
    sameFindings: true,
  });

  /* What was promised: by when, handed in, and told to whoever filed. */
  expect(told.followUp).toMatchObject({
    materials: ['head-appointment'],
    at: `/v1/filings/${told.id}/follow-up`,
  });
  const awaited = (await service.ask(getFollowUp, { as: 'applicant', params })).body;
  expect(awaited).toMatchObject({ state: 'awaited', due: { dueOn: told.followUp?.dueOn, overdue: false } });
  const authority = 'reg-500231';
  const queue = (await service.ask(listFollowUps, { as: 'registrar-cq', params: { authority } })).body;
  expect(queue.followUps.map(({ filing }) => filing)).toEqual([told.id]);
  const came = await service.ask(followUpFiling, {
    as: 'applicant',
    params,
    body: { action: 'hand-in', materials: [{ kind: 'head-appointment', sha256: 'd'.repeat(64) }] },
    headers: { 'if-match': '"1"' },
  });
  expect([came.headers.get('etag'), came.body.state]).toEqual(['"2"', 'complete']);
  const early = { as: 'registrar-cq', params, body: { action: 'close', reason: '未补交' } };
  expect(await service.refused(followUpFiling, early)).toMatchObject({
    status: 409,
    body: { code: 'follow-up-not-allowed', values: { reason: 'complete' } },
  });
  const kindsTold = async () =>
    (await service.ask(listMyNotices, { as: 'applicant' })).body.notices.map(({ kind }) => kind);
  await expect
    .poll(kindsTold, { timeout: 30_000 })
    .toEqual(expect.arrayContaining(['materials-promised', 'materials-complete']));

  /* The same list runs the loop on both sides, and is decided for the company without a notice. */
  const tasksOf = async () =>
    (await service.ask(listMeasureTasks, { as: 'measure-officer-cq' })).body.tasks.filter(
      (task) => task.record === record.id && task.row.id === 'fewer-inspections',
    );
  await expect.poll(async () => (await tasksOf()).length, { timeout: 30_000 }).toBe(1);
  const [task] = await tasksOf();
  const decided = await service.ask(decideTask, {
    as: 'measure-officer-cq',
    params: { id: task?.id ?? '' },
    body: { outcome: 'apply', reason: '红名单有效' },
  });
  expect(decided.body).toMatchObject({ state: 'decided', row: { group: 'incentive', listed: 'INC-04' } });
}, 120_000);

test('the standard says what may follow, and the lists what there is on a day', async () => {
  const { body } = await service.ask(getStandard, { params: { item: 'establish-branch' } });
  expect(body.materials.filter(({ mayFollow }) => mayFollow).map(({ id }) => id)).toEqual([
    'head-appointment',
  ]);
  const on = async (day: string) => (await service.ask(listMeasures, { query: { on: day } })).body;
  expect((await on('2026-11-23')).listed).toHaveLength(20);
  expect((await on('2026-11-23')).measures).toHaveLength(15);
  /* Before the edition of 2024 its rows were none; those of the incentives stand since 2016. */
  expect((await on('2024-02-17')).measures.map(({ id }) => id)).toEqual([
    'tolerant-acceptance',
    'green-channel',
    'fewer-inspections',
    'priority-for-funds',
  ]);
});
