import * as z from 'zod/mini';
import type { End } from '../domain/credit/end.ts';
import { penaltyFields, penaltyKinds } from '../domain/credit/penalty.ts';
import { type RecordVersion, severities } from '../domain/credit/record.ts';
import { annulmentGrounds, type RecordEvent, revocationGrounds } from '../domain/credit/record-event.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';

const text = z.string();
const day = z.custom<PlainDate>((value) => typeof value === 'string');
const due = z.object({ dueOn: day, provisional: z.boolean() });
const end = z.custom<End>((value) => typeof value === 'string');
const document = z.object({ number: text, decidedOn: day });
const happened: z.ZodMiniType<RecordEvent> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('published') }),
  z.object({ kind: z.literal('corrected'), reason: text, document: z.exactOptional(document) }),
  z.object({
    kind: z.literal('annulled'),
    on: day,
    ground: z.enum(annulmentGrounds),
    reason: text,
    document,
    outOfPublicationBy: due,
  }),
  z.object({ kind: z.literal('repaired'), on: day, repair: text }),
  z.object({
    kind: z.literal('repair-revoked'),
    on: day,
    repair: text,
    ground: z.enum(revocationGrounds),
    reason: text,
  }),
  z.object({ kind: z.literal('shielded'), from: day, until: end, document }),
  z.object({ kind: z.literal('unshielded'), on: day, reason: text }),
]);
const penalty = z.object({
  kinds: z.array(z.enum(penaltyKinds)),
  fineFen: z.exactOptional(z.int()),
  simpleProcedure: z.exactOptional(z.boolean()),
  field: z.exactOptional(z.enum(penaltyFields)),
});
const stored = z.object({
  id: text,
  version: z.int(),
  class: text,
  subject: z.custom<SubjectKey>((value) => typeof value === 'string'),
  issuedBy: text,
  authorityKind: z.enum(['registration', 'court', 'credit-platform']),
  jurisdiction: text,
  documentNumber: text,
  ordinal: z.int(),
  decidedOn: day,
  basis: z.array(z.object({ law: text, article: text })),
  severity: z.exactOptional(z.enum(severities)),
  penalty: z.exactOptional(penalty),
  publicationNecessary: z.exactOptional(z.boolean()),
  publishedOn: z.exactOptional(day),
  validTo: z.exactOptional(day),
  codeCheck: z.exactOptional(z.enum(['failed', 'legacy'])),
  severityBy: z.exactOptional(z.enum(['rules', 'publisher'])),
  happened,
  recordedAt: z.custom<Instant>((value) => typeof value === 'string'),
  recordedBy: text,
});

/** A version of a record as the table has it. */
export const recordFrom = (item: unknown): RecordVersion => z.parse(stored, item);
