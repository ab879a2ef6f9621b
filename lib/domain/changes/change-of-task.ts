import { type MeasureTask, stageOf, type TaskStage } from '../measures/task.ts';
import type { Change, ChangeType } from './change.ts';

const typeOf = {
  proposed: 'MeasureProposed',
  notified: 'MeasureNotified',
  objected: 'MeasureObjected',
  decided: 'MeasureDecided',
  'not-applicable': 'MeasureNotApplied',
  executed: 'MeasureExecuted',
  'fed-back': 'MeasureFedBack',
  released: 'MeasureReleased',
} as const satisfies Record<TaskStage, ChangeType>;

/** The step that made this version; who took it is not told. */
const lastStep = ({ release, feedback, execution, decision, objection, notice, proposal }: MeasureTask) =>
  release ?? feedback ?? execution ?? decision ?? objection ?? notice ?? proposal;

/** What is told of a step of a task: neither whom it is about nor what was said. */
export const changeOfTask = (task: MeasureTask): Change => ({
  id: `task:${task.id}:${task.version}`,
  side: task.jurisdiction,
  type: typeOf[stageOf(task)],
  at: lastStep(task).at,
  subject: `measure-tasks/${task.id}`,
  authority: task.executor,
  data: {
    task: task.id,
    version: task.version,
    record: task.record,
    measure: task.row,
    executor: task.executor,
    issuedBy: task.issuedBy,
    stage: stageOf(task),
    ...(task.due && { due: { dueOn: task.due.dueOn, provisional: task.due.provisional } }),
  },
});
