import * as z from 'zod/mini';
import { findItem, itemIds } from '../../catalog/items.ts';
import type { Package } from '../../lib/acts/locate-filing.ts';
import { packageOf } from '../../lib/contract/package-of.ts';
import { type Defect, DomainError } from '../../lib/domain/errors.ts';
import { parseWith } from '../../lib/edge/schema-defects.ts';

const refuse = (defects: readonly Defect[]): never => {
  throw new DomainError('invalid-request', { defects });
};

const anyObject = z.looseObject({});

/** The item a body names as its own; nothing is read of it otherwise, so that nothing of it is lost. */
const itemNamedIn = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && Object.hasOwn(body, 'item')
    ? (body as { readonly item: unknown }).item
    : undefined;

/**
 * A package read whole by the schema of its item: every defect of its form at once.
 *
 * @throws DomainError `invalid-request`, also for an item there is none of.
 */
export async function readPackage(body: unknown): Promise<Package> {
  const named = itemNamedIn(body);
  const item = typeof named === 'string' ? await findItem(named) : undefined;
  if (item === undefined) {
    const outer = parseWith(anyObject, body);
    const unknownItem = { path: '/item', code: 'invalid-value', values: { allowed: itemIds.join(' | ') } };
    return refuse('defects' in outer ? outer.defects : [unknownItem]);
  }
  const read = parseWith(packageOf(item.id, item.filed), body);
  return 'defects' in read ? refuse(read.defects) : read.value;
}
