import * as z from 'zod/mini';
import { dataRequestKinds, dataRequestOutcomes } from '../domain/subject/data-request.ts';
import { aboutShape, dataRequestIdShape, dataRequestShape } from './data-request-shape.ts';
import { ofMyself } from './own-file.ts';
import { reasonShape } from './record-shapes.ts';
import { route } from './route.ts';
import { cursorShape, idShape } from './shapes.ts';

const wordsShape = z.string().check(z.minLength(1), z.maxLength(1000));
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
