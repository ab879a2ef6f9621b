import * as z from 'zod/mini';
import {
  type DataRequestGround,
  type DataRequestKind,
  type DataRequestOutcome,
  dataRequestKinds,
  dataRequestOutcomes,
} from '../lib/domain/subject/data-request.ts';
import { article, bilingual, checkedOnce, text } from './checked.ts';
import data from './data-requests.json' with { type: 'json' };

/** Every kind can be granted and refused; an erasure that has to wait, restricted. */
const waysOf = (kind: DataRequestKind): readonly DataRequestOutcome[] =>
  kind === 'erasure' ? dataRequestOutcomes : ['grant', 'refuse'];

const read = checkedOnce(
  'data-requests.json',
  z.strictObject({
    notes: z.array(text),
    answerWithin: z.strictObject({ workingDays: z.int().check(z.minimum(1), z.maximum(60)) }),
    basis: article,
    grounds: z
      .array(
        z.strictObject({
          id: z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/)),
          outcome: z.enum(dataRequestOutcomes),
          kinds: z.array(z.enum(dataRequestKinds)).check(z.minLength(1)),
          name: bilingual,
          article,
        }),
      )
      .check(
        z.refine(
          (grounds) =>
            dataRequestKinds.every((kind) =>
              waysOf(kind).every((outcome) =>
                grounds.some((ground) => ground.outcome === outcome && ground.kinds.includes(kind)),
              ),
            ),
          'A kind can be answered in one way only',
        ),
        z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'An id stands twice'),
      ),
  }),
  data,
);

/** How many working days there are for an answer to a request about one's own data. */
export const dataRequestAnswerDays = (): number => read().answerWithin.workingDays;

/** What an answer may rest on. */
export const dataRequestGrounds = (): readonly DataRequestGround[] => read().grounds;
