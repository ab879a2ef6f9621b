import * as z from 'zod/mini';
import { dataRequestKinds, dataRequestOutcomes } from '../domain/subject/data-request.ts';
import { filingIdShape } from './filing-shapes.ts';
import { recordIdShape } from './record-id.ts';
import { idShape, instantShape, plainDateShape, shortTextShape } from './shapes.ts';

export const dataRequestIdShape = z
  .string()
  .check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
const sideShape = z.string().check(z.regex(/^[A-Z]{2,8}$/));

export const aboutShape = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('filing'), filing: filingIdShape }),
  z.strictObject({ of: z.literal('record'), record: recordIdShape }),
  z.strictObject({ of: z.literal('file'), jurisdiction: sideShape }),
]);

const articleShape = z.strictObject({ law: shortTextShape, article: shortTextShape });

export const dataRequestShape = z
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
