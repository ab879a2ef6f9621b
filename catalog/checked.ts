import * as z from 'zod/mini';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';

/**
 * Reads one file of the catalog by its schema.
 *
 * @throws Error naming the file and the path of the first bad entry: a catalog with a fault must not serve.
 */
export function checked<Schema extends z.ZodMiniType>(
  file: string,
  schema: Schema,
  data: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(data);
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new Error(`catalog/${file}: /${first?.path.map(String).join('/')}: ${first?.message}`);
}

/** The same, read when first asked for and kept: a cold start pays only for the files it uses. */
export function checkedOnce<Schema extends z.ZodMiniType>(
  file: string,
  schema: Schema,
  data: unknown,
): () => z.output<Schema> {
  let read: z.output<Schema> | undefined;
  return () => {
    read ??= checked(file, schema, data);
    return read;
  };
}

export const text = z.string().check(z.minLength(1), z.maxLength(400));
export const divisionCode = z.string().check(z.regex(/^\d{6}$/));
export const jurisdictionCode = z.string().check(z.regex(/^[A-Z]{2,8}$/));

/** Only the shape: whether each day exists is left to the tests, as it would cost a cold start 2 ms. */
export const day = z.custom<PlainDate>(
  (value) => typeof value === 'string' && /^\d{4}-[01]\d-[0-3]\d$/.test(value),
  'Not a day',
);
export const level = z.enum(['county', 'prefecture', 'province']);
export const confidence = z.enum(['seen', 'seen-2nd', 'inference', 'memory']);

export const bilingual = z.strictObject({ zh: text, en: text });

export const provenance = z.strictObject({
  source: text,
  edition: text,
  validFrom: day,
  validTo: z.exactOptional(day),
  confidence,
});

export const article = z.strictObject({
  law: text,
  article: text,
  validFrom: day,
  validTo: z.exactOptional(day),
  confidence,
});
