import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { Relations } from '../domain/registration/evidence-of.ts';
import type { UndoneStep } from '../domain/registration/register-change.ts';
import { organisationKey } from '../domain/subject/subject-key.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { RoleStore } from '../store/role-store.ts';

export interface RegisterDeps {
  readonly enterprises: EnterpriseStore;
  readonly roles: RoleStore;
}

/** What the register holds of an enterprise, of those it has a part in, and of a step that may be undone. */
export interface ReadEnterprise {
  readonly enterprise: Enterprise;
  readonly relations: Relations;
  readonly undone?: UndoneStep;
}

/** That any are left is what rules ask, so no more than these are confirmed. */
const MOST_CONFIRMED = 10;

/** What the enterprise was before and after the step that a filing made, if it did make one. */
async function readUndone(
  filing: string | undefined,
  enterprise: Enterprise,
  { enterprises }: Pick<RegisterDeps, 'enterprises'>,
): Promise<UndoneStep | undefined> {
  const step = enterprise.steps.find((one) => one.filing === filing);
  if (step === undefined) return undefined;
  const { code } = enterprise;
  const [before, after] = await Promise.all([
    step.version <= 1 ? undefined : enterprises.findVersion(code, step.version - 1),
    step.version === enterprise.version ? enterprise : enterprises.findVersion(code, step.version),
  ]);
  if (after === undefined || (before === undefined && step.version > 1))
    throw new Error(`A version of ${code} is not kept: step ${step.version}`);
  return { filing: step.filing, item: step.item, after, ...(before && { before }) };
}

/**
 * An enterprise with its relations: one step, and a second one only where it has any. A part is told by its own item
 * and confirmed by the enterprise it is in, as an item can be left over from a registration that never came about.
 */
export function createReadRegister({ enterprises, roles }: RegisterDeps) {
  return async (code: string, undoes?: string): Promise<ReadEnterprise | undefined> => {
    const key = organisationKey(code);
    const [enterprise, held] = await Promise.all([enterprises.find(code), roles.listHeld(key)]);
    if (enterprise === undefined) return undefined;
    const undoing = readUndone(undoes, enterprise, { enterprises });
    const confirmed = await Promise.all(
      held.slice(0, MOST_CONFIRMED).map(async ({ role, code: of }) => {
        const other = await enterprises.find(of);
        const stands = other !== undefined && other.status !== 'cancelled';
        const has = other?.roles.some((entry) => entry.subject === key && entry.role === role) ?? false;
        return stands && has ? { role, code: of } : undefined;
      }),
    );
    const undone = await undoing;
    const parts = confirmed.filter((part) => part !== undefined);
    const codesOf = (test: (role: string) => boolean) =>
      [...new Set(parts.filter(({ role }) => test(role)).map((part) => part.code))].toSorted();
    return {
      enterprise,
      relations: {
        holdings: codesOf((role) => role !== 'parent'),
        branches: codesOf((role) => role === 'parent'),
      },
      ...(undone && { undone }),
    };
  };
}

export type ReadRegister = ReturnType<typeof createReadRegister>;
