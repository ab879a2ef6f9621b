import * as z from 'zod/mini';
import { penaltyFields, penaltyKinds } from '../domain/credit/penalty.ts';
import { severities } from '../domain/credit/record.ts';
import { annulmentGrounds, revocationGrounds } from '../domain/credit/record-event.ts';
import { normaliseDocumentNumber } from '../domain/credit/record-identity.ts';
import { repairConditions } from '../domain/credit/repair.ts';
import { happenedKindShape, recordIdShape } from './record-id.ts';
import { idShape, instantShape, keptSubjectShape, plainDateShape, shortTextShape } from './shapes.ts';

const CITIZEN_NUMBER = /\d{17}[\dX]/i;

/** What a spreadsheet takes for a formula, also in the width of Chinese type. */
const FORMULA = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/u;
/** A record goes on into other people's spreadsheets: none of its free texts may be a formula there. */
const noFormula = z.refine<string>((text) => !FORMULA.test(text), 'formula');

export const documentNumberShape = z.string().check(
  noFormula,
  z.minLength(1),
  z.maxLength(100),
  z.refine((text) => normaliseDocumentNumber(text) !== '', 'invalid-format'),
  z.refine((text) => !CITIZEN_NUMBER.test(normaliseDocumentNumber(text)), 'personal-number'),
);

/** Free text that is kept as given: nobody's citizen number may stand in it. */
export const reasonShape = z.string().check(
  z.minLength(1),
  z.maxLength(1000),
  z.refine((text) => !CITIZEN_NUMBER.test(text.normalize('NFKC')), 'personal-number'),
);

export const severityShape = z.enum(severities);
export const basisShape = z.strictObject({ law: shortTextShape, article: shortTextShape });
const statedTextShape = z.string().check(z.minLength(1), z.maxLength(400), noFormula);
/** As it may be told of a record that is made now. */
export const statedBasisShape = z.strictObject({ law: statedTextShape, article: statedTextShape });

export const penaltyShape = z
  .strictObject({
    kinds: z.array(z.enum(penaltyKinds)).check(z.minLength(1), z.maxLength(penaltyKinds.length)),
    fineFen: z.exactOptional(z.int().check(z.minimum(1), z.maximum(Number.MAX_SAFE_INTEGER))),
    simpleProcedure: z.exactOptional(z.boolean()),
    field: z.exactOptional(z.enum(penaltyFields)),
  })
  .register(z.globalRegistry, {
    id: 'Penalty',
    description:
      'What the document imposes, from which the severity follows by the rules of its day (轻微、一般、严重); money in fen.',
    example: { kinds: ['fine', 'confiscation'], fineFen: 500_000 },
  });

export const periodShape = z.strictObject({ from: plainDateShape, until: z.exactOptional(plainDateShape) });

export const stepDocumentShape = z
  .strictObject({ number: documentNumberShape, decidedOn: plainDateShape })
  .register(z.globalRegistry, { id: 'StepDocument', description: 'A document that a step rests on.' });

export const proofShape = z
  .strictObject({ title: shortTextShape, sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)) })
  .register(z.globalRegistry, {
    id: 'Proof',
    description: 'A document by its title and the SHA-256 of its bytes.',
    example: { title: '缴款凭证', sha256: 'a'.repeat(64) },
  });

const dueShape = z
  .strictObject({ dueOn: plainDateShape, provisional: z.boolean(), overdue: z.boolean() })
  .register(z.globalRegistry, {
    id: 'DueDay',
    description:
      'The last of some working days. `provisional`: the holidays of a year it runs over are not published yet.',
  });

export const annulmentShape = {
  ground: z.enum(annulmentGrounds),
  reason: reasonShape,
  document: stepDocumentShape,
};

export const correctionShape = {
  reason: reasonShape,
  document: z.exactOptional(stepDocumentShape),
  content: z.strictObject({
    decidedOn: z.exactOptional(plainDateShape),
    basis: z.exactOptional(z.array(basisShape).check(z.minLength(1), z.maxLength(10))),
    severity: z.exactOptional(severityShape),
    penalty: z.exactOptional(penaltyShape),
    publicationNecessary: z.exactOptional(z.boolean()),
    publishedOn: z.exactOptional(plainDateShape),
    validTo: z.exactOptional(plainDateShape),
  }),
  without: z.exactOptional(
    z.array(z.enum(['severity', 'penalty', 'publishedOn', 'validTo'])).check(z.minLength(1), z.maxLength(4)),
  ),
};

const conditionsShape = z.array(z.enum(repairConditions)).check(z.maxLength(repairConditions.length));

