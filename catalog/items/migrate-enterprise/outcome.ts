import type { RegisterChange, RegisterContext } from '../../../lib/domain/registration/register-change.ts';
import { addressAt } from '../../address-line.ts';
import { handoverOf } from '../../handover.ts';
import { claimedNameOf, fullName, registeredName } from '../../names.ts';
import { type FiledMigration, newPlace } from './facts.ts';

/**
 * The move in one: division, place, licence and, where it changes, the name. The code stays. A name that goes on is
 * released where it was, as it is neither given up nor changed (企业名称登记管理规定 第十七条第二项).
 */
export function moved(filed: FiledMigration, context: RegisterContext): RegisterChange {
  const { enterprise, place } = context;
  const [, to] = newPlace(filed) ?? [];
  const { kept, parts } = filed.name;
  const same = kept || fullName(parts) === enterprise?.name;
  const handover = handoverOf(context);
  return {
    kind: 'amend',
    ...(to && { division: to.division }),
    content: { ...(to && { address: addressAt(place, to.detail) }), ...(!kept && registeredName(parts)) },
    without: [
      ...(!kept && parts.industry === undefined ? (['industry'] as const) : []),
      ...(handover === undefined ? (['handover'] as const) : []),
    ],
    ...(handover && { course: { handover } }),
    licence: 'reissue',
    name: { leaves: same ? 'released' : 'given-up', takes: claimedNameOf(parts) },
  };
}
