import type { Right } from './right.ts';

/** The steps of the state machine that imports files. */
export type ImportStepName = 'import-steps/split' | 'import-steps/chunk' | 'import-steps/finish';

/** What asks for imports, and what does them, step by step: of four, one publishes and another one sees numbers. */
export const importRights = {
  imports: [
    { table: 'credit', allow: ['GetItem', 'Query'], under: ['IMPORT#', 'IMPORTS#'] },
    { table: 'credit', allow: ['BatchGetItem'], under: ['IMPORT#'] },
    { table: 'credit', allow: ['PutItem'], under: ['IMPORT#', 'IMPORTS#'] },
    { objects: 'uploads', allow: ['PutObject'] },
    { objects: 'receipts', allow: ['GetObject'] },
    { key: 'materials', allow: ['GenerateDataKey', 'Decrypt'] },
  ],
  'import-steps/split': [
    { table: 'credit', allow: ['GetItem', 'PutItem'], under: ['IMPORT#'] },
    { objects: 'uploads', allow: ['GetObject'] },
    { objects: 'chunks', allow: ['PutObject'] },
    { key: 'materials', allow: ['GenerateDataKey', 'Decrypt'] },
    { key: 'subjectHash', allow: ['GenerateMac'] },
  ],
  /* The one step that publishes; it sees keys of persons and no number. */
  'import-steps/chunk': [
    {
      table: 'credit',
      allow: ['GetItem', 'BatchGetItem', 'Query'],
      under: ['STANDING#', 'SUBJECT#', 'IMPORT#'],
    },
    { table: 'credit', allow: ['PutItem'], under: ['STANDING#', 'SUBJECT#', 'IMPORT#'] },
    { objects: 'chunks', allow: ['GetObject'] },
    { objects: 'results', allow: ['PutObject'] },
    { key: 'materials', allow: ['GenerateDataKey', 'Decrypt'] },
  ],
  'import-steps/finish': [
    { table: 'credit', allow: ['GetItem', 'Query'], under: ['IMPORT#'] },
    { table: 'credit', allow: ['PutItem'], under: ['IMPORT#'] },
    { objects: 'results', allow: ['GetObject'] },
    { objects: 'receipts', allow: ['PutObject'] },
    { key: 'materials', allow: ['GenerateDataKey', 'Decrypt'] },
  ],
} as const satisfies Record<'imports' | ImportStepName, readonly Right[]>;
