import { findMeasureRow } from '../../catalog/measures/measures.ts';
import { taskTermsOf } from '../../catalog/measures/task-terms.ts';
import type { GroundedTask } from '../../lib/acts/change-task.ts';
import type { TaskFile } from '../../lib/acts/read-tasks.ts';
import type { decideTask, getMeasureTask } from '../../lib/contract/measure-tasks.ts';
import { stageOf } from '../../lib/domain/measures/task.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { subjectKindOf } from '../../lib/domain/subject/subject-key.ts';
import { classifyUnifiedSocialCreditCode } from '../../lib/domain/subject/unified-social-credit-code.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import type { DueDay } from '../../lib/domain/time/working-days.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';

export type TaskBody = ResponseOf<typeof decideTask>['body'];
type TaskFileBody = ResponseOf<typeof getMeasureTask>['body'];

const due = ({ dueOn, provisional }: DueDay, on: PlainDate) => ({ dueOn, provisional, overdue: on > dueOn });

function presentSubject(subject: SubjectKey): TaskBody['subject'] {
  if (subjectKindOf(subject) === 'person') return { kind: 'person' };
  const code = subject.slice('O:'.length);
  const { state } = classifyUnifiedSocialCreditCode(code);
  return { kind: 'organisation', code, codeCheck: state === 'valid' ? 'passed' : 'failed' };
}

/** The row as the catalog has it, also after it has lapsed: rows are never taken away. */
function presentRow(id: string, edition: string): TaskBody['row'] {
  const row = findMeasureRow(id);
  if (row === undefined || row.group === 'C') throw new RangeError(`No task can be of the row ${id}`);
  const { listed, group, name, objects, executedBy, release } = row;
  return {
    id,
    ...(listed !== undefined && { listed }),
    group,
    name,
    edition,
    object: [...objects],
    executedBy,
    release,
  };
}

/** A task as of a day. */
export function presentTask({ task, ground }: GroundedTask, on: PlainDate): TaskBody {
  const { id, version, record, issuedBy, subject, executor, jurisdiction, edition, articles } = task;
  const { proposal, notice, objection, decision, execution, feedback, release } = task;
  const { rights } = taskTermsOf(jurisdiction);
  const until = ground.state === 'holds' && ground.until !== 'open' ? ground.until : undefined;
  return {
    id,
    version,
    state: stageOf(task),
    row: presentRow(task.row, edition),
    articles: [...articles],
    record,
    issuedBy,
    subject: presentSubject(subject),
    executor,
    jurisdiction,
    ...(until !== undefined && { until }),
    ...(ground.state === 'suspended' && { suspended: true as const }),
    ...(task.due && { due: due(task.due, on) }),
    proposal,
    ...(notice && {
      notice: {
        ...notice,
        rights,
        objectBy: { ...notice.objectBy, overdue: on > notice.objectBy.dueOn },
      },
    }),
    ...(objection && { objection: { ...objection, proofs: [...objection.proofs] } }),
    ...(decision && { decision }),
    ...(execution && { execution }),
    ...(feedback && { feedback }),
    ...(release && { release }),
  };
}

export const presentTaskFile = (file: TaskFile, on: PlainDate): TaskFileBody => ({
  ...presentTask(file, on),
  events: [...file.events],
  reminders: file.reminders.map(({ dueOn, overdue, at }) => ({ dueOn, overdue, at })),
});
