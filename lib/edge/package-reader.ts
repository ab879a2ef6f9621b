import * as z from 'zod/mini';
import { packageOf } from '../contract/package-of.ts';
import type { Defect } from '../domain/errors.ts';
import type { Item } from '../domain/standard/item.ts';
import { parseWith } from './schema-defects.ts';

/** Which items there are: each is loaded when it is asked for. */
export interface KnownItems {
  readonly ids: readonly string[];
  readonly find: (id: string) => Promise<Item | undefined>;
}

const anyObject = z.looseObject({});

/** The item a body names as its own; nothing is read of it otherwise, so that nothing of it is lost. */
const itemNamedIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, 'item')
    ? (body as { readonly item: unknown }).item
    : undefined;

/** Reads a package whole by the schema of its item, or tells every defect of its form at once. */
export const packageReader =
  ({ ids, find }: KnownItems) =>
  async (body: unknown) => {
    const named = itemNamedIn(body);
    const item = typeof named === 'string' ? await find(named) : undefined;
    if (item === undefined) {
      const outer = parseWith(anyObject, body);
      const unknownItem: Defect = {
        path: '/item',
        code: 'invalid-value',
        values: { allowed: ids.join(' | ') },
      };
      return 'defects' in outer ? outer : { defects: [unknownItem] };
    }
    return parseWith(packageOf(item.id, item.filed), body);
  };
