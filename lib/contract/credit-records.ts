import * as z from 'zod/mini';
import { recordIdShape } from './record-id.ts';
import {
  basisShape,
  documentNumberShape,
  penaltyShape,
  periodShape,
  severityShape,
  statedBasisShape,
} from './record-shapes.ts';
import { route } from './route.ts';
import { idShape, instantShape, plainDateShape, shownSubjectShape, subjectShape } from './shapes.ts';

export const recordToPublishShape = z
  .strictObject({
    class: idShape,
    subject: subjectShape,
    issuedBy: idShape,
    documentNumber: documentNumberShape,
    ordinal: z._default(z.int().check(z.minimum(1), z.maximum(9999)), 1),
    decidedOn: plainDateShape,
    basis: z.array(statedBasisShape).check(z.minLength(1), z.maxLength(10)),
    severity: z.exactOptional(severityShape),
    penalty: z.exactOptional(penaltyShape),
    publicationNecessary: z.exactOptional(z.boolean()),
    publishedOn: z.exactOptional(plainDateShape),
    validTo: z.exactOptional(plainDateShape),
  })
  .register(z.globalRegistry, {
    id: 'RecordToPublish',
    description:
      'A credit record as its authority publishes it. `class`, `issuedBy`, `documentNumber` (brackets and spaces folded), the subject and `ordinal` are its identity; `severity` is told for the classes that know one; where `penalty` tells what the document imposes it follows from that, and another is refused. `validTo` is the end the document names and does not itself count.',
  });

export const publishedRecordShape = z
  .strictObject({
    id: recordIdShape,
    version: z.int(),
    outcome: z.enum(['published', 'already-held']),
    class: idShape,
    subject: shownSubjectShape,
    issuedBy: idShape,
    jurisdiction: z.string().check(z.maxLength(8)),
    documentNumber: z.string().check(z.maxLength(100)),
    ordinal: z.int(),
    decidedOn: plainDateShape,
    basis: z.array(basisShape).check(z.maxLength(10)),
    severity: z.exactOptional(severityShape),
    penalty: z.exactOptional(penaltyShape),
    publicationNecessary: z.exactOptional(z.boolean()),
    publishedOn: z.exactOptional(plainDateShape),
    validTo: z.exactOptional(plainDateShape),
    severityBy: z.exactOptional(z.enum(['rules', 'publisher'])),
    disclosure: z.exactOptional(periodShape),
    effect: z.exactOptional(periodShape),
    recordedAt: instantShape,
    recordedBy: idShape,
  })
  .register(z.globalRegistry, {
    id: 'PublishedRecord',
    description:
      'A record as it is held. `disclosure` is missing where it is not published, `effect` where no measure may rest on it; a period without `until` ends by a decision, and `until` does not itself count. `severityBy`: whether the severity follows from the document by the rules or was taken from the publisher.',
  });

const recordExample = {
  class: 'dishonest-debtor',
  subject: { kind: 'person', document: { kind: 'citizen-id', number: '50023119900307000X' } },
  issuedBy: 'court-500231',
  documentNumber: '（2026）示例0231执123号',
  decidedOn: '2026-05-11',
  basis: [{ law: '最高人民法院关于公布失信被执行人名单信息的若干规定', article: '第一条' }],
};

export const publishRecord = route({
  id: 'publishRecord',
  method: 'POST',
  path: '/credit/records',
  surface: 'credit-records',
  access: { scope: 'credit-records:write', roles: ['publisher'] },
  summary: {
    zh: '公布一条信用记录；同一记录再次公布时答复已有',
    en: 'Publish a credit record; the same record again is answered as already held',
  },
  body: recordToPublishShape,
  idempotent: true,
  responses: { 200: publishedRecordShape, 201: publishedRecordShape },
  errors: [
    'unknown-record-class',
    'unknown-authority',
    'record-out-of-catalogue',
    'record-conflict',
    'listing-case-required',
    'idempotency-conflict',
    'too-busy',
  ],
  examples: { body: recordExample },
});

const heartbeatShape = z.strictObject({ completeUpTo: instantShape }).register(z.globalRegistry, {
  id: 'HeartbeatToSend',
  description: 'Everything the source decided before this instant has been published.',
  example: { completeUpTo: '2026-11-23T01:00:00.000Z' },
});

const sourceStateShape = z
  .strictObject({
    source: idShape,
    completeUpTo: instantShape,
    outcome: z.enum(['advanced', 'unchanged']),
  })
  .register(z.globalRegistry, { id: 'SourceState', description: 'Up to when a source is complete.' });

export const heartbeatSource = route({
  id: 'heartbeatSource',
  method: 'POST',
  path: '/credit/sources/{source}/heartbeat',
  surface: 'credit-records',
  access: { scope: 'credit-sources:write', roles: ['publisher'] },
  summary: {
    zh: '声明信息来源完整至某时刻；只能前进',
    en: 'Say up to when a source is complete; it only moves forward',
  },
  params: z.strictObject({ source: idShape }),
  body: heartbeatShape,
  idempotent: true,
  responses: { 200: sourceStateShape },
  errors: ['unknown-source', 'heartbeat-behind', 'idempotency-conflict', 'too-busy'],
});
