import type { Right } from './right.ts';

/** Records with their versions, and how far the feed of changes is: neither halves nor lists, and no key to find anybody by. */
export const exportRights = {
  'credit-exports': [
    { table: 'credit', query: 'authority' },
    { table: 'credit', allow: ['GetItem'], under: ['EXPORT#', 'EXPORTS#', 'REQUEST#'] },
    { table: 'credit', allow: ['BatchGetItem'], under: ['EXPORT#'] },
    { table: 'credit', allow: ['Query'], under: ['EXPORT#', 'EXPORTS#', 'SUBJECT#'] },
    { table: 'credit', allow: ['PutItem'], under: ['EXPORT#', 'EXPORTS#', 'REQUEST#'] },
    { table: 'filings', allow: ['GetItem', 'Query'], under: ['CHANGES#'] },
    { key: 'receipt', allow: ['Sign'] },
    { files: 'exports', allow: ['PutObject', 'GetObject'] },
    { key: 'materials', allow: ['GenerateDataKey', 'Decrypt'] },
  ],
} as const satisfies Record<'credit-exports', readonly Right[]>;
