import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { isClosed, type MeasureTask } from '../domain/measures/task.ts';
import type { TaskAction } from '../domain/measures/task-steps.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant } from '../domain/time/instant.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';
import { getAll } from './batch-get.ts';
import { cursorFrom, foreignCursor, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';
import { putNext } from './subject-items.ts';
import { type KeptReminder, reminderFrom, type TaskEvent, taskEventFrom, taskFrom } from './task-items.ts';
import type { Write } from './transaction.ts';

const PAGE_SIZE = 20;
/** A task has eight steps at most and a reminder for each. */
const MOST_EVENTS = 40;

/** By the next limit, or where nothing is waited for by the day it was proposed. */
const toItem = (task: MeasureTask) => ({
  ...keys.tasksBy(task.executor, !isClosed(task), task.due?.dueOn ?? task.proposal.on, task.id),
  ...task,
});

export interface TasksWanted {
  readonly authority: string;
  readonly open: boolean;
  /** Those alone whose limit passed before this day. */
  readonly overdueOn?: PlainDate;
  /** Those alone that are due up to and with this day. */
  readonly dueBy?: PlainDate;
}

/** Tasks of executing authorities. Each belongs to one side, and nobody's standing is ever read from them. */
export function createTaskStore(client: DynamoDBDocumentClient, table: string) {
  const eventOf = (
    task: MeasureTask,
    kind: TaskEvent['kind'],
    { by, at, on }: { readonly by: string; readonly at: Instant; readonly on: PlainDate },
  ): Write => ({
    condition: 'event-is-new',
    item: {
      Put: {
        TableName: table,
        Item: { ...keys.taskEvent(task.id, task.version), kind, by, at, on },
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
  });
  const put = (task: MeasureTask): Write => ({
    condition: 'task-unchanged',
    item: putNext(table, keys.task(task.id), toItem(task)),
  });

  async function query(hash: string, range: { op: string; than: string } | undefined, from?: object) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'tasks',
        KeyConditionExpression: `taskPk = :hash${range === undefined ? '' : ` AND taskSk ${range.op} :than`}`,
        ExpressionAttributeValues: { ':hash': hash, ...(range && { ':than': range.than }) },
        Limit: PAGE_SIZE,
        ExclusiveStartKey: from,
      }),
    );
    return { entries: Items.map(taskFrom), last: LastEvaluatedKey };
  }

  return {
    async find(id: string): Promise<MeasureTask | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.task(id), ConsistentRead: true }),
      );
      return Item && taskFrom(Item);
    },

    async listEvents(
      id: string,
    ): Promise<{ events: readonly TaskEvent[]; reminders: readonly KeptReminder[] }> {
      const { pk } = keys.task(id);
      const list = async (beginning: string) =>
        (
          await client.send(
            new QueryCommand({
              TableName: table,
              KeyConditionExpression: 'pk = :pk AND begins_with(sk, :beginning)',
              ExpressionAttributeValues: { ':pk': pk, ':beginning': beginning },
              ConsistentRead: true,
              Limit: MOST_EVENTS,
            }),
          )
        ).Items ?? [];
      const [events, reminders] = await Promise.all([list('EVENT#'), list('REMINDER#')]);
      return { events: events.map(taskEventFrom), reminders: reminders.map(reminderFrom) };
    },

    /** A new task, its first event, and that it is about its subject. */
    propose: (task: MeasureTask): readonly Write[] => [
      put(task),
      eventOf(task, 'proposed', task.proposal),
      {
        condition: 'task-unchanged',
        item: { Put: { TableName: table, Item: { ...keys.taskOf(task.subject, task.id), task: task.id } } },
      },
    ],

    /** The next version of a task that was read, with what was done; events are never changed. */
    take: (
      task: MeasureTask,
      kind: TaskAction['step'],
      done: { readonly by: string; readonly at: Instant; readonly on: PlainDate },
    ): readonly Write[] => [put(task), eventOf(task, kind, done)],

    /** That somebody is reminded of a limit; once for each. */
    remind: (task: MeasureTask, dueOn: PlainDate, reminder: KeptReminder): Write<'reminder-is-new'> => ({
      condition: 'reminder-is-new',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.taskReminder(task.id, dueOn), ...reminder },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    }),

    /** By when the next step is due, the most urgent first; a moment behind what was written. */
    async listByAuthority(
      { authority, open, overdueOn, dueBy }: TasksWanted,
      binding: string,
      cursor?: string,
    ): Promise<Page<MeasureTask>> {
      const hash = keys.tasksBy(authority, open, '' as PlainDate, '').taskPk;
      const before = overdueOn ?? (dueBy && addDays(dueBy, 1));
      const range = before === undefined ? undefined : { op: '<', than: before };
      const bound = `${binding}#${hash}#${before ?? ''}`;
      const names = ['pk', 'sk', 'taskSk'];
      const after = cursor === undefined ? undefined : positionOf(bound, cursor, names);
      if (after !== undefined && before !== undefined && (after.taskSk ?? '') >= before)
        throw foreignCursor();
      const { entries, last } = await query(hash, range, after && { ...after, taskPk: hash });
      return {
        entries,
        ...(last && {
          next: cursorFrom(bound, Object.fromEntries(names.map((name) => [name, String(last[name])]))),
        }),
      };
    },

    /** All of a subject, in no order that means anything. @throws DomainError `too-busy`. */
    async listOfSubject(subject: SubjectKey, binding: string, cursor?: string): Promise<Page<MeasureTask>> {
      const { pk } = keys.taskOf(subject, '');
      const bound = `${binding}#${pk}`;
      const after = cursor === undefined ? undefined : positionOf(bound, cursor, ['sk']);
      if (after !== undefined && !after.sk?.startsWith('TASK#')) throw foreignCursor();
      const { Items = [], LastEvaluatedKey: last } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :tasks)',
          ExpressionAttributeValues: { ':pk': pk, ':tasks': 'TASK#' },
          ConsistentRead: true,
          Limit: PAGE_SIZE,
          ExclusiveStartKey: after && { pk, ...after },
        }),
      );
      const found = await getAll(
        client,
        table,
        Items.map((item) => keys.task(String(item.task))),
      );
      const tasks = found.map(taskFrom).toSorted((a, b) => (a.id < b.id ? -1 : 1));
      return { entries: tasks, ...(last && { next: cursorFrom(bound, { sk: String(last.sk) }) }) };
    },
  };
}

export type TaskStore = ReturnType<typeof createTaskStore>;
