import * as z from 'zod/mini';
import type { Condition } from '../../lib/domain/screening/condition.ts';
import {
  type ChoiceFact,
  choiceFacts,
  distanceFacts,
  projectKinds,
  yesNoFacts,
} from '../../lib/domain/screening/project-facts.ts';
import { article, bilingual, checkedOnce, provenance, text } from '../checked.ts';
import data from './yangtze.json' with { type: 'json' };

const id = z.string().check(z.regex(/^[a-z]+(-[a-z0-9]+)*$/));
const names = z.array(text).check(z.minLength(1));
const choices = Object.keys(choiceFacts) as [ChoiceFact, ...ChoiceFact[]];

/** Recursive, so its type is told beside it; an answer a question does not have is found by the tests. */
const condition: z.ZodMiniType<Condition> = z.lazy(() => {
  const parts = z.array(condition).check(z.minLength(1));
  return z.union([
    z.strictObject({ all: parts }),
    z.strictObject({ any: parts }),
    z.strictObject({ not: condition }),
    z.strictObject({ fact: z.enum(yesNoFacts), is: z.boolean() }),
    z.strictObject({ fact: z.enum(choices), among: names }),
    z.strictObject({ kinds: z.array(z.enum(projectKinds)).check(z.minLength(1)) }),
    z.strictObject({ distance: z.enum(distanceFacts), within: z.int().check(z.positive()) }),
    z.strictObject({ industry: z.array(z.string().check(z.regex(/^[A-T]\d{2,4}$/))).check(z.minLength(1)) }),
    z.strictObject({ judged: id }),
  ]);
});

const file = z.strictObject({
  name: bilingual,
  notes: z.array(text),
  entries: z.array(
    z.strictObject({
      id,
      category: z.enum(['shoreline', 'area', 'reach', 'industry']),
      text: bilingual,
      exceptions: z.array(bilingual),
      bars: condition,
      articles: z.array(article).check(z.minLength(1)),
      provenance,
      corroboration: z.exactOptional(text),
      note: z.exactOptional(text),
    }),
  ),
  questions: z.array(
    z.strictObject({
      id: z.string().check(z.regex(/^[a-zA-Z]+(-[a-z]+)*$/)),
      text: bilingual,
      evidence: bilingual,
    }),
  ),
});

export type YangtzeList = z.output<typeof file>;
export type YangtzeEntry = YangtzeList['entries'][number];
export type ProjectQuestion = YangtzeList['questions'][number];

/** The one list of both sides (长江经济带发展负面清单), and the questions its entries ask of a project. */
export const yangtzeList: () => YangtzeList = checkedOnce('negative-lists/yangtze.json', file, data);
