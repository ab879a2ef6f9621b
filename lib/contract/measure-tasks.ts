import * as z from 'zod/mini';
import { feedbackResults, taskStages } from '../domain/measures/task.ts';
import { recordIdShape } from './record-id.ts';
import { proofShape, reasonShape } from './record-shapes.ts';
import { type Route, route } from './route.ts';
import { cursorShape, idShape } from './shapes.ts';
import { taskFileShape, taskShape } from './task-shapes.ts';

const officers = ['regulator', 'registrar'] as const;

export const listMeasureTasks = route({
  id: 'listMeasureTasks',
  method: 'GET',
  path: '/measure-tasks',
  surface: 'measure-tasks',
  access: { scope: 'measure-tasks:read', roles: [...officers, 'subject', 'applicant'] },
  summary: {
    zh: '本机关的联合奖惩任务（最紧迫的在前），或者与本人有关的任务；带筛选条件的一页可能不满，仍以 next 续查',
    en: 'The authority’s tasks, the most urgent first, or those about oneself; with a filter a page may be short and still go on',
  },
  query: z.strictObject({
    open: z.exactOptional(z.enum(['true', 'false'])),
    state: z.exactOptional(z.enum(taskStages)),
    due: z.exactOptional(z.enum(['overdue'])),
    cursor: z.exactOptional(cursorShape),
  }),
  responses: {
    200: z
      .strictObject({
        tasks: z.array(taskShape).check(z.maxLength(20)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, { id: 'MeasureTasks', description: 'A page of tasks.' }),
  },
  errors: [],
});

export const listFeedbackRates = route({
  id: 'listFeedbackRates',
  method: 'GET',
  path: '/measure-tasks/feedback-rates',
  surface: 'measure-tasks',
  access: 'public',
  summary: {
    zh: '各执行机关的任务反馈情况：应反馈、按时反馈、逾期反馈、未反馈',
    en: 'How each executing authority feeds back: due, in time, late, open',
  },
  responses: {
    200: z
      .strictObject({
        authorities: z.array(
          z.strictObject({
            authority: idShape,
            proposed: z.int(),
            due: z.int(),
            inTime: z.int(),
            late: z.int(),
            open: z.int(),
            notApplicable: z.int(),
          }),
        ),
      })
      .register(z.globalRegistry, {
        id: 'FeedbackRates',
        description:
          'Numbers of tasks by executing authority, a moment behind the tasks: `due` is what was decided to apply, of which `inTime` and `late` were fed back and `open` are not yet.',
      }),
  },
  errors: [],
});

const params = z.strictObject({ id: recordIdShape });

export const getMeasureTask = route({
  id: 'getMeasureTask',
  method: 'GET',
  path: '/measure-tasks/{id}',
  surface: 'measure-tasks',
  access: { scope: 'measure-tasks:read', roles: [...officers, 'subject', 'applicant', 'publisher'] },
  summary: {
    zh: '查看一项任务及其全部步骤：限执行机关、认定机关和信用主体本人',
    en: 'A task with all its steps: for its executing authority, the authority of its record, and its subject',
  },
  params,
  responses: { 200: taskFileShape },
  errors: ['not-found'],
});

const steps = {
  method: 'POST',
  surface: 'measure-tasks',
  params,
  idempotent: true,
  responses: { 200: taskShape },
} as const;
const acting = { scope: 'measure-tasks:write', roles: officers } as const;
const errors = [
  'not-found',
  'concerns-officer',
  'task-step-not-allowed',
  'version-conflict',
  'idempotency-conflict',
  'too-busy',
] as const satisfies Route['errors'];
const bodyOf = <Fields extends z.core.$ZodLooseShape>(fields: Fields, id: string, description: string) =>
  z.strictObject(fields).register(z.globalRegistry, { id, description });

export const notifyOfTask = route({
  ...steps,
  id: 'notifyOfTask',
  path: '/measure-tasks/{id}/notice',
  access: acting,
  summary: {
    zh: '告知信用主体事由、依据和权利，异议期自此起算',
    en: 'Tell the subject of grounds and rights; its period to object begins',
  },
  body: bodyOf({ grounds: reasonShape }, 'TaskNotice', 'What the subject is told; its rights are added.'),
  errors,
});

export const objectToTask = route({
  ...steps,
  id: 'objectToTask',
  path: '/measure-tasks/{id}/objection',
  access: { scope: 'measure-tasks:object', roles: ['subject', 'applicant'] },
  summary: { zh: '信用主体提出异议', en: 'The subject objects' },
  body: bodyOf(
    { reason: reasonShape, proofs: z._default(z.array(proofShape).check(z.maxLength(20)), []) },
    'TaskObjection',
    'Why the measure should not apply, with proofs.',
  ),
  errors,
});

export const decideTask = route({
  ...steps,
  id: 'decideTask',
  path: '/measure-tasks/{id}/decision',
  access: acting,
  summary: {
    zh: '决定适用或者不适用，说明理由并答复异议',
    en: 'Decide that it applies or does not, with reasons and an answer to the objection',
  },
  body: bodyOf(
    {
      outcome: z.enum(['apply', 'not-applicable']),
      reason: reasonShape,
      answer: z.exactOptional(reasonShape),
    },
    'TaskDecision',
    'A decision by a named officer; `answer` is given where the subject objected. A measure cannot be applied before its subject was told and objected or had its days to.',
  ),
  errors,
});

export const executeTask = route({
  ...steps,
  id: 'executeTask',
  path: '/measure-tasks/{id}/execution',
  access: acting,
  summary: { zh: '登记执行情况', en: 'Tell how it was carried out' },
  body: bodyOf({ how: reasonShape }, 'TaskExecution', 'What was done.'),
  errors,
});

export const feedBackOnTask = route({
  ...steps,
  id: 'feedBackOnTask',
  path: '/measure-tasks/{id}/feedback',
  access: acting,
  summary: { zh: '反馈结果', en: 'Feed the result back' },
  body: bodyOf(
    { result: z.enum(feedbackResults), text: z.exactOptional(reasonShape) },
    'TaskFeedback',
    'What came of it, for whoever determined the record.',
  ),
  errors,
});

export const releaseTask = route({
  ...steps,
  id: 'releaseTask',
  path: '/measure-tasks/{id}/release',
  access: acting,
  summary: {
    zh: '登记解除：依据已终止，或者主体死亡、注销',
    en: 'Write the release down: its ground has ended, or its subject died or was cancelled',
  },
  body: bodyOf(
    { cause: z.enum(['ground-ended', 'subject-ended']), reason: reasonShape },
    'TaskRelease',
    'That the measure was lifted. `ground-ended` holds only where record, row or articles have ended, and which of them is told in the answer.',
  ),
  errors,
});
