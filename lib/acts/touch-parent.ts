import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { Write } from '../store/transaction.ts';

/**
 * A parent goes on one version with every branch: whoever ends it at the same moment has read that it had no such branch,
 * and starts over. A parent that the register does not hold has nothing to be touched.
 */
export function touchParent(
  branch: Pick<Enterprise, 'parent'>,
  read: Enterprise | undefined,
  enterprises: Pick<EnterpriseStore, 'replace'>,
): readonly Write[] {
  if (read === undefined || read.code !== branch.parent) return [];
  return enterprises.replace({ ...read, version: read.version + 1 }, read);
}
