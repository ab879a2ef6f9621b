import fc from 'fast-check';
import * as z from 'zod/mini';
import type { FactsSchema as Schema } from './facts-schema.ts';

const REFS = ['p1', 'p2', 'p3', 'p4', 'p9'];
const DAYS = [
  '2020-02-29',
  '2024-06-30',
  '2026-10-24',
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2031-11-23',
];
const MOST = 4;

const child = (example: unknown, key: string | number): unknown =>
  typeof example === 'object' && example !== null ? (example as Record<string, unknown>)[key] : undefined;

function textOf({
  pattern,
  format,
  description,
  minLength = 0,
  maxLength = 40,
}: Schema): fc.Arbitrary<string> {
  if (format === 'date') return fc.constantFrom(...DAYS);
  if (description?.includes('`ref`')) return fc.constantFrom(...REFS);
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  return fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, 12) });
}

function numberOf({ minimum = -1_000, maximum = 1_000_000 }: Schema): fc.Arbitrary<number> {
  const [min, max] = [Math.ceil(minimum), Math.floor(maximum)];
  return fc.oneof(fc.integer({ min, max }), fc.constantFrom(min, Math.min(min + 1, max), max));
}

/** Values of a schema: now what the example has in the place, now something else that fits. */
function valuesOf(
  schema: Schema,
  example: unknown,
  defs: Readonly<Record<string, Schema>>,
): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined)
    return valuesOf(defs[schema.$ref.split('/').at(-1) ?? ''] ?? {}, example, defs);
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => valuesOf(choice, example, defs)));
  const kept = example === undefined ? [] : [{ weight: 2, arbitrary: fc.constant(example) }];
  const either = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 1, arbitrary }, ...kept);
  switch (schema.type) {
    case 'object': {
      const required = new Set(schema.required ?? []);
      const fields = Object.entries(schema.properties ?? {});
      return fc.record(
        Object.fromEntries(fields.map(([key, of]) => [key, valuesOf(of, child(example, key), defs)])),
        { requiredKeys: fields.map(([key]) => key).filter((key) => required.has(key)) },
      );
    }
    case 'array': {
      const { items = {}, minItems = 0, maxItems = MOST } = schema;
      const entries = Array.isArray(example) && example.length > 0 ? example : [undefined];
      const entry = fc.oneof(...entries.slice(0, 6).map((one) => valuesOf(items, one, defs)));
      const list = fc.array(entry, { minLength: minItems, maxLength: Math.min(maxItems, minItems + MOST) });
      return either(list);
    }
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return either(numberOf(schema));
    case 'string':
      return either(textOf(schema));
    default:
      throw new Error(`No values of ${JSON.stringify(schema).slice(0, 200)}`);
  }
}

/** Whatever a schema of facts accepts, near an example of it and far from it. */
export function arbitraryFacts(filed: z.ZodMiniType, example: unknown): fc.Arbitrary<unknown> {
  const schema = z.toJSONSchema(filed, { io: 'input', unrepresentable: 'any' }) as Schema;
  return valuesOf(schema, example, schema.$defs ?? {})
    .map((value) => z.safeParse(filed, value))
    .filter(({ success }) => success)
    .map(({ data }) => data);
}
