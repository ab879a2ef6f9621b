import { isSameSubject, type LinkedKey, MOST_LINKS } from '../subject/linked-key.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Period } from './end.ts';
import { type Periods, periodsOf } from './periods.ts';
import { emptyRanking, type Ranked, type Ranking, withEntry } from './ranking.ts';
import type { RecordVersion, Severity } from './record.ts';
import type { FindRecordClass, RecordClass } from './record-class.ts';

/** Records named as the ground of a measure. */
export const GOVERNING = 3;
/** Disclosed entries kept with a half; the rest are listed by page. */
export const DISCLOSED = 10;

/**
 * The records of one class and severity, as far as any measure can need them: those whose effect ends last, for
 * measures that last as long as the record, and those decided last, for measures with a term of their own.
 *
 * Kept by class and not by measure row, so that a row added to a list applies at once to what is already recorded.
 */
export interface Tally {
  readonly class: string;
  readonly severity?: Severity;
  /** All records ever counted, ended ones too. */
  readonly count: number;
  readonly byEnd: Ranking;
  readonly byDecision: Ranking;
}

/** A record as it is disclosed; `day` is the end of its disclosure. */
export interface DisclosedEntry extends Ranked {
  readonly class: string;
  readonly severity?: Severity;
  readonly issuedBy: string;
  readonly decidedOn: PlainDate;
}

/**
 * One side's half of a subject's standing (信用状况). Bounded: it does not grow with the subject's history. It
 * holds ends, not states; what is live is told when it is read.
 */
export interface Half {
  readonly jurisdiction: string;
  /** By class, then severity. */
  readonly tallies: readonly Tally[];
  readonly disclosed: Ranking<DisclosedEntry>;
  /** The first day on which a record counts again that counts for nothing now: from it on the half is out of date. */
  readonly rightUntil?: PlainDate;
  /** Some record of a list that speaks against the subject was repaired or annulled: told for few purposes alone. */
  readonly withdrawnListing?: true;
  /** Records of either side that are disputed on this one. */
  readonly disputed?: DisputeMarks;
  /** Other keys of the subject: whoever reads a half has to read what stands under them. Those of persons stay; a code's, until withdrawn. */
  readonly linked?: readonly LinkedKey[];
}

/** The half with one more link, or as it is where it has that already. */
export function withLink(half: Half, link: LinkedKey): Half {
  const { linked = [] } = half;
  if (linked.some(({ key }) => key === link.key)) return half;
  if (linked.length >= MOST_LINKS) throw new RangeError('A subject has too many keys');
  return { ...half, linked: [...linked, link] };
}

/** The half without a link that should not have been recorded. */
export function withoutLink({ linked = [], ...half }: Half, key: LinkedKey['key']): Half {
  const left = linked.filter((one) => one.key !== key);
  return { ...half, ...(left.length > 0 && { linked: left }) };
}

/** What a half made anew from its records keeps of the one before, as no record tells it. */
export const keptOf = ({ linked }: Pick<Half, 'linked'>): Pick<Half, 'linked'> => ({
  ...(linked && { linked }),
});

/** Keys that stand for the same subject as the half's own. */
export const sameSubjectKeys = (halves: readonly Half[]) =>
  halves.flatMap(({ linked = [] }) => linked.filter(isSameSubject).map(({ key }) => key));

/** Marks of disputes that are not answered yet (异议标注). */
export interface DisputeMarks {
  readonly kept: readonly string[];
  /** More are disputed than are kept. */
  readonly more: boolean;
}

/** Whether a half still says what is on a day; if not, the records have to be asked. */
export const isRightOn = ({ rightUntil }: Half, day: PlainDate): boolean =>
  rightUntil === undefined || day < rightUntil;

/** What is known of a subject of whom nothing was recorded. */
export const emptyHalf = (jurisdiction: string): Half => ({
  jurisdiction,
  tallies: [],
  disclosed: emptyRanking,
});

const keyOf = ({ class: id, severity }: Pick<Tally, 'class' | 'severity'>): string =>
  `${id}\n${severity ?? ''}`;

function tallied(tallies: readonly Tally[], record: RecordVersion, effect: Period): readonly Tally[] {
  const { class: id, severity } = record;
  const key = keyOf(record);
  const known = tallies.find((tally) => keyOf(tally) === key);
  const before: Tally = known ?? {
    class: id,
    ...(severity !== undefined && { severity }),
    count: 0,
    byEnd: emptyRanking,
    byDecision: emptyRanking,
  };
  const after: Tally = {
    ...before,
    count: before.count + 1,
    byEnd: withEntry(before.byEnd, { record: record.id, day: effect.until }, GOVERNING),
    byDecision: withEntry(before.byDecision, { record: record.id, day: record.decidedOn }, GOVERNING),
  };
  return [...tallies.filter((tally) => tally !== known), after].toSorted((a, b) =>
    keyOf(a) < keyOf(b) ? -1 : 1,
  );
}

function disclosedEntry(record: RecordVersion, disclosure: Period): DisclosedEntry {
  const { id, class: recordClass, severity, issuedBy, decidedOn } = record;
  return {
    record: id,
    day: disclosure.until,
    class: recordClass,
    ...(severity !== undefined && { severity }),
    issuedBy,
    decidedOn,
  };
}

/**
 * A half with one more record, which must be of its side, newly published and not in it yet. Equal to computing the half from
 * all records anew, in whatever order they came.
 *
 * @throws RangeError for a record of a class or day the catalogue does not know.
 */
export function addToHalf(half: Half, record: RecordVersion, findClass: FindRecordClass): Half {
  const recordClass: RecordClass | undefined = findClass(record.class);
  if (recordClass === undefined) throw new RangeError(`No class ${record.class}`);
  return addPeriods(half, record, periodsOf(recordClass, record), recordClass.bears !== 'neutral');
}

/** The same, of the periods given: measures rest only on a record that bears on its subject. */
export function addPeriods(
  half: Half,
  record: RecordVersion,
  { disclosure, effect }: Periods,
  bears: boolean,
): Half {
  return {
    ...half,
    tallies: effect && bears ? tallied(half.tallies, record, effect) : half.tallies,
    disclosed: disclosure
      ? withEntry(half.disclosed, disclosedEntry(record, disclosure), DISCLOSED)
      : half.disclosed,
  };
}
