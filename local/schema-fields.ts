import type { FactsSchema as Schema } from './facts-schema.ts';

/** A field of a body as a table tells it. */
export interface FieldRow {
  /** `shareholders[].payBy` */
  readonly path: string;
  readonly required: boolean;
  readonly type: string;
  readonly description: string;
}

const SAFE = Number.MAX_SAFE_INTEGER;

function typeOf(schema: Schema): string {
  if ('const' in schema) return `\`${schema.const}\``;
  if (schema.enum !== undefined) return schema.enum.map((value) => `\`${value}\``).join(' ');
  switch (schema.type) {
    case 'array':
      return schema.maxItems === undefined ? 'list' : `list, up to ${schema.maxItems}`;
    case 'integer':
      return schema.maximum === undefined || schema.maximum >= SAFE
        ? 'whole number'
        : `whole number up to ${schema.maximum}`;
    case 'string':
      if (schema.format === 'date') return 'day';
      return schema.maxLength === undefined ? 'text' : `text up to ${schema.maxLength}`;
    case 'boolean':
      return 'yes or no';
    default:
      return (schema.anyOf ?? schema.oneOf) ? 'one of' : 'object';
  }
}

const resolved = (schema: Schema, defs: Readonly<Record<string, Schema>>): Schema =>
  schema.$ref === undefined ? schema : { ...defs[schema.$ref.split('/').at(-1) ?? ''], ...schema };

/** Rows below a schema; of a choice the fields of every member, each path once. */
function rowsBelow(raw: Schema, path: string, defs: Readonly<Record<string, Schema>>): readonly FieldRow[] {
  const schema = resolved(raw, defs);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const rows = choices.flatMap((choice) => rowsBelow(choice, path, defs));
    const byPath = Map.groupBy(rows, (row) => row.path);
    return [...byPath].flatMap(([, same]) => {
      const [first] = same;
      if (first === undefined) return [];
      const types = [...new Set(same.map(({ type }) => type))].join(' ');
      return [
        {
          ...first,
          type: types,
          required: same.length === choices.length && same.every((row) => row.required),
        },
      ];
    });
  }
  if (schema.type === 'array' && schema.items !== undefined)
    return rowsBelow(schema.items, `${path}[]`, defs);
  const required = new Set(schema.required ?? []);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const own = resolved(field, defs);
    const at = path === '' ? name : `${path}.${name}`;
    return [
      { path: at, required: required.has(name), type: typeOf(own), description: own.description ?? '' },
      ...rowsBelow(field, at, defs),
    ];
  });
}

export function fieldsOf(schema: unknown): readonly FieldRow[] {
  const root = schema as Schema;
  return rowsBelow(root, '', root.$defs ?? {});
}
