import { findRecordClass, getRecordClass } from '../../catalog/records/record-classes.ts';
import type { Half } from '../domain/credit/half.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { recordStatesOf } from '../domain/credit/record-state.ts';
import { halfOf } from '../domain/credit/standing-at.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';

/**
 * A half made anew from all versions of its subject. Without the rules of a class its records cannot be counted, and a
 * half that passed them over would be wrong for whoever knows the class: an edition of the catalogue that is behind or has
 * dropped one writes none.
 *
 * @throws DomainError `unknown-record-class`.
 */
export function makeHalf(jurisdiction: string, versions: readonly RecordVersion[], on: PlainDate): Half {
  const own = versions.filter((version) => version.jurisdiction === jurisdiction);
  for (const { last, withdrawn } of recordStatesOf(own))
    if (withdrawn === undefined) getRecordClass(last.class);
  return halfOf(jurisdiction, versions, on, findRecordClass);
}
