import * as z from 'zod/mini';
import { annulmentGrounds } from '../domain/credit/record-event.ts';
import { repairConditions } from '../domain/credit/repair.ts';
import {
  listingCaseShape,
  listingIdShape,
  listingStateShape,
  proposedListingShape,
} from './listing-shapes.ts';
import { documentNumberShape, proofShape, reasonShape, stepDocumentShape } from './record-shapes.ts';
import { type Route, route } from './route.ts';
import { cursorShape } from './shapes.ts';

const officers = { scope: 'credit-records:write', roles: ['publisher'] } as const;
const parties = { scope: 'credit-records:read', roles: ['subject', 'applicant', 'publisher'] } as const;
const speakers = { scope: 'credit-records:object', roles: ['subject', 'applicant', 'publisher'] } as const;

const params = z.strictObject({ id: listingIdShape });
const steps = {
  method: 'POST',
  surface: 'listing-cases',
  access: officers,
  params,
  idempotent: true,
  responses: { 200: listingCaseShape },
} as const;
const stepErrors = [
  'not-found',
  'concerns-officer',
  'listing-step-not-allowed',
  'version-conflict',
  'idempotency-conflict',
  'too-busy',
] as const satisfies Route['errors'];

const document = { number: '垫市监严列〔2026〕示例1号', decidedOn: '2026-11-23' };

export const proposeListing = route({
  id: 'proposeListing',
  method: 'POST',
  path: '/credit/listing-cases',
  surface: 'listing-cases',
  access: officers,
  summary: {
    zh: '提出列入案：由本机关提出，尚不告知他人',
    en: 'Propose that a subject be listed by the caller’s authority; nobody else knows of it yet',
  },
  body: proposedListingShape,
  idempotent: true,
  responses: { 201: listingCaseShape },
  errors: ['concerns-officer', 'unknown-list', 'record-out-of-catalogue', 'idempotency-conflict', 'too-busy'],
});

