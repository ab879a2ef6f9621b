import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { Located } from './locate-filing.ts';

/** The enterprise a filing is about, or the parent of the branch it is to establish: for the recusal of officers. */
export async function enterpriseOf(
  { matter }: Pick<Located, 'matter'>,
  enterprises: Pick<EnterpriseStore, 'find'>,
): Promise<{ readonly enterprise: Enterprise } | undefined> {
  const code = matter.about === 'enterprise' ? matter.code : matter.parent;
  const enterprise = code === undefined ? undefined : await enterprises.find(code);
  return enterprise && { enterprise };
}
