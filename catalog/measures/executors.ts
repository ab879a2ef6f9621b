import type { ExecutorKind, MeasureRow } from '../../lib/domain/measures/measure.ts';
import type { Authority } from '../../lib/domain/standard/authority.ts';
import { holdsOn } from '../../lib/domain/standard/provenance.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { findAuthority } from '../authorities.ts';
import { jurisdictions } from '../jurisdictions.ts';

const prefixOf = { registration: 'reg', 'credit-platform': 'credit' } as const satisfies Record<
  ExecutorKind,
  string
>;

const inGroupC = ({ group }: MeasureRow): boolean => group === 'C';

/**
 * Whose task a row is: on every side the authority of its kind at the head of the side, which answers for those under
 * it [inference]. Nobody's where the row names no kind, and of group C never anybody's.
 */
export function executorsOf(row: MeasureRow, on: PlainDate): readonly Authority[] {
  const { executor } = row;
  if (executor === undefined || inGroupC(row)) return [];
  return jurisdictions
    .map(({ division }) => findAuthority(`${prefixOf[executor]}-${division}`))
    .filter((authority) => authority !== undefined)
    .filter(({ provenance }) => holdsOn(provenance, on));
}

/** All whose tasks any row can be, of whatever day. */
export const executorIds = (): readonly string[] =>
  jurisdictions.flatMap(({ division }) =>
    Object.values(prefixOf)
      .map((prefix) => findAuthority(`${prefix}-${division}`)?.id)
      .filter((id) => id !== undefined),
  );
