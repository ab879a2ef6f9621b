import { findItem, itemIds } from '../../catalog/items.ts';
import type { Package } from '../../lib/acts/locate-filing.ts';
import { DomainError } from '../../lib/domain/errors.ts';
import { packageReader } from '../../lib/edge/package-reader.ts';

const read = packageReader({ ids: itemIds, find: findItem });

/**
 * A package read whole by the schema of its item: every defect of its form at once.
 *
 * @throws DomainError `invalid-request`, also for an item there is none of.
 */
export async function readPackage(body: unknown): Promise<Package> {
  const told = await read(body);
  if ('defects' in told) throw new DomainError('invalid-request', { defects: told.defects });
  return told.value;
}
