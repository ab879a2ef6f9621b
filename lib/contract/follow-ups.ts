import * as z from 'zod/mini';
import { followUpStates } from '../domain/registration/follow-up.ts';
import { filingIdShape } from './filing-shapes.ts';
import { materialIdShape } from './package-of.ts';
import { route } from './route.ts';
import { cursorShape, idShape, instantShape, plainDateShape, shortTextShape } from './shapes.ts';

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const dueShape = z.strictObject({
  dueOn: plainDateShape,
  provisional: z.boolean(),
  overdue: z.boolean(),
});

export const followUpShape = z
  .strictObject({
    filing: filingIdShape,
    version: z.int(),
    item: idShape,
    authority: idShape,
    state: z.enum(followUpStates),
    due: dueShape,
    materials: z
      .array(
        z.strictObject({
          kind: idShape,
          handedIn: z.exactOptional(
            z.strictObject({
              on: plainDateShape,
              at: instantShape,
              sha256,
              upload: z.exactOptional(materialIdShape),
              late: z.exactOptional(z.literal(true)),
            }),
          ),
        }),
      )
      .check(z.maxLength(60)),
    closed: z.exactOptional(
      z.strictObject({
        on: plainDateShape,
        at: instantShape,
        by: z.string().check(z.maxLength(64)),
        reason: shortTextShape,
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'FollowUp',
    description:
      'What a filing was taken in without by tolerant acceptance (容缺受理): the materials that were promised, by when they have to come (working days from the acceptance), and what came. `complete`: all of it; `not-handed-in`: an officer has written down that it did not come; `moot`: the filing came to nothing. Nothing that was decided changes by it.',
  });

const params = z.strictObject({ id: filingIdShape });

export const getFollowUp = route({
  id: 'getFollowUp',
  method: 'GET',
  path: '/filings/{id}/follow-up',
  surface: 'filings',
  access: { scope: 'filings:read', roles: ['applicant', 'registrar', 'head', 'auditor'] },
  summary: {
    zh: '查看容缺受理的申请承诺补交的材料、期限和现状；没有容缺的申请没有此项',
    en: 'What was promised with a filing that was taken in with materials missing; where nothing was, there is none',
  },
  params,
  responses: { 200: followUpShape },
  errors: ['not-found'],
});

const followUpActionShape = z
  .discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('hand-in'),
      materials: z.array(z.strictObject({ kind: idShape, sha256 })).check(z.minLength(1), z.maxLength(60)),
      uploads: z._default(z.array(materialIdShape).check(z.maxLength(60)), []),
    }),
    z.strictObject({ action: z.literal('close'), reason: shortTextShape }),
  ])
  .register(z.globalRegistry, {
    id: 'FollowUpAction',
    description:
      'Whoever filed, the window that took it, or the authority that decides hands in what was promised, by kind and digest, and once it is registered with uploads that have it; late is told as late. A registrar of the authority that decides closes what did not come, once its days are over.',
    example: { action: 'hand-in', materials: [{ kind: 'head-appointment', sha256: 'a'.repeat(64) }] },
  });

export const followUpFiling = route({
  id: 'followUpFiling',
  method: 'POST',
  path: '/filings/{id}/follow-up',
  surface: 'filings',
  access: { scope: 'filings:write', roles: ['applicant', 'registrar'] },
  summary: {
    zh: '补交容缺受理时承诺的材料，或由决定机关登记逾期未补交',
    en: 'Hand in what was promised with a filing, or write down that it did not come',
  },
  params,
  body: followUpActionShape,
  idempotent: true,
  responses: { 200: followUpShape },
  errors: [
    'not-found',
    'concerns-officer',
    'follow-up-not-allowed',
    'material-unusable',
    'version-conflict',
    'idempotency-conflict',
    'too-busy',
  ],
});

export const listFollowUps = route({
  id: 'listFollowUps',
  method: 'GET',
  path: '/queues/{authority}/follow-ups',
  surface: 'decisions',
  access: { scope: 'decisions:read', roles: ['registrar', 'head'] },
  summary: {
    zh: '本机关容缺受理、材料尚未补齐的申请，最紧迫的在前；一页可能不满，仍以 next 续查',
    en: 'Filings of the authority whose promised materials have not all come, the most urgent first; a page may be short and still go on',
  },
  params: z.strictObject({ authority: idShape }),
  query: z.strictObject({ cursor: z.exactOptional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        followUps: z.array(followUpShape).check(z.maxLength(20)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, { id: 'FollowUps', description: 'A page of what is awaited.' }),
  },
  errors: [],
});
