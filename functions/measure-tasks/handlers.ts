import type { Answered, Asked } from '../../lib/acts/answer-once.ts';
import type { ChangeTask, GroundedTask } from '../../lib/acts/change-task.ts';
import type { ReadFeedbackRates, ReadTasks } from '../../lib/acts/read-tasks.ts';
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
import type { TaskAction } from '../../lib/domain/measures/task-steps.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { presentTask, presentTaskFile, type TaskBody } from './present-task.ts';

export interface MeasureTaskActs {
  readonly tasks: ReadTasks;
  readonly change: ChangeTask;
  readonly rates: ReadFeedbackRates;
}

interface StepAsked {
  readonly caller: Caller;
  readonly moment: Moment;
  readonly params: { readonly id: string };
  readonly body: unknown;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
}

const tagged = (body: TaskBody, answered?: Answered) => ({
  status: 200 as const,
  body,
  headers: { etag: `"${body.version}"`, ...(answered && replayedHeaders(answered)) },
});

const stepper =
  ({ change }: MeasureTaskActs) =>
  async (routeId: string, request: StepAsked, action: TaskAction) => {
    const { caller, moment, params, ifMatch } = request;
    const asked: Asked<GroundedTask> = {
      ...askedOnce(routeId, request),
      tell: (told) => ({ status: 200, body: presentTask(told, moment.on) }),
    };
    const expectedVersion = ifMatch === undefined ? undefined : Number(ifMatch);
    const answered = await change(caller, { task: params.id, expectedVersion, action }, asked, moment);
    return tagged(answered.answer.body as TaskBody, answered);
  };

const reads = ({ tasks, rates }: MeasureTaskActs) => [
  httpHandler(listMeasureTasks, async ({ caller, query, moment }) => {
    const { open, due, ...rest } = query;
    const asked = { ...rest, open: open !== 'false', overdue: due === 'overdue' };
    const { entries, next } = await tasks.list(caller, asked, moment);
    return {
      status: 200,
      body: {
        tasks: entries.map((entry) => presentTask(entry, moment.on)),
        ...(next !== undefined && { next }),
      },
    };
  }),
  httpHandler(listFeedbackRates, async () => ({ status: 200, body: { authorities: [...(await rates())] } })),
  httpHandler(getMeasureTask, async ({ caller, params, moment }) => {
    const body = presentTaskFile(await tasks.read(caller, params.id, moment), moment.on);
    return { status: 200, body, headers: { etag: `"${body.version}"` } };
  }),
];

export function createHandler(acts: MeasureTaskActs) {
  const take = stepper(acts);
  return surfaceHandler([
    ...reads(acts),
    httpHandler(notifyOfTask, (request) =>
      take(notifyOfTask.id, request, { step: 'notice', ...request.body }),
    ),
    httpHandler(objectToTask, (request) =>
      take(objectToTask.id, request, { step: 'objection', ...request.body }),
    ),
    httpHandler(decideTask, (request) => take(decideTask.id, request, { step: 'decision', ...request.body })),
    httpHandler(executeTask, (request) =>
      take(executeTask.id, request, { step: 'execution', ...request.body }),
    ),
    httpHandler(feedBackOnTask, (request) =>
      take(feedBackOnTask.id, request, { step: 'feedback', ...request.body }),
    ),
    httpHandler(releaseTask, (request) =>
      take(releaseTask.id, request, { step: 'release', ...request.body }),
    ),
  ]);
}
