import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAnswerDataRequest } from '../../lib/acts/answer-data-request.ts';
import { createAskAboutOwnData } from '../../lib/acts/ask-about-own-data.ts';
import { createChangeTask, type GroundedTask } from '../../lib/acts/change-task.ts';
import { createFanOut } from '../../lib/acts/fan-out.ts';
import { knownByLinks } from '../../lib/acts/known-by-links.ts';
import { prepareLink } from '../../lib/acts/prepare-link.ts';
import { createProposeListing } from '../../lib/acts/propose-listing.ts';
import { createProposeTasks } from '../../lib/acts/propose-tasks.ts';
import { createReadTasks } from '../../lib/acts/read-tasks.ts';
import type { MeasureTask } from '../../lib/domain/measures/task.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { organisationKey, personKey, type SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { createDataRequestStore } from '../../lib/store/data-request-store.ts';
import { createErasureStore } from '../../lib/store/erasure-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createTaskStore } from '../../lib/store/task-store.ts';
import {
  aCaller,
  aDebtorRecord,
  aGrant,
  type CreditService,
  NOW,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import { recordCalls } from '../support/sdk-faults.ts';

const OLD = '500231000000014';
const MIDDLE = '500231000000022';
const NEW = '91500231MA5U000A5X';
const NEXT = personKey('next', 'a'.repeat(43));

let service: CreditService;
let former: SubjectKey;
beforeAll(async () => {
  service = await startCreditService();
  if (person.kind !== 'person') return expect.fail();
  former = await service.personalData.subjectKeyOf(person.document);
  const link = async (from: SubjectKey, to: SubjectKey) =>
    service.writeAll(await prepareLink(from, { key: to, is: 'current' }, 'CQ', service));
  await link(organisationKey(OLD), organisationKey(MIDDLE));
  await link(organisationKey(MIDDLE), organisationKey(NEW));
  await link(former, NEXT);
});
afterAll(() => service.stop());

const oneself = (subjectKey: SubjectKey): Caller => ({
  ...aCaller(undefined),
  id: `self-${subjectKey.slice(0, 6)}`,
  roles: ['subject'],
  subjectKey,
  recusalKey: subjectKey,
});
const officer = (authority: string, recusalKey: SubjectKey = NEXT): Caller => ({
  ...aCaller(authority),
  id: `officer-${authority}`,
  recusalKey,
});
const CONCERNS = { code: 'concerns-officer' };
const asked = (caller: Caller) => ({
  caller: caller.id,
  at: NOW.at,
  tell: (body: unknown) => ({ status: 200, body }),
});

let documents = 0;
const publish = async (record: Partial<Parameters<typeof aDebtorRecord>[0]> = {}) => {
  documents += 1;
  const { id } = await service.publish(
    aDebtorRecord({ documentNumber: `（2026）渝0231执虚构${documents}号`, ...record }),
    'credit-500000',
  );
  return id;
};

test('who speaks for the code of now speaks for what stands under one that it replaced, through a chain of codes', async () => {
  const id = await publish({
    class: 'abnormal-list',
    issuedBy: 'reg-500231',
    subject: { kind: 'organisation', code: OLD },
  });
  const own = oneself(organisationKey(NEW));
  expect((await service.steps.read(own, id)).state.last.id).toBe(id);
  expect((await service.dispute(id, own)).disputes[0]?.raisedBy).toEqual({ caller: own.id });
  expect((await service.repair(id, own)).repairs[0]?.state).toBe('asked');
  const stranger = oneself(organisationKey('91511623MA6700018F'));
  for (const step of [
    () => service.steps.read(stranger, id),
    () => service.dispute(id, stranger),
    () => service.repair(id, stranger),
  ])
    await expect(step()).rejects.toMatchObject({ code: 'not-found' });
});

test('a person disputes what stands under a former key, and asks about it', async () => {
  const id = await publish();
  const own = oneself(NEXT);
  expect((await service.dispute(id, own)).disputes).toHaveLength(1);
  const dataRequests = createDataRequestStore(service.client, service.names.filings, 1_116);
  const filings = createFilingStore(service.client, service.names.filings);
  const ask = createAskAboutOwnData({ ...service, dataRequests, filings });
  const question = { kind: 'correction', about: { of: 'record', record: id }, what: '数额' } as const;
  const { answer } = await ask.ask(own, question, asked(own) as never, NOW);
  expect(answer.status).toBe(200);
  const underFormer = { ...own, subjectKey: former, recusalKey: former };
  /* Which key comes first is theirs alone, and the former one is drawn anew each time. */
  const { entries, next } = await ask.list(underFormer);
  const listed = [...entries, ...(await ask.list(underFormer, next)).entries];
  expect(listed.map(({ request }) => request.subject)).toEqual([NEXT]);
  const answers = createAnswerDataRequest({
    erasures: createErasureStore(service.names.filings),
    ...service,
    dataRequests,
    filings,
  });
  const { jurisdiction, id: request } = answer.body as { jurisdiction: string; id: string };
  expect(jurisdiction).toBe('CQ');
  const judge = officer('reg-500231', former);
  const ruling = { request, outcome: 'grant', ground: 'corrected', reason: 'x' } as never;
  await expect(answers.decide(judge, ruling, asked(judge) as never, NOW)).rejects.toMatchObject(CONCERNS);
  expect((await answers.list(judge)).entries).toEqual([]);
});

test('an officer does not decide their own repair because their token names another key', async () => {
  const id = await publish({
    class: 'penalty',
    issuedBy: 'reg-500231',
    severity: 'general',
  });
  await service.repair(id, oneself(former));
  await expect(service.repair(id, officer('reg-500231'), aGrant)).rejects.toMatchObject(CONCERNS);
  await expect(service.annul(id, officer('reg-500231'))).rejects.toMatchObject(CONCERNS);
});

test('nor opens a listing case of themselves, and the subject sees one under any key', async () => {
  const propose = createProposeListing(service);
  const proposal = {
    list: 'abnormal-list',
    subject: person,
    grounds: 'x',
    basis: [{ law: '企业经营异常名录管理暂行办法', article: '第四条' }],
    origin: 'found',
  } as never;
  const by = officer('reg-500231');
  await expect(propose(by, proposal, asked(by) as never, NOW)).rejects.toMatchObject(CONCERNS);
});

test('a task is seen by its subject under any key, and by nobody whom it is about in another part', async () => {
  const tasks = createTaskStore(service.client, service.names.credit);
  const acts = {
    read: createReadTasks({ ...service, tasks }),
    change: createChangeTask({ ...service, tasks }),
  };
  await publish({
    class: 'serious-list',
    issuedBy: 'reg-500231',
    subject: { kind: 'organisation', code: OLD },
    decidedOn: day('2026-10-09'),
  });
  const fanOut = createFanOut([createProposeTasks({ ...service, tasks, now: () => NOW })]);
  const items = await service.itemsOf('credit');
  expect(await fanOut(items.map((image, index) => ({ sequence: String(index), image })))).toEqual([]);
  const own = oneself(organisationKey(NEW));
  const entries: GroundedTask[] = [];
  let cursor: string | undefined;
  do {
    const page = await acts.read.list(own, { open: true, cursor }, NOW);
    entries.push(...page.entries);
    cursor = page.next;
  } while (cursor !== undefined);
  const task =
    entries.map((one) => one.task).find(({ executor }) => executor === 'reg-500000') ?? expect.fail();
  expect(task.subject).toBe(organisationKey(OLD));
  expect((await acts.read.read(own, task.id, NOW)).task.id).toBe(task.id);
  await expect(
    acts.read.read(oneself(organisationKey('91511623MA6700018F')), task.id, NOW),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
  const by: Caller = { ...officer('reg-500000', organisationKey(NEW)), roles: ['regulator'] };
  const notice = { step: 'notice', grounds: '列入名单' } as const;
  await expect(
    acts.change(by, { task: task.id, action: notice }, asked(by) as never, NOW),
  ).rejects.toMatchObject(CONCERNS);
  const other: Caller = { ...by, recusalKey: organisationKey('91511623MA6700018F') };
  await acts.change(other, { task: task.id, action: notice }, asked(other) as never, NOW);
  const objection = { step: 'objection', reason: '已改正', proofs: [] } as const;
  const { answer } = await acts.change(own, { task: task.id, action: objection }, asked(own) as never, NOW);
  expect((answer.body as { task: MeasureTask }).task.objection?.by).toBe(own.id);
});

test('who deals with what is theirs, or with what is of another kind, costs no step', async () => {
  const calls = recordCalls(service.client);
  const by = officer('reg-500231');
  expect(await knownByLinks(by, [organisationKey(OLD), NEXT, undefined], service.standings)).toBe(by);
  expect(await knownByLinks(aCaller('reg-500231'), [former], service.standings)).toMatchObject({
    authority: 'reg-500231',
  });
  expect(calls.calls).toHaveLength(0);
  calls.stop();
});
