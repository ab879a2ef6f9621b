import * as z from 'zod/mini';
import { exportLimits } from '../domain/credit/export.ts';
import { UUID } from './package-of.ts';
import { recordStageShape, recordVersionShape, standingRecordFields } from './record-shapes.ts';
import { route } from './route.ts';
import { cursorShape, idShape, instantShape, plainDateShape } from './shapes.ts';

const exportIdShape = z.string().check(z.maxLength(36), z.regex(UUID));
const own = { scope: 'credit-records:read', roles: ['publisher'] } as const;
const number = z.int().check(z.minimum(0));
const partName = z.string().check(z.maxLength(40), z.regex(/^part-\d{4}-[0-9a-f]{16}\.ndjson$/));

/** One line of a part. */
export const exportedRecordShape = z.strictObject({
  ...standingRecordFields,
  versions: z.array(recordVersionShape).check(z.maxLength(200)),
});

export const exportManifestShape = z
  .strictObject({
    id: exportIdShape,
    issuedAt: instantShape,
    authority: idShape,
    asOf: plainDateShape,
    knownAt: instantShape,
    records: number,
    counts: z
      .array(z.strictObject({ class: idShape, state: recordStageShape, records: number }))
      .check(z.maxLength(500)),
    changes: z
      .array(z.strictObject({ side: z.string().check(z.maxLength(8)), after: number }))
      .check(z.maxLength(10)),
    parts: z
      .array(
        z.strictObject({
          name: partName,
          sha256: z.string().check(z.maxLength(64), z.regex(/^[0-9a-f]{64}$/)),
          bytes: number,
          rows: number,
        }),
      )
      .check(z.maxLength(exportLimits.mostParts)),
  })
  .register(z.globalRegistry, {
    id: 'ExportManifest',
    description:
      'What an export holds: every record version of the authority known at `knownAt`, states as of `asOf`. The parts with their digests are all of it. Follow `GET /changes` of each side from `after`: nothing recorded later is passed over, and a version that the export has already may be told again.',
  });

const exportFields = {
  id: exportIdShape,
  state: z.enum(['settling', 'walking', 'finished', 'too-large']),
  authority: idShape,
  askedAt: instantShape,
  asOf: plainDateShape,
  knownAt: instantShape,
  startsAt: instantShape,
  keptUntil: instantShape,
  records: number,
  parts: number,
  walkedTo: z.exactOptional(plainDateShape),
};

const begunShape = z.strictObject(exportFields).register(z.globalRegistry, {
  id: 'BegunExport',
  description:
    'An export that was asked for. From `startsAt` on each `GET` of it writes a part; ask again until it is finished.',
});

const exportShape = z
  .strictObject({
    ...exportFields,
    manifest: z.exactOptional(exportManifestShape),
    token: z.exactOptional(z.string().check(z.maxLength(400_000), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/))),
    files: z.exactOptional(
      z
        .array(z.strictObject({ name: partName, url: z.string().check(z.maxLength(4_000)) }))
        .check(z.maxLength(exportLimits.mostParts)),
    ),
    linksUntil: z.exactOptional(instantShape),
  })
  .register(z.globalRegistry, {
    id: 'CreditExport',
    description:
      'An export on its way, or finished: then with the manifest, the same as a compact JWS in `token` (`typ` `tongbiao-credit-export+jwt`, by a key of `/v1/standards/keys` that signs receipts), and links to its parts that are good until `linksUntil`. `too-large`: more than a manifest can name; nothing is signed.',
  });

export const beginExport = route({
  id: 'beginExport',
  method: 'POST',
  path: '/credit/exports',
  surface: 'credit-exports',
  access: own,
  summary: {
    zh: '导出本机关信用记录某一时刻的一致快照，附签名清单',
    en: 'Export the records of the caller’s authority as of this moment: a consistent snapshot with a signed manifest',
  },
  body: z.optional(
    z.strictObject({}).register(z.globalRegistry, {
      id: 'ExportToBegin',
      description: 'There is nothing to choose: the authority is the caller’s, the moment is now.',
      example: {},
    }),
  ),
  bodyIsOptional: true,
  idempotent: true,
  responses: { 201: begunShape },
  errors: ['too-many-exports', 'idempotency-conflict', 'too-busy'],
});

export const listExports = route({
  id: 'listExports',
  method: 'GET',
  path: '/credit/exports',
  surface: 'credit-exports',
  access: own,
  summary: {
    zh: '本机关仍保存的导出，新的在前；列出不推进导出',
    en: 'The exports of my authority that are kept, newest first; to list them takes none of them on',
  },
  query: z.strictObject({ cursor: z.exactOptional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        exports: z.array(begunShape).check(z.maxLength(20)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'ExportPage',
        description: 'A page can be short and still go on: `next` alone says whether there is more.',
      }),
  },
  errors: ['too-busy'],
});

export const getExport = route({
  id: 'getExport',
  method: 'GET',
  path: '/credit/exports/{id}',
  surface: 'credit-exports',
  access: own,
  summary: {
    zh: '查看导出进度并推进；完成后取得清单和各部分的下载链接',
    en: 'An export of my authority, taken on by a part; when it is finished, its manifest and the links to its parts',
  },
  params: z.strictObject({ id: exportIdShape }),
  responses: { 200: exportShape },
  errors: ['not-found', 'signing-unavailable', 'too-busy'],
});
