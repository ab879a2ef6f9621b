import * as z from 'zod/mini';
import { feedbackResults, releaseCauses, taskStages } from '../domain/measures/task.ts';
import { recordIdShape } from './record-id.ts';
import { proofShape } from './record-shapes.ts';
import {
  articleShape,
  bilingualShape,
  idShape,
  instantShape,
  plainDateShape,
  shownSubjectShape,
} from './shapes.ts';

const said = z.string().check(z.maxLength(1000));
const step = {
  by: z.string().check(z.maxLength(64)),
  at: instantShape,
  on: plainDateShape,
  late: z.exactOptional(z.literal(true)),
};
const dueShape = z.strictObject({
  dueOn: plainDateShape,
  provisional: z.boolean(),
  overdue: z.boolean(),
});

const task = {
  id: recordIdShape,
  version: z.int(),
  state: z.enum(taskStages),
  row: z.strictObject({
    id: idShape,
    listed: z.exactOptional(idShape),
    group: z.enum(['A', 'B', 'incentive']),
    name: bilingualShape,
    edition: z.string().check(z.maxLength(400)),
    object: z.array(z.enum(['organisation', 'person'])),
    executedBy: bilingualShape,
    release: bilingualShape,
  }),
  articles: z.array(articleShape),
  record: recordIdShape,
  issuedBy: idShape,
  subject: z.union([shownSubjectShape.def.options[0], z.strictObject({ kind: z.literal('person') })]),
  executor: idShape,
  jurisdiction: z.string().check(z.maxLength(8)),
  /** First day on which the measure ends if nothing happens; left out where only a decision ends it. */
  until: z.exactOptional(plainDateShape),
  suspended: z.exactOptional(z.literal(true)),
  due: z.exactOptional(dueShape),
  proposal: z.strictObject(step),
  notice: z.exactOptional(
    z.strictObject({ ...step, grounds: said, rights: bilingualShape, objectBy: dueShape }),
  ),
  objection: z.exactOptional(
    z.strictObject({ ...step, reason: said, proofs: z.array(proofShape).check(z.maxLength(20)) }),
  ),
  decision: z.exactOptional(
    z.strictObject({
      ...step,
      outcome: z.enum(['apply', 'not-applicable']),
      reason: said,
      answer: z.exactOptional(said),
    }),
  ),
  execution: z.exactOptional(z.strictObject({ ...step, how: said })),
  feedback: z.exactOptional(
    z.strictObject({ ...step, result: z.enum(feedbackResults), text: z.exactOptional(said) }),
  ),
  release: z.exactOptional(
    z.strictObject({ ...step, cause: z.enum(releaseCauses), reason: z.exactOptional(said) }),
  ),
};

export const taskShape = z.strictObject(task).register(z.globalRegistry, {
  id: 'MeasureTask',
  description:
    'One row of a published list that one executing authority has to deal with for one record (联合奖惩任务): its steps with day and officer, the limit of the next one, and by which articles and up to when it holds. One whose record, row or articles ended is `released`, whatever was done about it; `suspended` while its record is shielded.',
});

export const taskFileShape = z
  .strictObject({
    ...task,
    events: z
      .array(
        z.strictObject({
          kind: z.enum(['proposed', 'notice', 'objection', 'decision', 'execution', 'feedback', 'release']),
          by: step.by,
          at: instantShape,
          on: plainDateShape,
        }),
      )
      .check(z.maxLength(40)),
    reminders: z
      .array(z.strictObject({ dueOn: plainDateShape, overdue: z.boolean(), at: instantShape }))
      .check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'MeasureTaskFile',
    description: 'A task with every step that was taken, none of them ever changed, and its reminders.',
  });
