import { setTimeout as pause } from 'node:timers/promises';
import { addDays, type PlainDate } from '../lib/domain/time/plain-date.ts';
import type { DemoStage } from './demo-people.ts';
import { ask, must, type Told } from './demo-story.ts';

/** The same stage so many days later. */
export type Later = (days: number) => Promise<DemoStage>;

/** An invented organisation: its code is right, but no such body was ever given out. */
const code = '91500231MAQ0TB037M';
const subject = { kind: 'organisation', code };
const proof = { title: '信用承诺书', sha256: 'b'.repeat(64) };

const casePath = (id: string, step = '') => `/credit/listing-cases/${id}${step}`;
const shortly = ({ state, objection, consent, removableFrom, next }: Told['body']) => ({
  state,
  objection,
  consent,
  removableFrom,
  next,
});

/** What a regulator of one side is told, for supervision or for an audit, as of a day. */
const lookUp = (stage: DemoStage, as: string, more: Record<string, unknown> = {}) =>
  ask(
    stage,
    {
      as,
      method: 'POST',
      path: '/credit/lookups',
      body: { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [subject], ...more },
    },
    ({ asOf, knownAt, results: [told] }) => ({
      asOf,
      knownAt,
      verdict: told.verdict,
      rows: told.measures.map(({ row }: Told['body']) => row),
    }),
  );

const post = (
  stage: DemoStage,
  as: string,
  path: string,
  body: unknown,
  pick: (answered: Told['body']) => unknown = shortly,
) => ask(stage, { as, method: 'POST', path, body }, pick);

/** Proposed, told, heard, consented to. */
async function heard(stage: DemoStage): Promise<string> {
  const { body } = await post(stage, 'credit-officer-cq', '/credit/listing-cases', {
    list: 'serious-list',
    subject,
    grounds: '提交虚假材料取得登记，情节严重，已受较重行政处罚',
    basis: [{ law: '市场监督管理严重违法失信名单管理办法', article: '列入情形' }],
  });
  const id: string = body.id;
  await post(stage, 'credit-officer-cq', casePath(id, '/notice'), {
    documentNumber: '垫市监列告〔2026〕演示1号',
  });
  await post(stage, 'credit-officer-cq', casePath(id, '/objection'), { reason: '当事人书面陈述：处罚过重' });
  await post(stage, 'credit-officer-cq', casePath(id, '/objection-answer'), {
    outcome: 'rejected',
    reason: '经核实，处罚决定合法有效',
  });
  const asked = { action: 'ask', reason: '拟列入严重违法失信名单，报请同意' };
  await post(stage, 'credit-officer-cq', casePath(id, '/consent'), asked);
  const given = { action: 'give', reason: '同意列入' };
  await post(stage, 'superior-officer-cq', casePath(id, '/consent'), given);
  return id;
}

const recordSteps = ({ state, disputed, repairable, repairs }: Told['body']) => ({
  state,
  disputed,
  repairable,
  repairs: repairs.map((repair: Told['body']) => ({ state: repair.state, decideBy: repair.decideBy })),
});

async function repaired(stage: DemoStage, record: string): Promise<void> {
  const path = `/credit/records/${record}/repair`;
  const asking = { action: 'ask', commitment: proof, proofs: [proof] };
  await post(stage, 'credit-officer-sc', path, asking, recordSteps);
  const granted = {
    action: 'grant',
    reason: '已纠正，义务已履行，已公开承诺',
    met: ['conduct-corrected', 'duties-performed', 'commitment-made'],
  };
  const { body } = await post(stage, 'credit-officer-cq-2', path, granted, recordSteps);
  must(body.state === 'repaired', 'the repair ends the record with one write');
}

const executors = ['measure-officer-cq', 'measure-officer-sc'] as const;
const taskSteps = ({ state, executor, row, due, execution, feedback, release }: Told['body']) => ({
  state,
  executor,
  row: { id: row.id, listed: row.listed, edition: row.edition },
  due,
  ...(execution && { execution }),
  ...(feedback && { feedback }),
  ...(release && { release }),
});

/** The task that a record gave the officer's authority: it comes by the stream, so a moment after the record. */
async function taskOf({ url, tokenOf }: DemoStage, as: string, record: string): Promise<string> {
  const headers = { authorization: `Bearer ${await tokenOf(as)}` };
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const answered = await fetch(`${url}/v1/measure-tasks`, { headers });
    const { tasks } = (await answered.json()) as Told['body'];
    const task = tasks.find((one: Told['body']) => one.record === record && one.row.id === 'no-tolerance');
    if (task !== undefined) return task.id;
    await pause(50);
  }
  throw new Error(`The demo did not go as told: ${as} was given no task`);
}

