import * as z from 'zod/mini';
import { happenedKindShape, recordIdShape } from './record-id.ts';
import { route } from './route.ts';
import { cursorShape, idShape, plainDateShape } from './shapes.ts';

const kindShape = happenedKindShape();
/** Without a day, today. */
const query = z.strictObject({ day: z.optional(plainDateShape), cursor: z.optional(cursorShape) });
const own = { scope: 'credit-records:read', roles: ['publisher'] } as const;

export const reconcileRecords = route({
  id: 'reconcileRecords',
  method: 'GET',
  path: '/credit/reconciliation',
  surface: 'credit-records',
  access: own,
  summary: {
    zh: '对账：本机关某日报送的记录版本，按类别和变动计数，并给出摘要',
    en: 'Reconcile: the record versions the caller’s authority handed in on a day (today unless told), counted by class and by what happened, with a digest',
  },
  query,
  responses: {
    200: z
      .strictObject({
        authority: idShape,
        day: plainDateShape,
        total: z.int(),
        counts: z
          .array(z.strictObject({ class: idShape, kind: kindShape, count: z.int() }))
          .check(z.maxLength(500)),
        digest: z.string().check(z.length(64), z.regex(/^[0-9a-f]{64}$/)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'Reconciliation',
        description:
          'What was taken in from an authority on a day (China Standard Time). `digest` is the sum modulo 2^256 of the SHA-256 of every `<record id> <version>` (UTF-8, one space), so order does not matter; with `next` the day was too long for one answer, and totals, counts and digests of the parts add up.',
      }),
  },
  errors: [],
});

export const listReconciliationEntries = route({
  id: 'listReconciliationEntries',
  method: 'GET',
  path: '/credit/reconciliation/entries',
  surface: 'credit-records',
  access: own,
  summary: {
    zh: '对账明细：本机关某日报送的各记录版本，用于查找差异',
    en: 'The entries of a reconciliation, to find what differs',
  },
  query,
  responses: {
    200: z
      .strictObject({
        authority: idShape,
        day: plainDateShape,
        entries: z
          .array(
            z.strictObject({
              record: recordIdShape,
              version: z.int(),
              kind: kindShape,
              class: idShape,
              issuedBy: idShape,
              documentNumber: z.string().check(z.maxLength(100)),
              ordinal: z.int(),
            }),
          )
          .check(z.maxLength(200)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'ReconciliationPage',
        description: 'Record versions that were taken in on a day, by record id and version.',
      }),
  },
  errors: [],
});
