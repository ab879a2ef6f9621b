import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsOf, noFeedback, recounted } from '../../../lib/domain/measures/feedback-rate.ts';
import { type MeasureTask, stageOf, type TaskTerms, toldBy } from '../../../lib/domain/measures/task.ts';
import type { Ground } from '../../../lib/domain/measures/task-ground.ts';
import { proposed, released, type TaskAction, takeStep } from '../../../lib/domain/measures/task-steps.ts';
import { addDays } from '../../../lib/domain/time/plain-date.ts';
import { anArticle, anOrganisation, day, instant, recordId } from '../../support/records.ts';

/** Monday 2026-03-02: no holiday is near. */
const calendar = { years: { '2026': { holidaysOnWeekdays: [], workingWeekends: [] } } };
const terms: TaskTerms = {
  noticeWorkingDays: 5,
  objectionWorkingDays: 5,
  decisionWorkingDays: 10,
  executionWorkingDays: 10,
  feedbackWorkingDays: 5,
  reminderWorkingDays: 2,
  rights: { zh: '权利', en: 'Rights' },
  articles: [anArticle()],
};
const loop = { terms, calendar };
const holds: Ground = { state: 'holds', until: 'open', articles: [anArticle()] };
const ended: Ground = { state: 'ended', cause: 'repaired', on: day('2026-03-20') };
const suspended: Ground = { state: 'suspended', until: 'open' };
const moment = (on: string) => ({ at: instant(`${on}T02:00:00.000Z`), on: day(on) });

const aTask = (overrides: Partial<MeasureTask> = {}): MeasureTask =>
  proposed(
    {
      id: recordId('task'),
      record: recordId('one'),
      row: 'no-tolerance',
      round: 0,
      beneficial: false,
      subject: anOrganisation,
      executor: 'reg-east',
      jurisdiction: 'EAST',
      issuedBy: 'reg-west',
      edition: '1',
      articles: [anArticle()],
      ...overrides,
    },
    moment('2026-03-02'),
    loop,
  );

const notice: TaskAction = { step: 'notice', grounds: '列入名单' };
const objection: TaskAction = { step: 'objection', reason: '已改正', proofs: [] };
const apply: TaskAction = { step: 'decision', outcome: 'apply', reason: '依据充分' };
const answered: TaskAction = { ...apply, answer: '经核实，异议不成立' } as TaskAction;
const execution: TaskAction = { step: 'execution', how: '已标注' };
const feedback: TaskAction = { step: 'feedback', result: 'done' };

const take = (task: MeasureTask, action: TaskAction, on: string, ground: Ground = holds, by = 'officer-1') =>
  takeStep(task, action, ground, { by, moment: moment(on) }, loop);
const reasonOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return (error as { values?: { reason?: string } }).values?.reason;
  }
  return 'allowed';
};

describe('limits of the loop, in working days', () => {
  test('each step sets that of the next', () => {
    const task = aTask();
    expect(task.due?.dueOn).toBe('2026-03-09');
    const told = take(task, notice, '2026-03-04');
    expect(told.notice?.objectBy.dueOn).toBe('2026-03-11');
    expect(told.due?.dueOn).toBe('2026-03-25');
    const objected = take(told, objection, '2026-03-11', holds, 'subject');
    expect(objected.due?.dueOn).toBe('2026-03-25');
    const decided = take(objected, answered, '2026-03-12');
    expect(decided.due?.dueOn).toBe('2026-03-26');
    const executed = take(decided, execution, '2026-03-26');
    expect(executed.due?.dueOn).toBe('2026-04-02');
    const back = take(executed, feedback, '2026-04-02');
    expect(back).not.toHaveProperty('due');
    expect(stageOf(back)).toBe('fed-back');
  });

  test('what comes on the last day is in time, the day after late', () => {
    expect(take(aTask(), notice, '2026-03-09').notice).not.toHaveProperty('late');
    expect(take(aTask(), notice, '2026-03-10').notice?.late).toBe(true);
  });

  test('an objection is heard up to the last day of its period, and a decision waits for that day to end', () => {
    const told = take(aTask(), notice, '2026-03-04');
    expect(reasonOf(() => take(told, objection, '2026-03-11', holds, 'subject'))).toBe('allowed');
    expect(reasonOf(() => take(told, objection, '2026-03-12', holds, 'subject'))).toBe(
      'objection-period-over',
    );
    expect(reasonOf(() => take(told, apply, '2026-03-11'))).toBe('objection-period-runs');
    expect(reasonOf(() => take(told, apply, '2026-03-12'))).toBe('allowed');
  });
});

