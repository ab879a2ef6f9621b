import * as z from 'zod/mini';
import { listingActKinds, listingStates } from '../domain/credit/listing-case.ts';
import { recordIdShape } from './record-id.ts';
import {
  basisShape,
  periodShape,
  proofShape,
  reasonShape,
  statedBasisShape,
  stepDocumentShape,
} from './record-shapes.ts';
import {
  bilingualShape,
  idShape,
  instantShape,
  keptSubjectShape,
  plainDateShape,
  subjectShape,
} from './shapes.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Ids of listing cases say nothing. */
export const listingIdShape = z.string().check(z.length(36), z.regex(UUID));

export const listingStateShape = z.enum(listingStates as [string, ...string[]] & typeof listingStates);

/** Kept as given, as `reasonShape` is, and told back. */
const kept = z.string().check(z.maxLength(1000));

const stepShape = z
  .strictObject({
    number: z.int(),
    kind: z.enum(listingActKinds as [string, ...string[]] & typeof listingActKinds),
    on: plainDateShape,
    at: instantShape,
    /** Opaque; the same for all that one officer does. */
    by: z.string().check(z.maxLength(64)),
    authority: z.exactOptional(idShape),
    reason: z.exactOptional(kept),
    outcome: z.exactOptional(z.enum(['accepted', 'rejected'])),
    proofs: z.exactOptional(z.array(proofShape).check(z.maxLength(20))),
    document: z.exactOptional(stepDocumentShape),
    documentNumber: z.exactOptional(z.string().check(z.maxLength(100))),
  })
  .register(z.globalRegistry, {
    id: 'ListingStep',
    description:
      'A step of a listing case, dated and by a named officer; without `authority` the subject itself spoke.',
  });

export const listingCaseShape = z
  .strictObject({
    id: listingIdShape,
    version: z.int(),
    state: listingStateShape,
    list: idShape,
    subject: keptSubjectShape(),
    authority: idShape,
    jurisdiction: z.string().check(z.maxLength(8)),
    origin: z.enum(['officer', 'automation']),
    filing: z.exactOptional(z.string().check(z.maxLength(64))),
    grounds: kept,
    basis: z.array(basisShape).check(z.maxLength(10)),
    rights: z.array(bilingualShape).check(z.maxLength(10)),
    objection: z.exactOptional(
      z.strictObject({ until: plainDateShape, provisional: z.boolean(), open: z.boolean() }),
    ),
    consent: z.strictObject({ needed: z.boolean(), of: z.exactOptional(idShape) }),
    record: z.exactOptional(recordIdShape),
    listed: z.exactOptional(periodShape),
    removal: z.exactOptional(
      z.strictObject({
        how: z.enum(['expired', 'decision', 'annulled', 'repaired']),
        on: plainDateShape,
      }),
    ),
    removableFrom: z.exactOptional(plainDateShape),
    repairNotice: z.exactOptional(bilingualShape),
    next: z
      .array(z.enum(listingActKinds as [string, ...string[]] & typeof listingActKinds))
      .check(z.maxLength(10)),
    steps: z.array(stepShape).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ListingCase',
    description:
      'A listing case as of today: its state, the period for an objection (`until` still counts), whether a decision needs the consent of the next higher authority and which that is, the record it came to and the days it stands, how it ended, and the steps that can be taken next by whoever may. `repairNotice` is delivered with the decision (两书同达).',
  });

export const proposedListingShape = z
  .strictObject({
    list: idShape,
    subject: subjectShape,
    grounds: reasonShape,
    basis: z.array(statedBasisShape).check(z.minLength(1), z.maxLength(10)),
    origin: z._default(z.enum(['officer', 'automation']), 'officer'),
  })
  .register(z.globalRegistry, {
    id: 'ListingToPropose',
    description:
      'Whom to list, on which list, on what grounds and basis, by the caller’s own authority. What `automation` proposes an officer has to take further.',
    example: {
      list: 'serious-list',
      subject: { kind: 'organisation', code: '91500231MA5U000A5X' },
      grounds: '提交虚假材料取得登记，情节严重，已受较重行政处罚',
      basis: [{ law: '市场监督管理严重违法失信名单管理办法', article: '列入情形' }],
    },
  });
