import * as z from 'zod/mini';
import { revocationGrounds } from '../domain/credit/record-event.ts';
import { repairConditions } from '../domain/credit/repair.ts';
import { recordIdShape } from './record-id.ts';
import {
  annulmentShape,
  correctionShape,
  proofShape,
  reasonShape,
  recordFileShape,
  stepDocumentShape,
} from './record-shapes.ts';
import { type Route, route } from './route.ts';
import { plainDateShape } from './shapes.ts';

const params = z.strictObject({ id: recordIdShape });
const steps = {
  method: 'POST',
  surface: 'credit-records',
  params,
  idempotent: true,
  responses: { 200: recordFileShape },
} as const;
const stepErrors = [
  'not-found',
  'concerns-officer',
  'record-step-not-allowed',
  'unknown-record-class',
  'version-conflict',
  'idempotency-conflict',
  'too-busy',
] as const satisfies Route['errors'];
const publishers = { scope: 'credit-records:write', roles: ['publisher'] } as const;
/** The head of the authority approves that the time to decide is extended. */
const repairers = {
  scope: 'credit-records:object',
  roles: ['subject', 'applicant', 'publisher', 'head'],
} as const;
const parties = { scope: 'credit-records:object', roles: ['subject', 'applicant', 'publisher'] } as const;

const document = { number: '示例市监复〔2026〕3号', decidedOn: '2026-11-20' };
const proof = { title: '缴款凭证', sha256: 'a'.repeat(64) };

export const getRecord = route({
  id: 'getRecord',
  method: 'GET',
  path: '/credit/records/{id}',
  surface: 'credit-records',
  access: { scope: 'credit-records:read', roles: ['subject', 'applicant', 'publisher', 'head'] },
  summary: {
    zh: '查看一条信用记录及其历史：限信用主体本人、认定机关及其平台',
    en: 'A record and its history: for its subject, the authority that determined it and its platform',
  },
  params,
  responses: { 200: recordFileShape },
  errors: ['not-found'],
});

export const annulRecord = route({
  ...steps,
  id: 'annulRecord',
  path: '/credit/records/{id}/annulment',
  access: publishers,
  summary: {
    zh: '撤销信用记录：即时停止公示和使用，其他载体三个工作日内撤回',
    en: 'Annul a record: out of publication and use at once, its copies within three working days',
  },
  body: z.strictObject(annulmentShape).register(z.globalRegistry, {
    id: 'AnnulmentToHandIn',
    description: 'The document by which the authority’s decision was changed, revoked or found unlawful.',
    example: { ground: 'revoked', reason: '行政复议撤销原决定', document },
  }),
  errors: stepErrors,
});

export const correctRecord = route({
  ...steps,
  id: 'correctRecord',
  path: '/credit/records/{id}/correction',
  access: publishers,
  summary: {
    zh: '更正信用记录内容：类别和身份要素不变，保留历次内容和时间',
    en: 'Correct a record’s content: class and identity stay, and so does what was known before',
  },
  body: z.strictObject(correctionShape).register(z.globalRegistry, {
    id: 'CorrectionToHandIn',
    description: 'What is right instead, and in `without` what should not have been told at all.',
    example: { reason: '文书日期录入有误', content: { decidedOn: '2026-05-12' } },
  }),
  errors: [...stepErrors, 'record-out-of-catalogue'],
});

const disputeActionShape = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('raise'),
      reason: reasonShape,
      proofs: z._default(z.array(proofShape).check(z.maxLength(20)), []),
    }),
    z.strictObject({ action: z.literal('reject'), reason: reasonShape }),
    z.strictObject({
      action: z.literal('uphold'),
      reason: reasonShape,
      remedy: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('annulment'), ...annulmentShape }),
        z.strictObject({ kind: z.literal('correction'), ...correctionShape }),
      ]),
    }),
  ])
  .register(z.globalRegistry, {
    id: 'DisputeAction',
    description:
      'The subject, or an authority on its behalf, raises a dispute; the authority that determined the record rejects it with reasons, or upholds it with what comes of it.',
    example: { action: 'raise', reason: '罚款已缴清，文书日期有误', proofs: [proof] },
  });

export const disputeRecord = route({
  ...steps,
  id: 'disputeRecord',
  path: '/credit/records/{id}/dispute',
  access: parties,
  summary: {
    zh: '对信用记录提出异议（即时标注），或由认定机关答复',
    en: 'Dispute a record, which marks it at once, or answer a dispute',
  },
  body: disputeActionShape,
  errors: [...stepErrors, 'record-out-of-catalogue'],
});

const conditions = z
  .array(z.enum(repairConditions))
  .check(z.minLength(1), z.maxLength(repairConditions.length));

const repairActionShape = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('ask'),
      commitment: proofShape,
      proofs: z.array(proofShape).check(z.minLength(1), z.maxLength(20)),
    }),
    z.strictObject({ action: z.literal('accept') }),
    z.strictObject({ action: z.literal('grant'), reason: reasonShape, met: conditions }),
    z.strictObject({
      action: z.literal('refuse'),
      reason: reasonShape,
      unmet: z._default(z.array(z.enum(repairConditions)).check(z.maxLength(repairConditions.length)), []),
    }),
    z.strictObject({
      action: z.literal('revoke'),
      ground: z.enum(revocationGrounds),
      reason: reasonShape,
    }),
    z.strictObject({ action: z.literal('propose-extension'), reason: reasonShape }),
    z.strictObject({ action: z.literal('approve-extension') }),
    z.strictObject({ action: z.literal('decline-extension') }),
  ])
  .register(z.globalRegistry, {
    id: 'RepairAction',
    description:
      'The subject, or an authority that takes it in, asks with a commitment and proofs; an officer of the authority that determined the record, never the one who asked, accepts, grants, refuses with reasons, or takes a repair back. The time to decide about what was accepted is extended once: an officer proposes, the head of the authority approves or declines while it runs.',
    example: {
      action: 'ask',
      commitment: { title: '信用承诺书', sha256: 'b'.repeat(64) },
      proofs: [proof],
    },
  });

export const repairRecord = route({
  ...steps,
  id: 'repairRecord',
  path: '/credit/records/{id}/repair',
  access: repairers,
  summary: {
    zh: '申请信用修复，或由认定机关受理、延长期限、决定、撤销修复',
    en: 'Ask for a record to be repaired, extend the time to decide, or decide about it',
  },
  body: repairActionShape,
  errors: [...stepErrors, 'repair-not-allowed', 'extension-not-allowed'],
});

const shieldActionShape = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('shield'),
      from: plainDateShape,
      until: z.exactOptional(plainDateShape),
      document: stepDocumentShape,
    }),
    z.strictObject({ action: z.literal('lift'), reason: reasonShape }),
  ])
  .register(z.globalRegistry, {
    id: 'ShieldAction',
    description:
      'Shields a record of an enterprise in reorganisation by the ruling of the court; `until` does not itself count, and without it the shield stands until it is lifted.',
    example: {
      action: 'shield',
      from: '2026-11-20',
      until: '2027-05-20',
      document: { number: '（2026）示例05破1号', decidedOn: '2026-11-18' },
    },
  });

export const shieldRecord = route({
  ...steps,
  id: 'shieldRecord',
  path: '/credit/records/{id}/shield',
  access: publishers,
  summary: {
    zh: '破产重整期间临时屏蔽信用记录，或解除屏蔽',
    en: 'Shield a record while its enterprise is reorganised in bankruptcy, or lift the shield',
  },
  body: shieldActionShape,
  errors: stepErrors,
});
