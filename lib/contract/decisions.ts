import * as z from 'zod/mini';
import { filingIdShape, filingShape } from './filing-shapes.ts';
import { route } from './route.ts';
import { cursorShape, idShape, shortTextShape } from './shapes.ts';

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
    zh: '本机关待办，按办结期限排列',
    en: 'The authority’s filings in review, the most urgent first',
  },
  params: z.strictObject({ authority: idShape }),
  query: z.strictObject({ cursor: z.optional(cursorShape) }),
  responses: {
    200: z
      .strictObject({ filings: z.array(filingShape), next: z.optional(cursorShape) })
      .register(z.globalRegistry, { id: 'QueuePage' }),
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
    'filing-not-open',
    'version-conflict',
    'outcome-not-admissible',
    'extension-not-allowed',
    'idempotency-conflict',
    'too-busy',
  ],
  examples: { body: { action: 'register' } },
});