export const listListingCases = route({
  id: 'listListingCases',
  method: 'GET',
  path: '/credit/listing-cases',
  surface: 'listing-cases',
  access: parties,
  summary: {
    zh: '本机关的列入案（含上级机关被请求同意的），或者本人的列入案；带 state 的一页可能不满，仍以 next 续查',
    en: 'The listing cases of the caller’s authority, those it is asked to consent to among them, or one’s own; with `state` a page may be short and still go on',
  },
  query: z.strictObject({ state: z.optional(listingStateShape), cursor: z.optional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        cases: z.array(listingCaseShape).check(z.maxLength(100)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, { id: 'ListingCasePage', description: 'A page of listing cases.' }),
  },
  errors: [],
});

export const getListingCase = route({
  id: 'getListingCase',
  method: 'GET',
  path: '/credit/listing-cases/{id}',
  surface: 'listing-cases',
  access: parties,
  summary: {
    zh: '查看列入案：限承办机关、被请求同意的上级机关，以及已获告知的当事人',
    en: 'A listing case: for its authority, the next higher one once asked, and the subject once told',
  },
  params,
  responses: { 200: listingCaseShape },
  errors: ['not-found'],
});

export const notifyListing = route({
  ...steps,
  id: 'notifyListing',
  path: '/credit/listing-cases/{id}/notice',
  summary: {
    zh: '告知列入的事实、理由、依据和权利；异议期自次日起算',
    en: 'Tell the subject the grounds, the basis and its rights; the period for objections begins the day after',
  },
  body: z.strictObject({ documentNumber: documentNumberShape }).register(z.globalRegistry, {
    id: 'ListingNotice',
    description: 'The number of the notice (告知书).',
    example: { documentNumber: '垫市监列告〔2026〕示例1号' },
  }),
  errors: stepErrors,
});

export const objectToListing = route({
  ...steps,
  id: 'objectToListing',
  path: '/credit/listing-cases/{id}/objection',
  access: speakers,
  summary: {
    zh: '当事人在期限内提出异议；书面提交的由承办机关录入',
    en: 'The subject objects within the period; an officer takes in what came on paper',
  },
  body: z
    .strictObject({
      reason: reasonShape,
      proofs: z._default(z.array(proofShape).check(z.maxLength(20)), []),
    })
    .register(z.globalRegistry, {
      id: 'ListingObjection',
      description: 'Why the subject should not be listed.',
      example: {
        reason: '处罚决定已被复议机关撤销',
        proofs: [{ title: '复议决定书', sha256: 'a'.repeat(64) }],
      },
    }),
  errors: stepErrors,
});

export const answerListingObjection = route({
  ...steps,
  id: 'answerListingObjection',
  path: '/credit/listing-cases/{id}/objection-answer',
  summary: {
    zh: '核实异议并答复；采纳的不得列入',
    en: 'Verify the objection and answer it; where it is accepted nobody is listed',
  },
  body: z
    .strictObject({ outcome: z.enum(['accepted', 'rejected']), reason: reasonShape })
    .register(z.globalRegistry, {
      id: 'ListingObjectionAnswer',
      description: 'What was verified, and what comes of it.',
      example: { outcome: 'rejected', reason: '经核实，处罚决定合法有效' },
    }),
  errors: stepErrors,
});

export const consentToListing = route({
  ...steps,
  id: 'consentToListing',
  path: '/credit/listing-cases/{id}/consent',
  summary: {
    zh: '报请上一级机关同意（ask），或者由上一级机关同意（give）、不同意（decline）',
    en: 'Ask the next higher authority for its consent, or as that authority give or decline it',
  },
  body: z
    .strictObject({ action: z.enum(['ask', 'give', 'decline']), reason: reasonShape })
    .register(z.globalRegistry, {
      id: 'ListingConsent',
      description: 'Asked by the authority of the case; given or declined by the next higher one.',
      example: { action: 'ask', reason: '拟列入严重违法失信名单，报请同意' },
    }),
  errors: stepErrors,
});

export const decideListing = route({
  ...steps,
  id: 'decideListing',
  path: '/credit/listing-cases/{id}/decision',
  summary: {
    zh: '书面决定列入（同时公布记录，并送达信用修复告知）或者不予列入；提出人不得作出决定',
    en: 'Decide in writing to list, which publishes the record with it, or not to; never by whoever proposed',
  },
  body: z
    .discriminatedUnion('outcome', [
      z.strictObject({ outcome: z.literal('list'), reason: reasonShape, document: stepDocumentShape }),
      z.strictObject({ outcome: z.literal('not-list'), reason: reasonShape }),
    ])
    .register(z.globalRegistry, {
      id: 'ListingDecision',
      description: 'The decision; the document’s day lies between the last step and today.',
      example: { outcome: 'list', reason: '事实清楚，符合列入条件', document },
    }),
  errors: [...stepErrors, 'record-conflict', 'record-out-of-catalogue'],
});

export const removeListing = route({
  ...steps,
  id: 'removeListing',
  path: '/credit/listing-cases/{id}/removal',
  summary: {
    zh: '移出名单：满最短期限、符合条件的提前移出，或者撤销列入决定；到期的无需办理',
    en: 'Take off the list: early after the list’s minimum, or by annulling the listing; what ends by its time needs nothing',
  },
  body: z
    .discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('decision'),
        reason: reasonShape,
        document: stepDocumentShape,
        met: z.array(z.enum(repairConditions)).check(z.minLength(1), z.maxLength(repairConditions.length)),
      }),
      z.strictObject({
        kind: z.literal('annulment'),
        ground: z.enum(annulmentGrounds),
        reason: reasonShape,
        document: stepDocumentShape,
      }),
    ])
    .register(z.globalRegistry, {
      id: 'ListingRemoval',
      description: 'Why the subject comes off the list; `met` are the conditions that were found to be met.',
      example: {
        kind: 'decision',
        reason: '已履行义务并作出信用承诺',
        document,
        met: ['conduct-corrected', 'duties-performed', 'commitment-made'],
      },
    }),
  errors: [...stepErrors, 'repair-not-allowed', 'record-step-not-allowed'],
});
