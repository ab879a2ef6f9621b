import * as z from 'zod/mini';
import { fileRefusals, importEncodings, importFormats, importLimits } from '../domain/credit/import.ts';
import { route } from './route.ts';
import { cursorShape, idShape, instantShape } from './shapes.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const importIdShape = z.string().check(z.maxLength(36), z.regex(UUID));

const sha256 = z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/));
const bytes = z.int().check(z.minimum(1), z.maximum(importLimits.longestBytes));
const rows = z.int().check(z.minimum(0), z.maximum(importLimits.mostRows));

const refusalShape = z
  .strictObject({
    code: z.enum(fileRefusals),
    line: z.exactOptional(z.int()),
    values: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
    detail: z.string(),
  })
  .register(z.globalRegistry, {
    id: 'FileRefusal',
    description: 'Why a file is refused whole: what, and on which line. Nothing of it was published.',
  });

const importFields = {
  id: importIdShape,
  state: z.enum(['awaiting-upload', 'splitting', 'running', 'finished', 'refused']),
  authority: idShape,
  format: z.enum(importFormats),
  encoding: z.enum(importEncodings),
  bytes,
  sha256,
  createdAt: instantShape,
  rows: z.exactOptional(rows),
  startedAt: z.exactOptional(instantShape),
  finishedAt: z.exactOptional(instantShape),
  counts: z
    .strictObject({ accepted: rows, duplicate: rows, alreadyHeld: rows, refused: rows })
    .register(z.globalRegistry, {
      id: 'RowCounts',
      description:
        'Rows by what became of them: published now; the same as another row of the file; held before; refused with a finding.',
    }),
  percent: z.int().check(z.minimum(0), z.maximum(100)),
  expectedAt: z.nullable(instantShape),
  receipt: z.exactOptional(z.strictObject({ url: z.string(), expiresAt: instantShape })),
  refusal: z.exactOptional(refusalShape),
};

export const importShape = z.strictObject(importFields).register(z.globalRegistry, {
  id: 'Import',
  description:
    'A file of records on its way (批量导入). `expectedAt` is when it should be done, null where that cannot be told; `receipt` is where the receipts of all rows can be fetched once it is finished, as CSV: row, line, outcome, record, finding.',
});

const requestedShape = z
  .strictObject({
    ...importFields,
    upload: z.exactOptional(
      z.strictObject({
        url: z.string(),
        fields: z.record(z.string(), z.string()),
        expiresAt: instantShape,
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'RequestedImport',
    description:
      'While the file is awaited `upload` says where to send it, by POST as multipart/form-data: all `fields` first, then the file itself as `file`. The form takes exactly this file, and the import begins when it has arrived.',
  });

export const requestImport = route({
  id: 'requestImport',
  method: 'POST',
  path: '/credit/imports',
  surface: 'imports',
  access: { scope: 'credit-records:write', roles: ['publisher'] },
  summary: {
    zh: '批量导入信用记录：告知文件的格式、编码、大小与 SHA-256，取得上传表单；同一文件再次申请时答复同一导入',
    en: 'Import a file of credit records, told by format, encoding, size and SHA-256; the same file again is answered as the same import',
  },
  body: z
    .strictObject({
      format: z.enum(importFormats),
      encoding: z._default(z.enum(importEncodings), 'utf-8'),
      bytes,
      sha256,
    })
    .register(z.globalRegistry, {
      id: 'ImportToRequest',
      description: `A file of up to ${importLimits.mostRows} rows: CSV with a row of column names (RFC 4180), or a JSON object on each line. Its columns are the fields of \`RecordToPublish\`; docs/imports.md lists them.`,
      example: {
        format: 'csv',
        encoding: 'utf-8',
        bytes: 18_203_411,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    }),
  responses: { 200: requestedShape, 201: requestedShape },
  errors: ['too-many-imports', 'too-busy'],
});

export const listImports = route({
  id: 'listImports',
  method: 'GET',
  path: '/credit/imports',
  surface: 'imports',
  access: { scope: 'credit-records:write', roles: ['publisher'] },
  summary: {
    zh: '本机关的批量导入，新的在前：状态、各类行数、百分比',
    en: 'The imports of my authority, newest first: state, rows by outcome, percent',
  },
  query: z.strictObject({ cursor: z.exactOptional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        imports: z.array(importShape).check(z.maxLength(20)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'ImportPage',
        description: 'Where the receipts of an import are is told by `GET /credit/imports/{id}`.',
      }),
  },
  errors: ['too-busy'],
});

export const getImport = route({
  id: 'getImport',
  method: 'GET',
  path: '/credit/imports/{id}',
  surface: 'imports',
  access: { scope: 'credit-records:write', roles: ['publisher'] },
  summary: {
    zh: '查看一次批量导入：状态、各类行数、百分比、预计完成时间；完成后给出逐行回执',
    en: 'An import: state, rows by outcome, percent, when it should be done; once finished the receipt of each row',
  },
  params: z.strictObject({ id: importIdShape }),
  responses: { 200: importShape },
  errors: ['not-found'],
});
