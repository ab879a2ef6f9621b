import type { EnterpriseStatus } from '../lib/domain/registration/enterprise.ts';
import type {
  ClaimedName,
  NameLeft,
  RegisterChange,
  UndoneStep,
} from '../lib/domain/registration/register-change.ts';
import { nameBefore, type undo } from '../lib/domain/registration/undo.ts';

/** The name that comes back where the step is undone: one that it changed, or that was lost by it. */
export function nameRestored(undone: UndoneStep | undefined): ClaimedName | undefined {
  if (undone?.before === undefined) return undefined;
  const { before, after } = undone;
  const lost =
    before.status !== after.status &&
    (after.status === 'cancelled' || after.status === 'establishment-revoked');
  return lost || before.name !== after.name ? nameBefore(undone) : undefined;
}

/** Licence and name of an enterprise of which something is undone. `left`: what becomes of the name it bears now. */
export function undoing(
  undone: UndoneStep,
  { restoresName, ...restored }: ReturnType<typeof undo>,
  now: EnterpriseStatus,
  left: NameLeft,
): Extract<RegisterChange, { readonly kind: 'amend' }> {
  const status = restored.course?.status ?? now;
  /* A cancellation that was revoked by mistake is one again. */
  if (status === 'cancelled')
    return { kind: 'amend', ...restored, licence: 'withdraw', name: { leaves: 'given-up' } };
  const takes = nameBefore(undone);
  const renamed = restored.content?.name !== undefined || restored.without?.includes('name');
  return {
    kind: 'amend',
    ...restored,
    licence: status === 'registered' ? 'reissue' : 'keep',
    ...(restoresName && { name: { ...(renamed && { leaves: left }), ...(takes && { takes }) } }),
  };
}
