import * as z from 'zod/mini';
import { severities } from '../domain/credit/record.ts';
import { repairConditions } from '../domain/credit/repair.ts';
import { measureGroups } from '../domain/measures/measure.ts';
import { subjectKinds } from '../domain/subject/subject-key.ts';
import { MOST_SUBJECTS, questionShape, rowStatusShape } from './lookup-question.ts';
import { recordIdShape } from './record-id.ts';
import { route } from './route.ts';
import {
  articleShape,
  bilingualShape,
  confidenceShape,
  idShape,
  instantShape,
  otherCodesShape,
  plainDateShape,
  shortTextShape,
  shownSubjectShape,
} from './shapes.ts';

const jurisdictionShape = z.string().check(z.maxLength(8));
const verdictShape = z.enum(['clear', 'hit', 'unknown']);
const reasonShape = z.enum([
  'read-failed',
  'too-many-codes',
  'coverage-unread',
  'source-stale',
  'source-never-started',
]);

/** How far one source is complete, as far as an answer rests on it. */
export const sourceCoverageShape = () =>
  z.strictObject({
    source: idShape,
    state: z.enum(['fresh', 'stale', 'never-started', 'unread']),
    completeUpTo: z.exactOptional(instantShape),
  });

const coverageShape = z
  .strictObject({
    subjects: z.enum(subjectKinds),
    completeUpTo: z.exactOptional(instantShape),
    sources: z.array(sourceCoverageShape()).check(z.maxLength(200)),
  })
  .register(z.globalRegistry, {
    id: 'Coverage',
    description:
      'The sources that count for subjects of a kind, and up to when all of them are complete: a `clear` holds as of then.',
  });

const rowShape = z
  .strictObject({
    id: idShape,
    group: z.enum(measureGroups),
    name: bilingualShape,
    list: shortTextShape,
    edition: shortTextShape,
    confidence: confidenceShape,
    articles: z.array(articleShape).check(z.maxLength(20)),
    executedBy: bilingualShape,
    release: bilingualShape,
  })
  .register(z.globalRegistry, {
    id: 'MeasureRow',
    description:
      'A row of a published list: A and B are disciplinary, C is information only, `incentive` rewards.',
  });

/** Somebody says the record is wrong, and is not answered yet (异议标注). */
const disputedShape = z.exactOptional(z.literal(true));

const appliedShape = z
  .strictObject({
    row: idShape,
    until: z.exactOptional(plainDateShape),
    records: z
      .array(
        z.strictObject({
          record: recordIdShape,
          jurisdiction: jurisdictionShape,
          until: z.exactOptional(plainDateShape),
          disputed: disputedShape,
        }),
      )
      .check(z.maxLength(3)),
    more: z.boolean(),
  })
  .register(z.globalRegistry, {
    id: 'AppliedMeasure',
    description:
      'A row that applies, and up to three live records it rests on; `more` tells of further ones. Without `until` it ends by a decision.',
  });

const outlookShape = z
  .strictObject({ kind: z.enum(['from', 'not-before', 'never']), on: z.exactOptional(plainDateShape) })
  .register(z.globalRegistry, {
    id: 'RepairOutlook',
    description:
      'From which day a record can be repaired by the authority that issued it, where the `repairConditions` of the answer are met. `not-before`: what the document imposes may make it later or never; `POST /credit/lookups/details` tells the day.',
  });

const listingShape = z
  .strictObject({
    list: idShape,
    record: recordIdShape,
    jurisdiction: jurisdictionShape,
    since: z.exactOptional(plainDateShape),
    issuedBy: z.exactOptional(idShape),
    until: z.exactOptional(plainDateShape),
    disputed: disputedShape,
  })
  .register(z.globalRegistry, {
    id: 'Listing',
    description:
      'A named list (名单、名录) the subject is on, since when and by whom. `since` or `issuedBy` are missing where so many listings stand that they have to be asked for by the details. Without `until` it ends by a decision.',
  });

