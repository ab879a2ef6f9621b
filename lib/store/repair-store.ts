import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { revocationGrounds } from '../domain/credit/record-event.ts';
import { type Repair, repairConditions } from '../domain/credit/repair.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import {
  storedDay,
  storedDue,
  storedInstant,
  storedProof,
  storedRaiser,
  storedSubject,
} from './dispute-store.ts';
import { keys } from './keys.ts';
import { listBeside, putNext } from './subject-items.ts';
import type { Write } from './transaction.ts';

const text = z.string();
const stored = z.object({
  id: text,
  record: text,
  number: z.int(),
  subject: storedSubject,
  askedBy: storedRaiser,
  askedOn: storedDay,
  askedAt: storedInstant,
  commitment: storedProof,
  proofs: z.array(storedProof),
  state: z.enum(['asked', 'accepted', 'granted', 'refused', 'revoked', 'moot']),
  acceptBy: storedDue,
  decideBy: storedDue,
  acceptedOn: z.exactOptional(storedDay),
  extension: z.exactOptional(
    z.object({
      reason: text,
      proposedOn: storedDay,
      proposedBy: text,
      approvedOn: z.exactOptional(storedDay),
      approvedBy: z.exactOptional(text),
    }),
  ),
  decision: z.exactOptional(
    z.object({
      outcome: z.enum(['granted', 'refused']),
      reason: text,
      unmet: z.array(z.enum(repairConditions)),
      on: storedDay,
      at: storedInstant,
      by: text,
      authority: text,
    }),
  ),
  revocation: z.exactOptional(
    z.object({ on: storedDay, ground: z.enum(revocationGrounds), reason: text, by: text }),
  ),
  barredUntil: z.exactOptional(storedDay),
  version: z.int(),
});

/** Requests for repair, beside the records of their subject. */
export function createRepairStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** All of a subject. @throws TooManyItems past the pages one request may read. */
    listOfSubject: async (subject: SubjectKey): Promise<readonly Repair[]> =>
      (await listBeside(client, table, subject, 'REPAIR#')).map((item) => z.parse(stored, item)),

    /** A new one, or the next version of one that was read. */
    put: (repair: Repair): Write<'repair-unchanged'> => ({
      condition: 'repair-unchanged',
      item: putNext(table, keys.repair(repair.subject, repair.record, repair.number), repair),
    }),
  };
}

export type RepairStore = ReturnType<typeof createRepairStore>;
