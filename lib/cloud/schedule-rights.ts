import type { Right } from './right.ts';

/** What runs again and again. */
export type ScheduleFunctionName =
  | 'schedules/apply-retention'
  | 'schedules/redate-filings'
  | 'schedules/remind-follow-ups'
  | 'schedules/remind-tasks'
  | 'schedules/seal-log'
  | 'schedules/tell-ends'
  | 'schedules/watch-calendar'
  | 'schedules/watch-sources';

/** None decides anything that is read: what each writes is read by people, by what follows changes, or by itself. */
export const scheduleRights = {
  'schedules/apply-retention': [
    { table: 'filings', query: 'queue' },
    { table: 'filings', allow: ['PutItem'], under: ['FILING#', 'ERASED#'] },
  ],
  'schedules/redate-filings': [
    { table: 'filings', query: 'queue' },
    { table: 'filings', allow: ['PutItem'], under: ['FILING#'] },
  ],
  'schedules/remind-follow-ups': [
    { table: 'filings', query: 'queue' },
    { table: 'filings', allow: ['GetItem', 'PutItem'], under: ['FILING#'] },
  ],
  'schedules/remind-tasks': [
    { table: 'credit', query: 'tasks' },
    { table: 'credit', allow: ['Query'], under: ['SUBJECT#'] },
    { table: 'credit', allow: ['PutItem'], under: ['TASK#'] },
  ],
  'schedules/seal-log': [
    { table: 'lookupLog', allow: ['GetItem'], under: ['TREE#', 'ROOT#', 'BEGIN#'] },
    { table: 'lookupLog', allow: ['Query'], under: ['LOG#', 'ROOT#'] },
    { table: 'lookupLog', allow: ['PutItem'], under: ['TREE#', 'ROOT#', 'BEGIN#'] },
    { key: 'log', allow: ['Sign'] },
    { files: 'evidence', allow: ['PutObject'] },
  ],
  /* It writes that something ended, and never a record or a half. */
  'schedules/tell-ends': [
    { table: 'credit', query: 'ends' },
    { table: 'credit', allow: ['Query'], under: ['SUBJECT#'] },
    { table: 'credit', allow: ['BatchGetItem'], under: ['ENDED#'] },
    { table: 'credit', allow: ['GetItem'], under: ['ENDWALK'] },
    { table: 'credit', allow: ['PutItem'], under: ['ENDED#', 'ENDWALK'] },
  ],
  'schedules/watch-calendar': [],
  'schedules/watch-sources': [
    { table: 'credit', allow: ['Query'], under: ['SOURCES', 'SOURCETURNS#'] },
    { table: 'credit', allow: ['PutItem'], under: ['SOURCETURNS#'] },
  ],
} as const satisfies Record<ScheduleFunctionName, readonly Right[]>;