const disclosedShape = z
  .strictObject({
    entries: z
      .array(
        z.strictObject({
          record: recordIdShape,
          class: idShape,
          /** Of another edition of the catalogue than this one. */
          classUnknown: z.exactOptional(z.literal(true)),
          severity: z.exactOptional(z.enum(severities)),
          jurisdiction: jurisdictionShape,
          issuedBy: idShape,
          decidedOn: plainDateShape,
          until: z.exactOptional(plainDateShape),
          disputed: disputedShape,
          repair: z.exactOptional(outlookShape),
        }),
      )
      .check(z.maxLength(10)),
    more: z.boolean(),
  })
  .register(z.globalRegistry, {
    id: 'DisclosedRecords',
    description:
      'Up to ten records in their disclosure period, of whatever class; they change no verdict. With `classUnknown` the class is of another edition of the catalogue than this one, and no rule tells of its repair.',
  });

const applies = z.array(appliedShape).check(z.maxLength(100));

const resultShape = z
  .strictObject({
    index: z.int(),
    /** The row that named the same subject first. */
    duplicateOf: z.exactOptional(z.int()),
    subject: shownSubjectShape,
    verdict: verdictShape,
    history: z.enum(['listed', 'formerly-listed', 'never-listed', 'unknown']),
    reasons: z.array(reasonShape).check(z.maxLength(5)),
    measures: applies,
    information: applies,
    incentives: applies,
    listings: z.array(listingShape).check(z.maxLength(24)),
    moreListings: z.exactOptional(z.literal(true)),
    disclosed: z.exactOptional(disclosedShape),
    moreDisputed: z.exactOptional(z.literal(true)),
    otherCodes: z.exactOptional(otherCodesShape),
  })
  .register(z.globalRegistry, {
    id: 'LookupResult',
    description:
      '`hit`: a disciplinary row applies for the purpose. `unknown`: something could not be read or a source is not complete, see `reasons`; by `too-many-codes` the subject took the place of more codes, one after the other, than are read for one, and has to be asked for by each. `disclosed` is missing where the standing could not be read. Records that are disputed and not answered yet bear `disputed`; `moreDisputed` tells that the subject disputes more records than are named. `history` is of the lists that speak against their subjects: formerly listed is not never listed, and unless it was read whole from complete lists it is `unknown`; what was repaired or annulled is told of to few purposes alone, for the others it is as though it had not been. `otherCodes` (换码、转型): codes the organisation had (`former`) or has now (`current`), whose records count here as its own; and those of whom it was converted from or to, whose records are asked for by their own code.',
  });

export const answerShape = z
  .strictObject({
    lookup: z.string().check(z.maxLength(36)),
    at: instantShape,
    asOf: plainDateShape,
    knownAt: instantShape,
    purpose: idShape,
    basis: idShape,
    asked: z.array(rowStatusShape).check(z.maxLength(MOST_SUBJECTS)),
    coverage: z.array(coverageShape).check(z.maxLength(2)),
    repairConditions: z.array(z.enum(repairConditions)).check(z.maxLength(repairConditions.length)),
    /** Less of each subject is told than is known, as the answer would be longer than 4 MB. */
    abridged: z.exactOptional(z.literal(true)),
    rows: z.array(rowShape).check(z.maxLength(200)),
    results: z.array(resultShape).check(z.maxLength(MOST_SUBJECTS)),
  })
  .register(z.globalRegistry, {
    id: 'LookupAnswer',
    description:
      '`asked` tells of every row what became of it; `results` has one result for each row that could be asked for, in their order. `lookup` is the id under which the look-up was logged. An answer is never longer than 4 MB: where it is `abridged`, lists of records are shorter and say `more`, and every verdict stands; ask for fewer, or for the details.',
  });

export const lookUp = route({
  id: 'lookUp',
  method: 'POST',
  path: '/credit/lookups',
  surface: 'credit-lookup',
  access: { scope: 'credit:lookup', roles: ['regulator'] },
  summary: {
    zh: '查询 1 至 1 000 个主体的信用状况，注明目的和依据并留痕',
    en: 'Look up the standing of 1 to 1 000 subjects for a purpose and on a basis; always logged',
  },
  body: questionShape,
  responses: { 200: answerShape },
  errors: ['unknown-purpose', 'lookup-not-logged', 'quota-exceeded'],
  examples: {
    body: {
      purpose: 'registration',
      basis: 'registration-review',
      subjects: [
        { kind: 'person', document: { kind: 'citizen-id', number: '50023119900307000X' } },
        { kind: 'organisation', code: '91500231MA5U000A5X' },
      ],
    },
  },
});
