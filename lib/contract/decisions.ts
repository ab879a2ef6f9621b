import * as z from 'zod/mini';
import { filingIdShape, filingShape } from './filing-shapes.ts';
import { route } from './route.ts';
import { cursorShape, idShape, shortTextShape } from './shapes.ts';

/** Opaque, as answers show it. */
const officerIdShape = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

const departureShape = z.strictObject({ code: idShape, reason: shortTextShape });

/** What an officer can do with a filing in review. */
export const decisionShape = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('register'),
      reason: z.optional(shortTextShape),
      departure: z.optional(departureShape),
    }),
    z.strictObject({
      action: z.literal('return'),
      reason: shortTextShape,
      departure: z.optional(departureShape),
    }),
    z.strictObject({
      action: z.literal('refuse'),
      grounds: z._default(z.array(idShape).check(z.maxLength(50)), []),
      reason: shortTextShape,
      departure: z.optional(departureShape),
    }),
    z.strictObject({ action: z.literal('propose-extension'), reason: shortTextShape }),
    z.strictObject({ action: z.literal('approve-extension') }),
    z.strictObject({ action: z.literal('decline-extension') }),
  ])
  .register(z.globalRegistry, {
    id: 'OfficerAction',
    description:
      'Register, return or refuse within what the standard admits (a refusal names the rules it rests on), depart from it with a reason of the standard, or extend: a registrar proposes, the head of the authority approves.',
    example: { action: 'register' },
  });

export const listQueue = route({
  id: 'listQueue',
  method: 'GET',
  path: '/queues/{authority}',
  surface: 'decisions',
  access: { scope: 'decisions:read', roles: ['registrar', 'head'] },
  summary: {
    zh: '本机关待办，按办结期限排列；带筛选条件的一页可能不满或者为空，仍以 next 续查',
    en: 'The authority’s filings in review, the most urgent first; with a filter a page may be short or empty and still go on',
  },
  params: z.strictObject({ authority: idShape }),
  query: z.strictObject({
    cursor: z.optional(cursorShape),
    assignee: z.optional(z.enum(['mine', 'unassigned', 'all'])),
    overdue: z.optional(z.enum(['true', 'false'])),
  }),
  responses: {
    200: z
      .strictObject({
        /** At the head of the list alone. */
        overdue: z.optional(z.strictObject({ count: z.int(), atLeast: z.boolean() })),
        filings: z.array(filingShape),
        next: z.optional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'QueuePage',
        description:
          'A page of a queue by due day. The first one tells how many of the whole queue are overdue; `atLeast` where there may be more than were counted.',
      }),
  },
  errors: [],
});

export const decideFiling = route({
  id: 'decideFiling',
  method: 'POST',
  path: '/filings/{id}/decision',
  surface: 'decisions',
  access: { scope: 'decisions:write', roles: ['registrar', 'head'] },
  summary: {
    zh: '准予登记、退回、不予登记（载明依据与救济途径），或延长期限',
    en: 'Register, return, refuse with grounds and legal remedies, or extend the time',
  },
  params: z.strictObject({ id: filingIdShape }),
  body: decisionShape,
  idempotent: true,
  responses: { 200: filingShape },
  errors: [
    'not-found',
    'concerns-officer',
    'claimed-by-other',
    'filing-not-open',
    'version-conflict',
    'outcome-not-admissible',
    'extension-not-allowed',
    'idempotency-conflict',
    'signing-unavailable',
    'lookup-not-logged',
    'unknown-record-class',
    'too-busy',
  ],
  examples: { body: { action: 'register' } },
});

/** What claiming and handing over can meet alike. */
const assignErrors = [
  'not-found',
  'concerns-officer',
  'claimed-by-other',
  'filing-not-open',
  'version-conflict',
  'idempotency-conflict',
  'signing-unavailable',
  'too-busy',
] as const;

export const claimFiling = route({
  id: 'claimFiling',
  method: 'POST',
  path: '/filings/{id}/claim',
  surface: 'decisions',
  access: { scope: 'decisions:write', roles: ['registrar', 'head'] },
  summary: {
    zh: '领办一件在审申请：此后他人不得作出决定',
    en: 'Claim a filing in review: from then on no other officer decides it',
  },
  params: z.strictObject({ id: filingIdShape }),
  idempotent: true,
  responses: { 200: filingShape },
  errors: assignErrors,
});

export const handOverFiling = route({
  id: 'handOverFiling',
  method: 'POST',
  path: '/filings/{id}/handover',
  surface: 'decisions',
  access: { scope: 'decisions:write', roles: ['registrar', 'head'] },
  summary: {
    zh: '移交一件在审申请给本机关另一经办人员，或者退回待办；机关负责人可以移交任何一件',
    en: 'Hand a filing in review over to another officer of the authority, or back to the queue; the head may hand over any',
  },
  params: z.strictObject({ id: filingIdShape }),
  body: z
    .discriminatedUnion('to', [
      z.strictObject({ to: z.literal('officer'), officer: officerIdShape }),
      z.strictObject({ to: z.literal('queue') }),
    ])
    .register(z.globalRegistry, {
      id: 'Handover',
      description:
        'To an officer by the id that answers show (`assignee.officer`, `ruling.by`), who has acted for this authority before; or back to the queue.',
      example: { to: 'queue' },
    }),
  idempotent: true,
  responses: { 200: filingShape },
  errors: [...assignErrors, 'handover-not-allowed'],
});
