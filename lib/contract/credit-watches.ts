import * as z from 'zod/mini';
import { besideKinds } from '../domain/credit/watch.ts';
import { happenedKindShape, recordIdShape } from './record-id.ts';
import { route } from './route.ts';
import { cursorShape, idShape, instantShape, plainDateShape, subjectShape } from './shapes.ts';

const watchIdShape = z.string().check(z.regex(/^[A-Za-z0-9_-]{22}$/));

const toBeginShape = z
  .strictObject({
    purpose: idShape,
    basis: idShape,
    subject: subjectShape,
    until: z.exactOptional(plainDateShape),
  })
  .register(z.globalRegistry, {
    id: 'WatchToBegin',
    description:
      'Whom to watch, why, on what ground, and until when: at most twelve months, which is also what is taken where nothing is said. `until` does not itself count.',
    example: {
      purpose: 'supervision',
      basis: 'risk-based-supervision',
      subject: { kind: 'organisation', code: '91500231MA5U000A5X' },
    },
  });

const watchShape = z
  .strictObject({
    id: watchIdShape,
    subject: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('organisation'), code: z.string().check(z.maxLength(18)) }),
      z.strictObject({ kind: z.literal('person') }),
    ]),
    purpose: idShape,
    basis: idShape,
    lookup: z.string().check(z.maxLength(64)),
    since: instantShape,
    until: plainDateShape,
    state: z.enum(['watching', 'ended']),
    endedAt: z.exactOptional(instantShape),
  })
  .register(z.globalRegistry, {
    id: 'Watch',
    description:
      'A watch of the caller’s authority, one for each subject; `lookup` is the id under which it was logged. Of a natural person nothing is shown: keep the id.',
  });

const hitShape = z
  .strictObject({
    watch: watchIdShape,
    purpose: idShape,
    record: z.exactOptional(recordIdShape),
    version: z.exactOptional(z.int()),
    kind: z.enum([...happenedKindShape().options, ...besideKinds]),
    jurisdiction: z.string().check(z.maxLength(8)),
    at: instantShape,
  })
  .register(z.globalRegistry, {
    id: 'WatchHit',
    description:
      'Something was recorded about a watched subject: `version` where it is a version of a record, `record` where it is about one; a succession is about the code of the subject. What it means for the purpose is asked by a look-up.',
  });

const access = { scope: 'credit:lookup', roles: ['regulator'] } as const;
const byCursor = z.strictObject({ cursor: z.exactOptional(cursorShape) });

export const beginWatch = route({
  id: 'beginWatch',
  method: 'POST',
  path: '/credit/watches',
  surface: 'credit-watches',
  access,
  summary: {
    zh: '关注一个主体，有新记录时告知；注明目的和依据并留痕',
    en: 'Watch a subject, to be told when something is recorded of it; for a purpose, and logged',
  },
  body: toBeginShape,
  responses: { 200: watchShape },
  errors: ['unknown-purpose', 'lookup-not-logged', 'quota-exceeded', 'too-many-watches', 'too-busy'],
});

export const listWatches = route({
  id: 'listWatches',
  method: 'GET',
  path: '/credit/watches',
  surface: 'credit-watches',
  access,
  summary: { zh: '查看本机关的关注', en: 'The watches of one’s authority' },
  query: byCursor,
  responses: {
    200: z
      .strictObject({
        watches: z.array(watchShape).check(z.maxLength(50)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, { id: 'Watches', description: 'A page of watches.' }),
  },
  errors: [],
});

export const listWatchHits = route({
  id: 'listWatchHits',
  method: 'GET',
  path: '/credit/watches/hits',
  surface: 'credit-watches',
  access,
  summary: {
    zh: '查看被关注主体的新变动（最近的在前）',
    en: 'What was recorded about watched subjects, the newest first',
  },
  query: byCursor,
  responses: {
    200: z
      .strictObject({
        hits: z.array(hitShape).check(z.maxLength(50)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'WatchHits',
        description: 'A page of hits, as far as the stream of changes has got. Kept for 180 days.',
      }),
  },
  errors: [],
});

export const endWatch = route({
  id: 'endWatch',
  method: 'POST',
  path: '/credit/watches/{id}/end',
  surface: 'credit-watches',
  access,
  summary: { zh: '结束关注', en: 'End a watch' },
  params: z.strictObject({ id: watchIdShape }),
  responses: { 200: watchShape },
  errors: ['not-found', 'too-busy'],
});