describe('who is heard, and what may follow', () => {
  test('nobody is burdened untold, or with an objection left unanswered', () => {
    expect(reasonOf(() => take(aTask(), apply, '2026-03-30'))).toBe('not-notified');
    const objected = take(take(aTask(), notice, '2026-03-04'), objection, '2026-03-05', holds, 'subject');
    expect(reasonOf(() => take(objected, apply, '2026-03-06'))).toBe('objection-unanswered');
    expect(reasonOf(() => take(objected, answered, '2026-03-06'))).toBe('allowed');
  });

  test('what is not applicable is decided at once, and an incentive without notice', () => {
    const not: TaskAction = { step: 'decision', outcome: 'not-applicable', reason: '主体不适用' };
    expect(stageOf(take(aTask(), not, '2026-03-02'))).toBe('not-applicable');
    expect(stageOf(take(aTask({ beneficial: true }), apply, '2026-03-02'))).toBe('decided');
  });

  test('nobody decides what they proposed', () => {
    const byHand = { ...aTask({ beneficial: true }), proposal: { by: 'officer-1', ...moment('2026-03-02') } };
    expect(() => take(byHand, apply, '2026-03-03')).toThrow(
      expect.objectContaining({ code: 'concerns-officer' }),
    );
    expect(stageOf(take(byHand, apply, '2026-03-03', holds, 'officer-2'))).toBe('decided');
  });

  test('while the record is shielded nothing is decided or carried out, and feedback is still given', () => {
    const told = take(aTask(), notice, '2026-03-04');
    expect(reasonOf(() => take(told, apply, '2026-03-12', suspended))).toBe('shielded');
    const executed = take(take(told, apply, '2026-03-12'), execution, '2026-03-13');
    expect(reasonOf(() => take(executed, feedback, '2026-03-16', suspended))).toBe('allowed');
  });

  test('a ground that ended leaves nothing but the release, told at once and written down when somebody does', () => {
    const decided = take(take(aTask(), notice, '2026-03-04'), apply, '2026-03-12');
    expect(reasonOf(() => take(decided, execution, '2026-03-20', ended))).toBe('repaired');
    const told = toldBy(decided, ended, moment('2026-03-23'));
    expect(told.release).toMatchObject({ cause: 'repaired', on: '2026-03-20', by: 'automation' });
    expect(told).not.toHaveProperty('due');
    const lift: TaskAction = { step: 'release', cause: 'ground-ended', reason: '已撤下标注' };
    expect(take(decided, lift, '2026-03-23', ended).release).toMatchObject({
      cause: 'repaired',
      on: '2026-03-20',
      by: 'officer-1',
      reason: '已撤下标注',
    });
    expect(reasonOf(() => take(decided, lift, '2026-03-23'))).toBe('ground-holds');
    expect(reasonOf(() => take(decided, { ...lift, cause: 'subject-ended' }, '2026-03-23'))).toBe('allowed');
  });
});

const anyAction = fc.oneof(
  fc.constantFrom<TaskAction>(notice, objection, apply, answered, execution, feedback),
  fc.constantFrom<TaskAction>(
    { step: 'decision', outcome: 'not-applicable', reason: '不适用' },
    { step: 'release', cause: 'ground-ended', reason: '终止' },
    { step: 'release', cause: 'subject-ended', reason: '注销' },
  ),
);
const anyWalk = fc.array(
  fc.record({
    action: anyAction,
    later: fc.integer({ min: 0, max: 12 }),
    ground: fc.oneof(
      { weight: 6, arbitrary: fc.constant(holds) },
      { weight: 1, arbitrary: fc.constant(suspended) },
      { weight: 1, arbitrary: fc.constant(ended) },
    ),
    twice: fc.boolean(),
  }),
  { maxLength: 30 },
);

test('in whatever order and however often steps are tried, the loop is never left', () => {
  fc.assert(
    fc.property(anyWalk, fc.boolean(), (walk, beneficial) => {
      let task = aTask({ beneficial });
      let on = day('2026-03-02');
      for (const { action, later, ground, twice } of walk) {
        on = addDays(on, later);
        for (const repeated of twice ? [false, true] : [false]) {
          const before = task;
          try {
            task = take(task, action, on, ground);
          } catch (error) {
            expect(error).toMatchObject({ code: 'task-step-not-allowed' });
            break;
          }
          expect(repeated).toBe(false);
          expect(task.version).toBe(before.version + 1);
          expect(before.release).toBeUndefined();
          for (const key of ['notice', 'objection', 'decision', 'execution', 'feedback'] as const)
            if (before[key] !== undefined) expect(task[key]).toBe(before[key]);
        }
      }
      const { notice: told, objection: said, decision, execution: done, feedback: back } = task;
      if (decision?.outcome === 'apply' && !beneficial) {
        expect(told).toBeDefined();
        const heard = said !== undefined || decision.on > (told?.objectBy.dueOn ?? '9999');
        expect(heard).toBe(true);
      }
      if (said !== undefined && decision !== undefined) expect(decision.answer).toBeDefined();
      if (done !== undefined) expect(decision?.outcome).toBe('apply');
      if (back !== undefined) expect(done).toBeDefined();
    }),
  );
});

test('sums of feedback are those of the tasks as they are in the end, whatever came between', () => {
  fc.assert(
    fc.property(fc.array(anyWalk, { maxLength: 6 }), (walks) => {
      let sum = noFeedback;
      const last: MeasureTask[] = [];
      for (const walk of walks) {
        let task = aTask();
        let before = noFeedback;
        let on = day('2026-03-02');
        for (const { action, later } of walk) {
          on = addDays(on, later);
          try {
            task = take(task, action, on);
          } catch {
            continue;
          }
          sum = recounted(sum, before, countsOf(task));
          before = countsOf(task);
        }
        if (before === noFeedback) sum = recounted(sum, before, countsOf(task));
        last.push(task);
      }
      expect(sum).toEqual(
        last.map(countsOf).reduce((all, one) => recounted(all, noFeedback, one), noFeedback),
      );
      expect(sum.due).toBe(sum.inTime + sum.late + sum.open);
    }),
  );
});

test('released is the end', () => {
  const task = released(aTask(), 'annulled', { by: 'automation', moment: moment('2026-03-05') });
  expect(reasonOf(() => take(task, notice, '2026-03-05'))).toBe('released');
});
