import type { Article } from '../standard/provenance.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { endsAfter } from './end.ts';
import type { PenaltyKind } from './penalty.ts';
import type { Periods } from './periods.ts';
import type { KeptRecord } from './record.ts';
import type { RecordState } from './record-state.ts';

/**
 * What of a list's conditions a record can show (列入情形): so much makes a proposal to look at, and never a listing. The rest
 * is for an officer to judge, and stands in `judged`.
 */
export interface ListingTrigger {
  /** The class of the records that show it. */
  readonly class: string;
  /** At least one of these is imposed (较重行政处罚). */
  readonly anyOf: readonly PenaltyKind[];
  /** What no record shows. */
  readonly judged: string;
  readonly articles: readonly Article[];
}

/**
 * The penalties by which a record shows a trigger on a day; empty where it does not. Only one that stands, and whose
 * periods still run: what is over or withdrawn gives no occasion to look at anybody.
 */
export function shownBy(
  { class: id, anyOf }: ListingTrigger,
  { last, withdrawn }: RecordState,
  { disclosure, effect }: Periods,
  on: PlainDate,
): readonly PenaltyKind[] {
  const stands =
    withdrawn === undefined && (endsAfter(disclosure?.until, on) || endsAfter(effect?.until, on));
  if (last.class !== id || !stands) return [];
  return (last.penalty?.kinds ?? []).filter((kind) => anyOf.includes(kind));
}

/** 谁处罚、谁列入: the authority that imposed it, where the list is one that authorities of its kind keep. */
export const listsItself = (
  { authorityKind }: Pick<KeptRecord, 'authorityKind'>,
  issuedBy: readonly string[],
): boolean => issuedBy.includes(authorityKind);
