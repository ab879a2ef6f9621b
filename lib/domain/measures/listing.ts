import { endsAfter } from '../credit/end.ts';
import type { Half, Tally } from '../credit/half.ts';
import type { FindRecordClass } from '../credit/record-class.ts';
import type { PlainDate } from '../time/plain-date.ts';

/**
 * What is known of a subject's past on lists that speak against it. `formerly-listed` is not `never-listed`, and where
 * a read failed or a list is not complete nothing is said but that it is `unknown`.
 */
export type ListingHistory = 'listed' | 'formerly-listed' | 'never-listed' | 'unknown';

/** One listing in effect, as far as a half keeps it: what it does not keep is left out. */
export interface LiveListing {
  readonly list: string;
  readonly record: string;
  readonly jurisdiction: string;
  /** The day of the decision that listed. */
  readonly since?: PlainDate;
  readonly issuedBy?: string;
  readonly until?: PlainDate;
  readonly disputed?: true;
}

export interface ListingView {
  readonly history: ListingHistory;
  readonly listings: readonly LiveListing[];
  /** More are in effect than are told. */
  readonly more: boolean;
}

const isListed = (findClass: FindRecordClass, bears: 'against' | 'any') => (tally: Tally) => {
  const found = findClass(tally.class);
  return found?.list === true && (bears === 'any' || found.bears === 'against');
};

function listingsIn(
  half: Half,
  tally: Tally,
  day: PlainDate,
  disputed: ReadonlySet<string>,
): readonly LiveListing[] {
  return tally.byEnd.kept
    .filter((entry) => endsAfter(entry.day, day))
    .map(({ record, day: end }) => {
      const shown = half.disclosed.kept.find((entry) => entry.record === record);
      const decided = tally.byDecision.kept.find((entry) => entry.record === record)?.day;
      const since = shown?.decidedOn ?? (decided === 'open' ? undefined : decided);
      return {
        list: tally.class,
        record,
        jurisdiction: half.jurisdiction,
        ...(since !== undefined && { since }),
        ...(shown && { issuedBy: shown.issuedBy }),
        ...(end !== 'open' && { until: end }),
        ...(disputed.has(record) && { disputed: true as const }),
      };
    });
}

/**
 * The lists a subject is on, and whether it ever was on one that speaks against it. `halves` is `undefined` where they
 * could not be read; `complete` tells that the sources of all such lists are. What is repaired or annulled is told of
 * only where `tellsWithdrawn`: for every other purpose it is as though it had not been.
 */
export function listingsAt(
  halves: readonly Half[] | undefined,
  findClass: FindRecordClass,
  day: PlainDate,
  { complete, tellsWithdrawn }: { readonly complete: boolean; readonly tellsWithdrawn: boolean },
): ListingView {
  if (halves === undefined) return { history: 'unknown', listings: [], more: false };
  const tallies = halves.flatMap((half) =>
    half.tallies.filter(isListed(findClass, 'any')).map((tally) => ({ half, tally })),
  );
  const withdrawn = tellsWithdrawn && halves.some((half) => half.withdrawnListing === true);
  const uncertain: ListingHistory = complete ? 'never-listed' : 'unknown';
  /* Of nearly everybody this is all there is to say. */
  if (tallies.length === 0)
    return { history: withdrawn ? 'formerly-listed' : uncertain, listings: [], more: false };
  const disputed = new Set(halves.flatMap((half) => half.disputed?.kept ?? []));
  const against = tallies.filter(({ tally }) => isListed(findClass, 'against')(tally));
  const live = ({ byEnd }: Tally): boolean =>
    byEnd.kept.some((entry) => endsAfter(entry.day, day)) || endsAfter(byEnd.next, day);
  const past: ListingHistory = against.length > 0 || withdrawn ? 'formerly-listed' : uncertain;
  return {
    history: against.some(({ tally }) => live(tally)) ? 'listed' : past,
    listings: tallies.flatMap(({ half, tally }) => listingsIn(half, tally, day, disputed)),
    more: tallies.some(({ tally }) => endsAfter(tally.byEnd.next, day)),
  };
}
