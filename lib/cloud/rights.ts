import type { Surface } from '../contract/route.ts';
import { exportRights } from './export-rights.ts';
import { type ImportStepName, importRights } from './import-rights.ts';
import type { Right, TableName } from './right.ts';
import { type ScheduleFunctionName, scheduleRights } from './schedule-rights.ts';

/** Everything that runs as a Lambda: the surfaces of the route table, the authorizer, the user pool's trigger, one function per stream read or schedule. */
export type FunctionName =
  | Surface
  | 'authorizer'
  | 'pre-token'
  | StreamFunctionName
  | ScheduleFunctionName
  | ImportStepName;
export type StreamFunctionName = 'streams/lookup-log' | 'streams/filings' | 'streams/credit';

/** However an item is asked for, it is the same item; an index is a right of its own. */
const READS = ['GetItem', 'BatchGetItem', 'Query'] as const;

const logsLookups: Right = { table: 'lookupLog', allow: ['PutItem'], under: ['LOG#'] };

/** A look-up of an officer's, which counts against their quota. */
const countsLookups: readonly Right[] = [
  { table: 'credit', allow: ['UpdateItem'], under: ['QUOTA#'] },
  { table: 'lookupLog', allow: ['PutItem'], under: ['LOG#', 'ALARM#'] },
];

/** Taking a package to its end: both filing surfaces may register, and both log whom they look up. */
const registers: readonly Right[] = [
  { table: 'filings', allow: ['GetItem'], under: ['FILING#', 'NAME#', 'REQUEST#', 'ENTERPRISE#'] },
  { table: 'filings', allow: ['Query'], under: ['SUBJECT#'] },
  {
    table: 'filings',
    allow: ['PutItem'],
    under: ['FILING#', 'NAME#', 'CODE#', 'ENTERPRISE#', 'STATUS#', 'SUBJECT#', 'REQUEST#'],
  },
  { table: 'credit', allow: READS, under: ['STANDING#', 'SUBJECT#', 'SOURCES'] },
  logsLookups,
  { key: 'receipt', allow: ['Sign'] },
  { key: 'licence', allow: ['Sign'] },
  { key: 'seal', allow: ['GenerateMac'] },
];

/** Files and drafts that are handed in with a filing: bound to it, closed with it. */
const takesIn: readonly Right[] = [
  { table: 'filings', allow: ['BatchGetItem'], under: ['MATERIAL#'] },
  { table: 'filings', allow: ['GetItem'], under: ['DRAFTS#'] },
  { table: 'filings', allow: ['PutItem'], under: ['MATERIAL#', 'DRAFTS#'] },
  { files: 'materials', allow: ['PutObjectVersionTagging'] },
];

/** The feed of changes has one home, whichever table they happen in. */
const tellsChanges: readonly Right[] = [
  { table: 'filings', allow: ['BatchGetItem'], under: ['SEQUENCED#'] },
  { table: 'filings', allow: ['GetItem'], under: ['CHANGES#'] },
  { table: 'filings', allow: ['PutItem'], under: ['SEQUENCED#', 'CHANGES#'] },
];

/** What is set aside of a table's stream is looked up there again, by its key once the stream has forgotten it. */
const sendsAgain = (table: TableName, ...taken: readonly [string, ...string[]]): readonly Right[] => {
  const reads = { allow: ['GetItem'], under: [...taken, 'SETASIDE#'] } as const;
  const keeps = { allow: ['PutItem'], under: ['SETASIDE#'] } as const;
  return [
    { table, ...reads },
    { table, ...keeps },
  ] as readonly Right[];
};

