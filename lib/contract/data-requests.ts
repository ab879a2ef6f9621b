import * as z from 'zod/mini';
import { dataRequestKinds, dataRequestOutcomes } from '../domain/subject/data-request.ts';
import { filingIdShape } from './filing-shapes.ts';
import { ofMyself } from './own-file.ts';
import { recordIdShape } from './record-id.ts';
import { reasonShape } from './record-shapes.ts';
import { route } from './route.ts';
import { cursorShape, idShape, instantShape, plainDateShape, shortTextShape } from './shapes.ts';

const dataRequestIdShape = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const wordsShape = z.string().check(z.minLength(1), z.maxLength(1000));
const sideShape = z.string().check(z.regex(/^[A-Z]{2,8}$/));

const aboutShape = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('filing'), filing: filingIdShape }),
  z.strictObject({ of: z.literal('record'), record: recordIdShape }),
  z.strictObject({ of: z.literal('file'), jurisdiction: sideShape }),
]);

const toAskShape = z
  .strictObject({
    kind: z.enum(dataRequestKinds),
    about: aboutShape,
    what: wordsShape,
    why: z.exactOptional(wordsShape),
  })
  .register(z.globalRegistry, {
    id: 'DataRequestToMake',
    description:
      'What is asked, about which filing, record or own file, and in words: `what` is to be told, put right or erased, and `why`. The words are kept sealed. Of an own file the side is named that is turned to: either has to answer.',
    example: {
      kind: 'copy',
      about: { of: 'filing', filing: '6f1c2a54-8a3b-4c59-9a0c-3f0b7f6f2d11' },
      what: '请提供该办件中与本人有关的信息',
    },
  });

const articleShape = z.strictObject({ law: shortTextShape, article: shortTextShape });

const dataRequestShape = z
  .strictObject({
    id: dataRequestIdShape,
    version: z.int(),
    kind: z.enum(dataRequestKinds),
    about: aboutShape,
    jurisdiction: sideShape,
    what: z.exactOptional(z.string().check(z.maxLength(1000))),
    why: z.exactOptional(z.string().check(z.maxLength(1000))),
    askedAt: instantShape,
    answerBy: z.strictObject({ dueOn: plainDateShape, provisional: z.boolean(), overdue: z.boolean() }),
    decision: z.exactOptional(
      z.strictObject({
        outcome: z.enum(dataRequestOutcomes),
        ground: idShape,
        article: articleShape,
        reason: z.string().check(z.maxLength(1000)),
        authority: idShape,
        at: instantShape,
      }),
    ),
  })
  .register(z.globalRegistry, {
    id: 'DataRequest',
    description:
      'A request about one’s own data (个人信息权利请求), by when it has to be answered, and the answer with its ground and article. Who asked is not told. The lists alone tell `what` and `why`: an answer to a write is kept for its repetition, and what was said in words is kept sealed only.',
  });

const page = (id: string) =>
  z
    .strictObject({
      requests: z.array(dataRequestShape).check(z.maxLength(20)),
      next: z.exactOptional(cursorShape),
    })
    .register(z.globalRegistry, { id, description: 'A page of requests about one’s own data.' });

const byCursor = z.strictObject({ cursor: z.exactOptional(cursorShape) });
const officers = { scope: 'data-requests:write', roles: ['data-officer'] } as const;

export const askAboutMyData = route({
  id: 'askAboutMyData',
  method: 'POST',
  path: '/me/data/requests',
  surface: 'own-file',
  access: { scope: 'own-file:write', roles: ofMyself.roles },
  summary: {
    zh: '请求复制、更正、删除、限制处理本人信息或者作出说明（个人信息保护法第四十四条至第四十八条）',
    en: 'Ask for a copy, correction, erasure, restriction or explanation of what is kept about you (PIPL arts. 44–48)',
  },
  body: toAskShape,
  idempotent: true,
  responses: { 201: dataRequestShape },
  errors: ['not-found', 'too-many-data-requests', 'idempotency-conflict', 'too-busy'],
});

export const listMyDataRequests = route({
  id: 'listMyDataRequests',
  method: 'GET',
  path: '/me/data/requests',
  surface: 'own-file',
  access: ofMyself,
  summary: {
    zh: '本人提出的个人信息权利请求及其答复（最近的在前）',
    en: 'Your requests about your own data and their answers, the newest first',
  },
  query: byCursor,
  responses: { 200: page('DataRequestsOfMe') },
  errors: [],
});

export const listDataRequests = route({
  id: 'listDataRequests',
  method: 'GET',
  path: '/data-requests',
  surface: 'data-requests',
  access: officers,
  summary: {
    zh: '本地区待答复的个人信息权利请求（最急的在前）',
    en: 'Requests about personal data that wait for an answer of one’s side, the most urgent first',
  },
  query: byCursor,
  responses: { 200: page('DataRequestsDue') },
  errors: [],
});

export const decideDataRequest = route({
  id: 'decideDataRequest',
  method: 'POST',
  path: '/data-requests/{id}/decision',
  surface: 'data-requests',
  access: officers,
  summary: {
    zh: '答复个人信息权利请求：同意或者拒绝，载明理由和依据；同意删除的，事实即时删除，凭证保留；限制使用的，只存储、不使用',
    en: 'Answer a request about personal data, with ground and article; a granted erasure takes the facts away at once and leaves the receipts, a restriction leaves them to be kept alone',
  },
  params: z.strictObject({ id: dataRequestIdShape }),
  body: z
    .strictObject({ outcome: z.enum(dataRequestOutcomes), ground: idShape, reason: reasonShape })
    .register(z.globalRegistry, {
      id: 'DataRequestAnswer',
      description: 'The answer, on a ground of `GET /standards/retention` that fits the kind of request.',
      example: { outcome: 'refuse', ground: 'kept-by-law', reason: '已登记的申请依法归档保存' },
    }),
  idempotent: true,
  responses: { 200: dataRequestShape },
  errors: [
    'not-found',
    'concerns-officer',
    'data-request-decided',
    'erasure-not-allowed',
    'restriction-not-allowed',
    'version-conflict',
    'idempotency-conflict',
    'too-busy',
  ],
});