const disputeShape = z
  .strictObject({
    number: z.int(),
    state: z.enum(['open', 'upheld', 'rejected']),
    jurisdiction: z.string().check(z.maxLength(8)),
    raisedOn: plainDateShape,
    /** Left out where the subject itself raised it. */
    onBehalfBy: z.exactOptional(idShape),
    reason: z.string().check(z.maxLength(1000)),
    proofs: z.array(proofShape).check(z.maxLength(20)),
    answerBy: dueShape,
    answer: z.exactOptional(
      z.strictObject({
        authority: idShape,
        on: plainDateShape,
        reason: z.string().check(z.maxLength(1000)),
        version: z.exactOptional(z.int()),
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'Dispute',
    description:
      'An objection to a record (异议). Until it is answered the record is marked wherever it is told; `answerBy` is the limit of the record’s side.',
  });

const repairShape = z
  .strictObject({
    number: z.int(),
    state: z.enum(['asked', 'accepted', 'granted', 'refused', 'revoked', 'moot']),
    askedOn: plainDateShape,
    onBehalfBy: z.exactOptional(idShape),
    commitment: proofShape,
    proofs: z.array(proofShape).check(z.maxLength(20)),
    acceptBy: dueShape,
    decideBy: dueShape,
    extension: z.exactOptional(
      z.strictObject({
        reason: z.string().check(z.maxLength(1000)),
        proposedOn: plainDateShape,
        approvedOn: z.exactOptional(plainDateShape),
      }),
    ),
    decision: z.exactOptional(
      z.strictObject({
        authority: idShape,
        on: plainDateShape,
        reason: z.string().check(z.maxLength(1000)),
        unmet: conditionsShape,
      }),
    ),
    revocation: z.exactOptional(
      z.strictObject({
        on: plainDateShape,
        ground: z.enum(revocationGrounds),
        reason: z.string().check(z.maxLength(1000)),
      }),
    ),
    barredUntil: z.exactOptional(plainDateShape),
  })
  .register(z.globalRegistry, {
    id: 'Repair',
    description:
      'A request for repair (信用修复) and what became of it, with its limits in working days. `decideBy` counts from the acceptance once there is one; an `extension` without `approvedOn` waits for the head of the authority and has changed nothing yet.',
  });

export const repairableShape = z
  .strictObject({
    kind: z.enum(['from', 'never', 'needless']),
    from: z.exactOptional(plainDateShape),
    conditions: conditionsShape,
  })
  .register(z.globalRegistry, {
    id: 'Repairable',
    description:
      'Whether the record can be repaired, from which day, and what has to be true then. `needless`: there is nothing to repair, since it does not speak against its subject, or is over, annulled or repaired.',
  });

export const recordVersionShape = z
  .strictObject({
    version: z.int(),
    kind: happenedKindShape(),
    recordedAt: instantShape,
    recordedBy: idShape,
    on: z.exactOptional(plainDateShape),
    until: z.exactOptional(plainDateShape),
    ground: z.exactOptional(z.enum([...annulmentGrounds, ...revocationGrounds])),
    reason: z.exactOptional(z.string().check(z.maxLength(1000))),
    document: z.exactOptional(stepDocumentShape),
    decidedOn: plainDateShape,
    basis: z.array(basisShape).check(z.maxLength(10)),
    severity: z.exactOptional(severityShape),
    penalty: z.exactOptional(penaltyShape),
    publicationNecessary: z.exactOptional(z.boolean()),
    publishedOn: z.exactOptional(plainDateShape),
    validTo: z.exactOptional(plainDateShape),
  })
  .register(z.globalRegistry, {
    id: 'RecordVersion',
    description:
      'What happened to a record, and its content since. `on` is the day of effect, `recordedAt` when it was learned; `until` of a shield does not itself count.',
  });

export const recordStageShape = z.enum(['in-force', 'shielded', 'ended', 'repaired', 'annulled']);

/** The class is of another edition of the catalogue: no rule of this one tells its periods, or whether it can be repaired. */
export const classUnknownShape = z.exactOptional(z.literal(true));

/** How a record stands, alike where it is read singly and in an export. */
export const standingRecordFields = {
  id: recordIdShape,
  version: z.int(),
  state: recordStageShape,
  class: idShape,
  classUnknown: classUnknownShape,
  subject: keptSubjectShape(),
  issuedBy: idShape,
  jurisdiction: z.string().check(z.maxLength(8)),
  documentNumber: z.string().check(z.maxLength(100)),
  ordinal: z.int(),
  severityBy: z.exactOptional(z.enum(['rules', 'publisher'])),
  disclosure: z.exactOptional(periodShape),
  effect: z.exactOptional(periodShape),
  shieldedUntil: z.exactOptional(plainDateShape),
};

/** A record as it stands, to whoever has to do with it. */
export const recordFileShape = z
  .strictObject({
    ...standingRecordFields,
    outOfPublicationBy: z.exactOptional(dueShape),
    disputed: z.boolean(),
    repairable: z.exactOptional(repairableShape),
    disputes: z.array(disputeShape).check(z.maxLength(60)),
    repairs: z.array(repairShape).check(z.maxLength(60)),
    versions: z.array(recordVersionShape).check(z.maxLength(200)),
  })
  .register(z.globalRegistry, {
    id: 'RecordFile',
    description:
      'A record with its history: `state` as of today, the periods as far as no decision ended them, disputes and requests for repair with their limits, and every version. `outOfPublicationBy` of an annulled record is the last day for its copies to leave publication. With `classUnknown` the class is of another edition of the catalogue than this one: what the record says is told, and neither periods nor `repairable` are.',
  });