/** What each function may do, whole: its role holds this and the right to write its own log. */
export const rightsOf = {
  /* Health alone reads: how far sources are, and whether the log is sealed. */
  standards: [
    { table: 'credit', allow: ['BatchGetItem'], under: ['SOURCES'] },
    { table: 'lookupLog', allow: ['BatchGetItem'], under: ['ROOT#', 'BEGIN#'] },
    { key: 'receipt', allow: ['GetPublicKey'] },
    { key: 'licence', allow: ['GetPublicKey'] },
    { key: 'log', allow: ['GetPublicKey'] },
  ],
  filings: [
    ...registers,
    ...takesIn,
    { table: 'filings', query: 'applicant' },
    { key: 'subjectHash', allow: ['GenerateMac'] },
  ],
  /* What a decision has by law is published with it (市场主体登记管理条例 第四十条). */
  decisions: [
    ...registers,
    { table: 'filings', query: 'queue' },
    /* Who has acted for an authority: filings can be handed over to them. */
    { table: 'filings', allow: ['GetItem', 'PutItem'], under: ['OFFICER#'] },
    { table: 'credit', query: 'record' },
    { table: 'credit', allow: ['PutItem'], under: ['STANDING#', 'SUBJECT#', 'LISTING#'] },
  ],
  licences: [
    { table: 'filings', allow: ['GetItem'], under: ['ENTERPRISE#', 'FILING#'] },
    { table: 'filings', allow: ['Query'], under: ['ENTERPRISE#', 'STATUS#'] },
    { key: 'receipt', allow: ['GetPublicKey'] },
    /* Lists of statuses and printed codes are signed when they are asked for. */
    { key: 'licence', allow: ['Sign', 'GetPublicKey'] },
  ],
  'credit-records': [
    { table: 'credit', query: 'record' },
    /* What was handed in on a day, to be compared with what was sent. */
    { table: 'credit', query: 'authority' },
    { table: 'credit', allow: READS, under: ['STANDING#', 'SUBJECT#', 'SOURCES', 'REQUEST#'] },
    {
      table: 'credit',
      allow: ['PutItem'],
      under: ['STANDING#', 'SUBJECT#', 'SOURCES', 'HEARTBEATS#', 'REQUEST#'],
    },
    { key: 'subjectHash', allow: ['GenerateMac'] },
  ],
  'credit-lookup': [
    { table: 'credit', allow: READS, under: ['STANDING#', 'SUBJECT#', 'SOURCES', 'HEARTBEATS#'] },
    ...countsLookups,
    { key: 'subjectHash', allow: ['GenerateMac'] },
  ],
  /* Disclosed records alone leave it; which those are the records themselves say, of persons too. */
  'credit-public': [
    { table: 'credit', query: 'list' },
    { table: 'credit', allow: ['BatchGetItem', 'Query'], under: ['STANDING#'] },
    { table: 'credit', allow: ['Query'], under: ['SUBJECT#'] },
  ],
  'credit-names': [
    { table: 'filings', query: 'name' },
    /* Who left a name behind, as it is now. */
    { table: 'filings', allow: ['GetItem'], under: ['ENTERPRISE#'] },
    ...countsLookups,
  ],
  'credit-statements': [
    { table: 'credit', allow: READS, under: ['STANDING#', 'SUBJECT#', 'SOURCES', 'HEARTBEATS#'] },
    /* Who stands for an organisation. */
    { table: 'filings', allow: ['GetItem'], under: ['ENTERPRISE#'] },
    ...countsLookups,
    { key: 'subjectHash', allow: ['GenerateMac'] },
    { key: 'receipt', allow: ['Sign'] },
  ],
  'credit-watches': [
    { table: 'credit', allow: ['GetItem', 'Query'], under: ['WATCHES#'] },
    { table: 'credit', allow: ['Query'], under: ['HITS#'] },
    { table: 'credit', allow: ['PutItem'], under: ['WATCHES#', 'WATCHED#', 'ISWATCHED#'] },
    ...countsLookups,
    { key: 'subjectHash', allow: ['GenerateMac'] },
  ],
  ...exportRights,
  'own-file': [
    { table: 'lookupLog', allow: ['Query'], under: ['SEEN#'] },
    { table: 'credit', allow: ['Query'], under: ['SUBJECT#', 'STANDING#', 'TASKSOF#'] },
    { table: 'credit', allow: ['BatchGetItem'], under: ['TASK#'] },
    { table: 'credit', query: 'record' },
    { table: 'filings', allow: ['Query'], under: ['SUBJECT#', 'NAMED#'] },
    { table: 'filings', allow: ['Query'], under: ['INBOX#'] },
    { table: 'filings', allow: ['GetItem'], under: ['FILING#', 'REQUEST#', 'ENTERPRISE#', 'DRAFTS#'] },
    { table: 'filings', allow: ['BatchGetItem'], under: ['DRAFTS#'] },
    /* The copy that somebody takes with them. */
    { key: 'receipt', allow: ['Sign'] },
    { table: 'filings', allow: ['PutItem'], under: ['DATAREQUEST#', 'REQUEST#'] },
    { table: 'filings', query: 'applicant' },
    { key: 'seal', allow: ['GenerateMac'] },
  ],
  'data-requests': [
    { table: 'filings', query: 'queue' },
    { table: 'filings', allow: ['GetItem', 'PutItem'], under: ['DATAREQUEST#', 'FILING#', 'REQUEST#'] },
    { table: 'filings', allow: ['PutItem'], under: ['ERASED#'] },
    /* By which other keys somebody is known. */
    { table: 'credit', allow: ['Query'], under: ['STANDING#'] },
    { key: 'seal', allow: ['GenerateMac'] },
  ],
  'lookup-log': [
    { table: 'lookupLog', allow: ['GetItem'], under: ['LOG#', 'TREE#', 'ROOT#'] },
    { table: 'lookupLog', allow: ['Query'], under: ['ROOT#', 'ALARM#'] },
    /* By which other keys a subject is known. */
    { table: 'credit', allow: ['Query'], under: ['STANDING#'] },
  ],
  fairness: [{ table: 'filings', allow: ['Query'], under: ['FAIRNESS#'] }],
  materials: [
    { table: 'filings', allow: ['GetItem'], under: ['MATERIAL#', 'UPLOADS#', 'FILING#', 'REQUEST#'] },
    { table: 'filings', allow: ['PutItem'], under: ['MATERIAL#', 'UPLOADS#', 'REQUEST#'] },
    { files: 'materials', allow: ['PutObject', 'PutObjectTagging', 'GetObject', 'GetObjectVersion'] },
    { key: 'materials', allow: ['GenerateDataKey', 'Decrypt'] },
  ],
  /* A draft is checked by the same rules as a filing, and can become one only by being filed. */
  drafts: [
    { table: 'filings', allow: ['GetItem', 'BatchGetItem'], under: ['DRAFTS#'] },
    /* The files it names, as they would be when it is filed. */
    { table: 'filings', allow: ['BatchGetItem'], under: ['MATERIAL#'] },
    { table: 'filings', allow: ['GetItem'], under: ['FILING#', 'NAME#', 'ENTERPRISE#', 'REQUEST#'] },
    { table: 'filings', allow: ['Query'], under: ['SUBJECT#'] },
    { table: 'credit', allow: ['Query'], under: ['STANDING#'] },
    { table: 'filings', allow: ['PutItem'], under: ['DRAFTS#', 'REQUEST#'] },
    { key: 'subjectHash', allow: ['GenerateMac'] },
    { key: 'seal', allow: ['GenerateMac'] },
  ],
  changes: [{ table: 'filings', allow: ['GetItem', 'Query'], under: ['CHANGES#'] }],
  'measure-tasks': [
    { table: 'credit', query: 'tasks' },
    { table: 'credit', allow: ['GetItem', 'BatchGetItem', 'Query'], under: ['TASK#'] },
    { table: 'credit', allow: ['Query'], under: ['SUBJECT#', 'TASKSOF#', 'STANDING#'] },
    { table: 'credit', allow: ['GetItem'], under: ['FEEDBACK#', 'REQUEST#'] },
    { table: 'credit', allow: ['PutItem'], under: ['TASK#', 'REQUEST#'] },
  ],
  /* A decision to list publishes its record with it, and one that takes off the list ends it. */
  'listing-cases': [
    { table: 'credit', query: 'record' },
    { table: 'credit', query: 'authority' },
    { table: 'credit', allow: READS, under: ['LISTING#', 'STANDING#', 'SUBJECT#', 'REQUEST#'] },
    { table: 'credit', allow: ['PutItem'], under: ['LISTING#', 'STANDING#', 'SUBJECT#', 'REQUEST#'] },
    { key: 'subjectHash', allow: ['GenerateMac'] },
  ],
  ...importRights,
  authorizer: [],
  'pre-token': [],
  ...scheduleRights,
  'streams/credit': [
    { stream: 'credit' },
    { table: 'credit', allow: ['Query'], under: ['SUBJECT#', 'WATCHED#'] },
    { table: 'credit', allow: ['BatchGetItem'], under: ['STANDING#', 'ISWATCHED#'] },
    { table: 'credit', allow: ['GetItem'], under: ['TASK#', 'FEEDBACK#', 'COUNTED#'] },
    /* It writes tasks and listing cases, never a record or a half: measures and listings are proposed, and nothing is recorded, by automation. */
    { table: 'credit', allow: ['PutItem'], under: ['TASK#', 'TASKSOF#', 'FEEDBACK#', 'COUNTED#', 'HITS#'] },
    { table: 'credit', allow: ['PutItem'], under: ['LISTING#'] },
    ...tellsChanges,
    ...sendsAgain('credit', 'SUBJECT#', 'TASK#', 'ENDED#', 'SOURCETURNS#'),
  ],
  'streams/lookup-log': [
    { stream: 'lookupLog' },
    { table: 'lookupLog', allow: ['GetItem'], under: ['TREE#'] },
    { table: 'lookupLog', allow: ['PutItem'], under: ['SEEN#', 'ALARM#'] },
    ...sendsAgain('lookupLog', 'LOG#'),
  ],
  'streams/filings': [
    { stream: 'filings' },
    { table: 'filings', allow: ['GetItem'], under: ['CONTRIB#', 'FAIRNESS#', 'MATERIAL#'] },
    {
      table: 'filings',
      allow: ['PutItem'],
      under: ['INBOX#', 'CONTRIB#', 'FAIRNESS#', 'NAMED#', 'MATERIAL#'],
    },
    /* Files of a filing that was erased lose what keeps them; none can be read or deleted. */
    { files: 'materials', allow: ['PutObjectVersionTagging'] },
    ...tellsChanges,
    ...sendsAgain('filings', 'FILING#', 'ERASED#'),
  ],
} as const satisfies Record<FunctionName, readonly Right[]>;
