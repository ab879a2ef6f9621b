import type { Surface } from '../contract/route.ts';
import type { tables } from '../store/tables.ts';

/** Everything that runs as a Lambda: the surfaces of the route table, the authorizer, one function per stream read. */
export type FunctionName = Surface | 'authorizer' | StreamFunctionName | ScheduleFunctionName;
export type StreamFunctionName = 'streams/lookup-log';
export type ScheduleFunctionName = 'schedules/seal-log';

export type TableName = keyof typeof tables;
export type KeyName = 'receipt' | 'licence' | 'log' | 'subjectHash' | 'seal';

/** Nothing here deletes, scans, or writes without naming the item: such a right cannot be given. */
type ReadAction = 'GetItem' | 'BatchGetItem' | 'Query';
type WriteAction = 'PutItem' | 'ConditionCheckItem';

/** Beginnings of partition keys (see `keys.ts`); an item under any other is out of reach. */
interface ItemRights<Table extends TableName, Action extends string> {
  readonly table: Table;
  readonly allow: readonly Action[];
  readonly under: readonly [string, ...string[]];
}

type IndexRights = {
  readonly [Table in TableName]: {
    readonly table: Table;
    readonly query: (typeof tables)[Table]['indexes'][number]['name'];
  };
}[TableName];

export type Right =
  | ItemRights<'filings' | 'credit', ReadAction | WriteAction>
  | ItemRights<'lookupLog', 'GetItem' | 'Query' | 'PutItem'>
  /* Only a counter is ever changed in its place. */
  | { readonly table: 'credit'; readonly allow: readonly ['UpdateItem']; readonly under: readonly ['QUOTA#'] }
  | IndexRights
  | { readonly stream: TableName }
  | { readonly key: 'receipt' | 'licence' | 'log'; readonly allow: readonly ('Sign' | 'GetPublicKey')[] }
  | { readonly key: 'subjectHash' | 'seal'; readonly allow: readonly ['GenerateMac'] };

/** However an item is asked for, it is the same item; an index is a right of its own. */
const READS = ['GetItem', 'BatchGetItem', 'Query'] as const;

const logsLookups: Right = { table: 'lookupLog', allow: ['PutItem'], under: ['LOG#'] };

/** Taking a package to its end: both filing surfaces may register, and both log whom they look up. */
const registers: readonly Right[] = [
  { table: 'filings', allow: ['GetItem'], under: ['FILING#', 'NAME#', 'REQUEST#', 'ENTERPRISE#'] },
  { table: 'filings', allow: ['Query'], under: ['SUBJECT#'] },
  {
    table: 'filings',
    allow: ['PutItem'],
    under: ['FILING#', 'NAME#', 'CODE#', 'ENTERPRISE#', 'SUBJECT#', 'REQUEST#'],
  },
  { table: 'credit', allow: READS, under: ['STANDING#', 'SOURCES'] },
  logsLookups,
  { key: 'receipt', allow: ['Sign'] },
  { key: 'licence', allow: ['Sign'] },
  { key: 'seal', allow: ['GenerateMac'] },
];

/** What each function may do, whole: its role holds this and the right to write its own log. */
export const rightsOf = {
  standards: [
    { key: 'receipt', allow: ['GetPublicKey'] },
    { key: 'licence', allow: ['GetPublicKey'] },
    { key: 'log', allow: ['GetPublicKey'] },
  ],
  filings: [
    ...registers,
    { table: 'filings', query: 'applicant' },
    { key: 'subjectHash', allow: ['GenerateMac'] },
  ],
  /* What a decision has by law is published with it (市场主体登记管理条例 第四十条). */
  decisions: [
    ...registers,
    { table: 'filings', query: 'queue' },
    { table: 'credit', allow: ['PutItem'], under: ['STANDING#', 'SUBJECT#'] },
  ],
  licences: [
    { table: 'filings', allow: ['GetItem'], under: ['ENTERPRISE#', 'FILING#'] },
    { table: 'filings', allow: ['Query'], under: ['ENTERPRISE#'] },
    { key: 'receipt', allow: ['GetPublicKey'] },
    { key: 'licence', allow: ['GetPublicKey'] },
  ],
  'credit-records': [
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
    { table: 'credit', allow: ['UpdateItem'], under: ['QUOTA#'] },
    { table: 'lookupLog', allow: ['PutItem'], under: ['LOG#', 'ALARM#'] },
    { key: 'subjectHash', allow: ['GenerateMac'] },
  ],
  'own-file': [
    { table: 'lookupLog', allow: ['Query'], under: ['SEEN#'] },
    { table: 'credit', allow: ['Query'], under: ['SUBJECT#'] },
    { table: 'filings', allow: ['Query'], under: ['SUBJECT#'] },
    { table: 'filings', query: 'applicant' },
    { key: 'seal', allow: ['GenerateMac'] },
  ],
  'lookup-log': [
    { table: 'lookupLog', allow: ['GetItem'], under: ['LOG#', 'TREE#', 'ROOT#'] },
    { table: 'lookupLog', allow: ['Query'], under: ['ROOT#', 'ALARM#'] },
  ],
  authorizer: [],
  'streams/lookup-log': [
    { stream: 'lookupLog' },
    { table: 'lookupLog', allow: ['GetItem'], under: ['TREE#'] },
    { table: 'lookupLog', allow: ['PutItem'], under: ['SEEN#', 'ALARM#'] },
  ],
  'schedules/seal-log': [
    { table: 'lookupLog', allow: ['GetItem'], under: ['TREE#', 'ROOT#', 'BEGIN#'] },
    { table: 'lookupLog', allow: ['Query'], under: ['LOG#', 'ROOT#'] },
    { table: 'lookupLog', allow: ['PutItem'], under: ['TREE#', 'ROOT#', 'BEGIN#'] },
    { key: 'log', allow: ['Sign'] },
  ],
} as const satisfies Record<FunctionName, readonly Right[]>;
