import * as z from 'zod/mini';
import type { LawRegister } from '../lib/domain/standard/law-register.ts';
import { article, bilingual, checkedOnce, confidence, day, text } from './checked.ts';
import lawData from './law-register.json' with { type: 'json' };
import supersededData from './superseded-articles.json' with { type: 'json' };

const articleCount = z.int().check(z.minimum(0), z.maximum(1300));

const lawFile = z.strictObject({
  notes: z.array(text),
  laws: z.array(
    z.strictObject({
      law: text,
      edition: text,
      validFrom: day,
      validTo: z.exactOptional(day),
      endedBy: z.exactOptional(article),
      amended: z.exactOptional(z.array(day)),
      articles: z.exactOptional(articleCount),
      readTo: z.exactOptional(articleCount),
      source: text,
      confidence,
      note: z.exactOptional(text),
    }),
  ),
});

const supersededFile = z.strictObject({
  notes: z.array(text),
  superseded: z.array(
    z.strictObject({
      law: text,
      article: text,
      since: day,
      by: z.array(article).check(z.minLength(1)),
      subjectTypes: z.array(z.string().check(z.regex(/^[a-z]+(-[a-z]+)*$/))).check(z.minLength(1)),
      what: bilingual,
      confidence,
    }),
  ),
});

const readLaws = checkedOnce('law-register.json', lawFile, lawData);
const readSuperseded = checkedOnce('superseded-articles.json', supersededFile, supersededData);

/** Every text of a law that an article of the catalog may rest on, lapsed ones too, and what gave way to what. */
export const lawRegister = (): LawRegister => ({
  laws: readLaws().laws,
  superseded: readSuperseded().superseded,
});
