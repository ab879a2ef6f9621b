import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Dispute } from '../domain/credit/dispute.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { keys } from './keys.ts';
import { listBeside, putNext } from './subject-items.ts';
import type { Write } from './transaction.ts';

const text = z.string();
export const storedDay = z.custom<PlainDate>((value) => typeof value === 'string');
export const storedInstant = z.custom<Instant>((value) => typeof value === 'string');
export const storedSubject = z.custom<SubjectKey>((value) => typeof value === 'string');
export const storedProof = z.object({ title: text, sha256: text });
export const storedRaiser = z.object({ caller: text, authority: z.exactOptional(text) });
export const storedDue = z.object({ dueOn: storedDay, provisional: z.boolean() });

const stored = z.object({
  record: text,
  number: z.int(),
  subject: storedSubject,
  jurisdiction: text,
  raisedBy: storedRaiser,
  raisedOn: storedDay,
  raisedAt: storedInstant,
  reason: text,
  proofs: z.array(storedProof),
  answerBy: storedDue,
  answer: z.exactOptional(
    z.object({
      outcome: z.enum(['upheld', 'rejected']),
      reason: text,
      on: storedDay,
      at: storedInstant,
      by: text,
      authority: text,
      version: z.exactOptional(z.int()),
    }),
  ),
  version: z.int(),
});

/** Out of an item of the table's stream, where it is one. */
export const disputeOfImage = (image: Readonly<Record<string, unknown>>): Dispute | undefined =>
  String(image.pk).startsWith('SUBJECT#') && String(image.sk).startsWith('DISPUTE#')
    ? z.parse(stored, image)
    : undefined;

/** Disputes, beside the records of their subject. */
export function createDisputeStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** All of a subject, answered ones too. @throws TooManyItems past the pages one request may read. */
    listOfSubject: async (subject: SubjectKey): Promise<readonly Dispute[]> =>
      (await listBeside(client, table, subject, 'DISPUTE#')).map((item) => z.parse(stored, item)),

    /** Those of the records whose ids are from the first to the last. @throws TooManyItems as above. */
    listBetween: async (subject: SubjectKey, first: string, last: string): Promise<readonly Dispute[]> =>
      (await listBeside(client, table, subject, 'DISPUTE#', { first, last })).map((item) =>
        z.parse(stored, item),
      ),

    /** A new one, or the next version of one that was read. */
    put: (dispute: Dispute): Write<'dispute-unchanged'> => ({
      condition: 'dispute-unchanged',
      item: putNext(table, keys.dispute(dispute.subject, dispute.record, dispute.number), dispute),
    }),
  };
}

export type DisputeStore = ReturnType<typeof createDisputeStore>;
