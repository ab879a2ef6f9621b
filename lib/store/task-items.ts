import * as z from 'zod/mini';
import { feedbackResults, type MeasureTask, releaseCauses } from '../domain/measures/task.ts';
import type { Article } from '../domain/standard/provenance.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { storedDay, storedDue, storedInstant, storedProof, storedSubject } from './dispute-store.ts';

const text = z.string();
const step = {
  by: text,
  at: storedInstant,
  on: storedDay,
  late: z.exactOptional(z.literal(true)),
};
const articles = z.array(z.custom<Article>((value) => typeof value === 'object' && value !== null));

const stored = z.object({
  id: text,
  version: z.int(),
  record: text,
  row: text,
  round: z.int(),
  beneficial: z.boolean(),
  subject: storedSubject,
  executor: text,
  jurisdiction: text,
  issuedBy: text,
  edition: text,
  articles,
  proposal: z.object(step),
  due: z.exactOptional(storedDue),
  notice: z.exactOptional(z.object({ ...step, grounds: text, objectBy: storedDue })),
  objection: z.exactOptional(z.object({ ...step, reason: text, proofs: z.array(storedProof) })),
  decision: z.exactOptional(
    z.object({
      ...step,
      outcome: z.enum(['apply', 'not-applicable']),
      reason: text,
      answer: z.exactOptional(text),
    }),
  ),
  execution: z.exactOptional(z.object({ ...step, how: text })),
  feedback: z.exactOptional(
    z.object({ ...step, result: z.enum(feedbackResults), text: z.exactOptional(text) }),
  ),
  release: z.exactOptional(
    z.object({ ...step, cause: z.enum(releaseCauses), reason: z.exactOptional(text) }),
  ),
});

export const taskFrom = (item: unknown): MeasureTask => z.parse(stored, item);

/** A task out of a stream; `undefined` for every other item of the table. */
export const taskOfImage = (image: Readonly<Record<string, unknown>>): MeasureTask | undefined =>
  String(image.pk).startsWith('TASK#') && image.sk === 'TASK' ? taskFrom(image) : undefined;

/** One step of a task, as it was taken; what was said in it stands with the task. */
export interface TaskEvent {
  readonly kind: 'proposed' | 'notice' | 'objection' | 'decision' | 'execution' | 'feedback' | 'release';
  readonly by: string;
  readonly at: Instant;
  readonly on: PlainDate;
}

const storedEvent = z.object({
  kind: z.enum(['proposed', 'notice', 'objection', 'decision', 'execution', 'feedback', 'release']),
  by: text,
  at: storedInstant,
  on: storedDay,
});

export const taskEventFrom = (item: unknown): TaskEvent => z.parse(storedEvent, item);

/** That a limit comes near or has passed, for whoever passes reminders on. */
export interface KeptReminder {
  readonly task: string;
  readonly executor: string;
  readonly dueOn: PlainDate;
  readonly overdue: boolean;
  readonly at: Instant;
  readonly on: PlainDate;
}

const storedReminder = z.object({
  task: text,
  executor: text,
  dueOn: storedDay,
  overdue: z.boolean(),
  at: storedInstant,
  on: storedDay,
});

export const reminderFrom = (item: unknown): KeptReminder => z.parse(storedReminder, item);