type Tasks = ReadonlyMap<string, string>;

/** The subject is told by the authorities of both sides what is about to apply, and may object. */
async function notifiedOfTasks(stage: DemoStage, record: string): Promise<Tasks> {
  const tasks = new Map<string, string>();
  for (const as of executors) {
    const id = await taskOf(stage, as, record);
    tasks.set(as, id);
    await post(
      stage,
      as,
      `/measure-tasks/${id}/notice`,
      { grounds: '被列入严重违法失信名单，不再适用容缺受理' },
      taskSteps,
    );
  }
  return tasks;
}

async function carriedOut(stage: DemoStage, tasks: Tasks): Promise<void> {
  for (const [as, id] of tasks) {
    const step = (name: string, body: unknown) =>
      post(stage, as, `/measure-tasks/${id}/${name}`, body, taskSteps);
    await step('decision', { outcome: 'apply', reason: '名单有效，依据充分' });
    await step('execution', { how: '办件系统不再提供容缺受理' });
    const { body } = await step('feedback', { result: 'done' });
    must(body.state === 'fed-back', 'the authority tells what it did');
  }
}

/** The past as it is asked for afterwards. */
async function askedAfterwards(stage: DemoStage, listedOn: PlainDate): Promise<void> {
  const audit = { purpose: 'audit', basis: 'audit-inquiry' };
  const rows = async (asOf: PlainDate, more: Record<string, unknown> = {}) =>
    (await lookUp(stage, 'regulator-sc', { ...more, asOf })).body.results[0].measures.length > 0;
  must(!(await rows(addDays(listedOn, -1), audit)), 'the day before, nothing applied');
  must(await rows(listedOn, audit), 'an audit is told what applied');
  must(!(await rows(listedOn)), 'for supervision it is as if the record had never been');
}

/** One record over a year: listed by a case, applied on both sides, disputed, repaired, asked for afterwards. */
export async function yearOfARecord(stage: DemoStage, later: Later): Promise<void> {
  stage.tell('七、一条记录的一年：列入案、两地适用、异议、满一年修复、事后追问');
  stage.tell(
    '7. A record’s year: a listing case, applied on both sides, disputed, repaired, asked for later\n',
  );
  stage.tell('  提出的人不作决定；县局列入须经市局同意；决定之日随附信用修复告知。\n');
  const id = await heard(stage);
  const document = { number: '垫市监严列〔2026〕演示1号', decidedOn: stage.today };
  const decision = { outcome: 'list', reason: '事实清楚，符合列入条件', document };
  const refused = await post(stage, 'credit-officer-cq', casePath(id, '/decision'), decision);
  must(refused.status === 403, 'who proposed does not decide');
  const listed = await post(stage, 'credit-officer-cq-2', casePath(id, '/decision'), decision, (body) => ({
    ...shortly(body),
    ...{ listed: body.listed, repairNotice: body.repairNotice },
  }));
  must(listed.body.state === 'listed', 'another officer decides, and the record is published with it');
  for (const regulator of ['regulator-cq', 'regulator-sc']) {
    const told = await lookUp(stage, regulator);
    must(told.body.results[0].verdict === 'hit', 'it bears on both sides');
  }
  const { record } = listed.body;
  const dispute = { action: 'raise', reason: '当事人称处罚决定正在诉讼中', proofs: [] };
  await post(stage, 'credit-officer-sc', `/credit/records/${record}/dispute`, dispute, recordSteps);
  const rejected = { action: 'reject', reason: '诉讼不影响决定效力' };
  await post(stage, 'credit-officer-cq', `/credit/records/${record}/dispute`, rejected, recordSteps);
  stage.tell('  联合惩戒任务：两地执行机关各自告知、决定、执行、反馈。\n');
  const tasks = await notifiedOfTasks(stage, record);
  await carriedOut(await later(10), tasks);
  const next = await later(356);
  next.tell(`  ${next.today}：满一年。邻水县代收修复申请，垫江县决定：谁认定、谁修复。\n`);
  await repaired(next, record);
  for (const regulator of ['regulator-cq', 'regulator-sc']) {
    const told = await lookUp(next, regulator);
    must(told.body.results[0].measures.length === 0, 'nothing applies on either side any more');
  }
  for (const [as, id] of tasks) {
    const asked = { as, method: 'GET', path: `/measure-tasks/${id}` } as const;
    const { body } = await ask(next, asked, taskSteps);
    must(body.state === 'released', 'what rested on the record is released with it');
  }
  await askedAfterwards(next, stage.today);
}
