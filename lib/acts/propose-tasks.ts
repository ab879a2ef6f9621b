import { workingCalendar } from '../../catalog/calendar.ts';
import { executorsOf } from '../../catalog/measures/executors.ts';
import { measureRows } from '../../catalog/measures/measures.ts';
import { taskTermsOf } from '../../catalog/measures/task-terms.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { taskIdOf } from '../crypto/task-id.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { MeasureRow } from '../domain/measures/measure.ts';
import { AUTOMATION, type MeasureTask } from '../domain/measures/task.ts';
import { type Ground, groundOf, roundOf } from '../domain/measures/task-ground.ts';
import { proposed, released } from '../domain/measures/task-steps.ts';
import type { Authority } from '../domain/standard/authority.ts';
import { subjectKindOf } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import { type RecordStore, recordOfImage } from '../store/record-store.ts';
import type { TaskStore } from '../store/task-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import type { Projection } from './fan-out.ts';

export interface ProposeDeps {
  readonly records: Pick<RecordStore, 'listOf'>;
  readonly tasks: TaskStore;
  readonly writeAll: WriteAll;
  readonly now: () => Moment;
}

interface Proposal {
  readonly row: MeasureRow;
  readonly executor: Authority;
  readonly versions: readonly RecordVersion[];
  readonly last: RecordVersion;
  readonly ground: Ground;
  readonly round: number;
}

const rowsOfClass = ({ class: id, subject }: RecordVersion): readonly MeasureRow[] =>
  measureRows().filter(
    ({ triggers, objects }) =>
      objects.includes(subjectKindOf(subject)) && triggers.some((trigger) => trigger.class === id),
  );

/** Of a record that was only published, as most are, nothing can have followed that does not follow now: no task has to be looked for. */
const mayConcern =
  ({ version, severity, class: id }: RecordVersion) =>
  ({ triggers }: MeasureRow): boolean =>
    version > 1 ||
    triggers.some(
      ({ class: of, severities }) =>
        of === id && (severities === undefined || (severity !== undefined && severities.includes(severity))),
    );

const taskFor = ({ row, executor, last, ground, round }: Proposal, id: string, moment: Moment): MeasureTask =>
  proposed(
    {
      id,
      record: last.id,
      row: row.id,
      round,
      beneficial: row.group === 'incentive',
      subject: last.subject,
      executor: executor.id,
      jurisdiction: executor.jurisdiction,
      issuedBy: last.issuedBy,
      edition: row.provenance.edition,
      articles: ground.state === 'holds' ? ground.articles : [],
    },
    moment,
    { terms: taskTermsOf(executor.jurisdiction), calendar: workingCalendar },
  );

/** What is to be proposed is, once; what has lost its ground is released. All else stays as it is. */
async function settle(proposal: Proposal, moment: Moment, { tasks, writeAll }: ProposeDeps): Promise<void> {
  const { row, executor, last, ground, round } = proposal;
  const { at, on } = moment;
  /* The rounds before this one ended with the repair that was taken back, and may not have been written down yet. */
  for (let earlier = 0; earlier <= round; earlier += 1) {
    const id = taskIdOf({ record: last.id, row: row.id, executor: executor.id, round: earlier });
    const task = await tasks.find(id);
    const by = { by: AUTOMATION, moment };
    if (task === undefined) {
      if (ground.state === 'holds' && earlier === round)
        await writeAll(tasks.propose(taskFor(proposal, id, moment)));
    } else if (task.release === undefined && (earlier < round || ground.state === 'ended')) {
      const cause = ground.state === 'ended' && earlier === round ? ground.cause : 'repaired';
      const day = ground.state === 'ended' && earlier === round ? { on: ground.on } : {};
      await writeAll(tasks.take(released(task, cause, by, day), 'release', { by: AUTOMATION, at, on }));
    }
  }
}

/**
 * Proposes the tasks that follow from a record, to the executing authorities of every side, and releases them when the
 * record ends. It goes by the record as it stands, so that what comes again, late or out of order changes nothing.
 */
export const createProposeTasks = (deps: ProposeDeps): Projection => ({
  name: 'tasks',
  project: async (image) => {
    const record = recordOfImage(image);
    if (record === undefined) return;
    const rows = rowsOfClass(record).filter(mayConcern(record));
    if (rows.length === 0) return;
    const moment = deps.now();
    const versions = await deps.records.listOf(record.subject, record.id);
    const last = versions.toSorted((a, b) => b.version - a.version)[0] ?? record;
    const round = roundOf(versions);
    for (const row of rows) {
      const ground = groundOf(row, versions, moment.on, findRecordClass);
      for (const executor of executorsOf(row, moment.on))
        await outrun(() => settle({ row, executor, versions, last, ground, round }, moment, deps));
    }
  },
});

/** An officer took a step meanwhile, or the same record came twice at once. */
async function outrun(settling: () => Promise<void>): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    await backOff(attempt);
    try {
      return await settling();
    } catch (error) {
      if (!(error instanceof ConditionsFailed) || attempt >= ATTEMPTS) throw error;
    }
  }
}
