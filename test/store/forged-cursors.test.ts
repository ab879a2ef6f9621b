import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { cursorFrom } from '../../lib/store/cursor.ts';
import { createDataRequestStore } from '../../lib/store/data-request-store.ts';
import { createExportStore } from '../../lib/store/export-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createImportStore } from '../../lib/store/import-store.ts';
import { createInboxStore } from '../../lib/store/inbox-store.ts';
import { createListStore } from '../../lib/store/list-store.ts';
import { createListingStore } from '../../lib/store/listing-store.ts';
import { createLookupAlarmStore } from '../../lib/store/lookup-alarm-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createNamedStore } from '../../lib/store/named-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import { createTaskStore } from '../../lib/store/task-store.ts';
import { createWatchStore } from '../../lib/store/watch-store.ts';
import { startTables } from '../support/engine.ts';
import { day } from '../support/records.ts';

/** What a cursor is for is no secret, so anybody can make one that passes for a list's own, at any position. */
const SUBJECT = 'O:91500231MA5U000A5X' as SubjectKey;
const TODAY = day('2026-11-23');

let tables: Awaited<ReturnType<typeof startTables>>;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

interface Paged {
  readonly binding: string;
  readonly names: readonly string[];
  readonly ask: (cursor: string) => Promise<unknown>;
}

const paged = (): Readonly<Record<string, Paged>> => {
  const { client, names } = tables;
  const dataRequests = createDataRequestStore(client, names.filings, 1);
  const tasks = createTaskStore(client, names.credit);
  const watches = createWatchStore(client, names.credit);
  const filings = createFilingStore(client, names.filings);
  const asked = { binding: 'b' };
  return {
    'look-ups of a subject': {
      ...asked,
      names: ['sk'],
      ask: (cursor) => createLookupLogStore(client, names.lookupLog).listSeen(SUBJECT, 'b', cursor),
    },
    alarms: {
      binding: 'listLookupAlarms#c#2026-11',
      names: ['sk'],
      ask: (cursor) => createLookupAlarmStore(client, names.lookupLog).listMonth('2026-11', 'c', cursor),
    },
    'filings that name somebody': {
      binding: `named#c#${SUBJECT}`,
      names: ['sk'],
      ask: (cursor) => createNamedStore(client, names.filings).list(SUBJECT, 'c', cursor),
    },
    'parts in enterprises': {
      binding: `b#SUBJECT#${SUBJECT}`,
      names: ['sk'],
      ask: (cursor) => createRoleStore(client, names.filings).listPage(SUBJECT, 'b', cursor),
    },
    'requests of a subject': {
      binding: `dataRequests#applicant#c#DATAOF#${SUBJECT}`,
      names: ['pk', 'sk', 'applicantSk'],
      ask: (cursor) => dataRequests.listOf(SUBJECT, 'c', cursor),
    },
    'requests of a side': {
      binding: 'dataRequests#queue#c#DATADUE#CQ',
      names: ['pk', 'sk', 'queueSk'],
      ask: (cursor) => dataRequests.listDue('CQ', 'c', cursor),
    },
    'tasks of a subject': {
      binding: `b#TASKSOF#${SUBJECT}`,
      names: ['sk'],
      ask: (cursor) => tasks.listOfSubject(SUBJECT, 'b', cursor),
    },
    'tasks of an authority': {
      binding: 'b#TASKS#a#open#2026-11-23',
      names: ['pk', 'sk', 'taskSk'],
      ask: (cursor) => tasks.listByAuthority({ authority: 'a', open: true, overdueOn: TODAY }, 'b', cursor),
    },
    watches: { ...asked, names: ['sk'], ask: (cursor) => watches.list('a', { binding: 'b', cursor }) },
    'what watches tell': {
      ...asked,
      names: ['sk'],
      ask: (cursor) => watches.listHits('a', { binding: 'b', cursor }),
    },
    'listing cases': {
      ...asked,
      names: ['pk', 'sk', 'authoritySk'],
      ask: (cursor) => createListingStore(client, names.credit).listOfAuthority('a', 'proposed', 'b', cursor),
    },
    'what was handed in': {
      binding: 'HANDEDIN#a#2026-11-23',
      names: ['pk', 'sk', 'authoritySk'],
      ask: (cursor) => createRecordStore(client, names.credit).listHandedIn('a', TODAY, 10, cursor),
    },
    'a list': {
      ...asked,
      names: ['partition', 'sk'],
      ask: (cursor) =>
        createListStore(client, names.credit).page({
          list: 'l',
          jurisdictions: ['CQ'],
          binding: 'b',
          cursor,
        }),
    },
    notices: {
      ...asked,
      names: ['sk'],
      ask: (cursor) =>
        createInboxStore(client, names.filings).list({
          owners: ['o'],
          from: '2026-11-01T00:00:00.000Z' as Instant,
          binding: 'b',
          cursor,
        }),
    },
    'imports of an authority': {
      binding: 'b#IMPORTS#a',
      names: ['sk'],
      ask: (cursor) => createImportStore(client, names.credit).listOf('a', 'b', cursor),
    },
    'exports of an authority': {
      binding: 'b#EXPORTS#a',
      names: ['sk'],
      ask: (cursor) =>
        createExportStore(client, names.credit).listOf(
          'a',
          '2026-11-01T00:00:00.000Z' as Instant,
          'b',
          cursor,
        ),
    },
    'filings of an applicant': {
      binding: 'applicant#APPLICANT#c',
      names: ['pk', 'sk', 'applicantSk'],
      ask: (cursor) => filings.listByApplicant('c', cursor),
    },
  };
};

const POSITIONS = [
  '~~~',
  '',
  '!',
  '\u0000',
  ':',
  '-1',
  '1e9',
  'TASK#~',
  'IMPORT#',
  'EXPORT#~',
  'ROLE#',
  '9'.repeat(200),
  '囍'.repeat(200),
];

test.each([
  'look-ups of a subject',
  'alarms',
  'filings that name somebody',
  'parts in enterprises',
  'requests of a subject',
  'requests of a side',
  'tasks of a subject',
  'tasks of an authority',
  'watches',
  'what watches tell',
  'listing cases',
  'what was handed in',
  'a list',
  'notices',
  'imports of an authority',
  'exports of an authority',
  'filings of an applicant',
])('%s: a forged cursor gives a page or is refused, and is never a fault', async (name) => {
  const { binding, names, ask } = paged()[name] ?? expect.fail();
  const own = cursorFrom(binding, Object.fromEntries(names.map((one) => [one, '0'])));
  const outcomeOf = (cursor: string) =>
    ask(cursor).then(
      () => 'page',
      (error: { code?: string }) => error.code ?? error,
    );
  expect(['page', 'invalid-request']).toContain(await outcomeOf(own));
  for (const position of POSITIONS) {
    const cursor = cursorFrom(binding, Object.fromEntries(names.map((one) => [one, position])));
    expect(['page', 'invalid-request'], position).toContain(await outcomeOf(cursor));
  }
});
