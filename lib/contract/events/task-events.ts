import * as z from 'zod/mini';
import { taskStages } from '../../domain/measures/task.ts';
import { recordIdShape } from '../record-id.ts';
import { idShape, plainDateShape } from '../shapes.ts';
import { eventShape } from './envelope.ts';

const taskShape = z
  .strictObject({
    task: recordIdShape,
    version: z.int().check(z.minimum(1)),
    record: recordIdShape,
    measure: idShape,
    executor: idShape,
    issuedBy: idShape,
    stage: z.enum(taskStages),
    due: z.exactOptional(z.strictObject({ dueOn: plainDateShape, provisional: z.boolean() })),
  })
  .register(z.globalRegistry, {
    id: 'TaskStepTold',
    description:
      'A step of a task: which measure for which record, at which authority. Not whom it is about, nor what was said in it.',
  });

export const taskEvents = [
  eventShape('MeasureProposed', taskShape),
  eventShape('MeasureNotified', taskShape),
  eventShape('MeasureObjected', taskShape),
  eventShape('MeasureDecided', taskShape),
  eventShape('MeasureNotApplied', taskShape),
  eventShape('MeasureExecuted', taskShape),
  eventShape('MeasureFedBack', taskShape),
  eventShape('MeasureReleased', taskShape),
] as const;
