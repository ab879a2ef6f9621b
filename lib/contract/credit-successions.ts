import * as z from 'zod/mini';
import { successionKinds } from '../domain/credit/succession.ts';
import { stepDocumentShape } from './record-shapes.ts';
import { route } from './route.ts';
import { idShape, instantShape, subjectCodeShape } from './shapes.ts';

const fields = {
  action: z.enum(['record', 'withdraw']),
  former: subjectCodeShape,
  current: subjectCodeShape,
  kind: z.enum(successionKinds),
  document: stepDocumentShape,
};
const toldCodeShape = z.string().check(z.maxLength(18));

export const recordSuccession = route({
  id: 'recordSuccession',
  method: 'POST',
  path: '/credit/successions',
  surface: 'credit-records',
  access: { scope: 'credit-records:write', roles: ['publisher'] },
  summary: {
    zh: '登记机关或者信用平台记载组织代码的替换（换码、转型），或者撤回该记载',
    en: 'Record that one code of an organisation took the place of another, or withdraw that',
  },
  body: z.strictObject(fields).register(z.globalRegistry, {
    id: 'SuccessionToRecord',
    description:
      '`replaced`: the code alone changed (换码), and records count under either code. `converted`: another subject took its place (转型); each keeps its own records, and is told of the other.',
    example: {
      action: 'record',
      former: '91500231MA5U000A5X',
      current: '91511623MA6700018F',
      kind: 'replaced',
      document: { number: '邻市监码〔2026〕虚构1号', decidedOn: '2026-10-09' },
    },
  }),
  idempotent: true,
  responses: {
    200: z
      .strictObject({
        ...fields,
        former: toldCodeShape,
        current: toldCodeShape,
        jurisdiction: z.string().check(z.maxLength(8)),
        recordedBy: idShape,
        recordedAt: instantShape,
      })
      .register(z.globalRegistry, {
        id: 'Succession',
        description:
          'What was recorded of two codes. What the same authority recorded already is answered as it stands and written once. Each authority withdraws what it recorded itself; the codes stay linked until all have that did.',
      }),
  },
  errors: ['succession-conflict', 'idempotency-conflict', 'too-busy'],
});
