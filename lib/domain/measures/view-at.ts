import { type End, endsAfter } from '../credit/end.ts';
import { DISCLOSED, type DisclosedEntry, GOVERNING, type Half, type Tally } from '../credit/half.ts';
import { mergeRankings, type Ranked, type Ranking } from '../credit/ranking.ts';
import type { Article } from '../standard/provenance.ts';
import type { SubjectKind } from '../subject/subject-key.ts';
import { addDays, addMonths, type PlainDate } from '../time/plain-date.ts';
import { articlesOn, isInForce, type MeasureGroup, type MeasureRow, type Trigger } from './measure.ts';

type OfSide<Entry> = Entry & {
  readonly jurisdiction: string;
  /** Somebody says it is wrong, and is not answered yet (异议). */
  readonly disputed?: true;
};

/** A row that applies on a day, and what it rests on. */
export interface LiveMeasure {
  readonly row: MeasureRow;
  /** Those that hold on the day. */
  readonly articles: readonly Article[];
  /** When it ends if nothing is added. */
  readonly until: End;
  /** Up to three live records that end last, each with the end of the measure as far as it goes. */
  readonly records: readonly OfSide<Ranked>[];
  /** More live records stand behind it. */
  readonly more: boolean;
}

/** What applies to a subject on one day for one purpose. */
export interface StandingView {
  /** Groups A and B: these alone make a `hit`. */
  readonly discipline: readonly LiveMeasure[];
  /** Group C. */
  readonly information: readonly LiveMeasure[];
  readonly incentives: readonly LiveMeasure[];
  readonly disclosed: { readonly entries: readonly OfSide<DisclosedEntry>[]; readonly more: boolean };
  /** More records of the subject are disputed than are marked here. */
  readonly moreDisputed: boolean;
}

const triggers = (trigger: Trigger, tally: Tally): boolean =>
  trigger.class === tally.class &&
  (trigger.severities === undefined ||
    (tally.severity !== undefined && trigger.severities.includes(tally.severity)));

const mapEnds = (ranking: Ranking, end: (day: End) => End): Ranking => ({
  kept: ranking.kept.map((ranked) => ({ ...ranked, day: end(ranked.day) })),
  ...(ranking.next !== undefined && { next: end(ranking.next) }),
});

/**
 * Records ranked by the end the row's measure has through each. A term keeps the order of the decisions; its first
 * day is not counted and its last day is whole (民法典 第二百零一条至第二百零三条), so it is over the day after.
 */
function rankedFor(row: MeasureRow, tally: Tally): Ranking {
  switch (row.end.kind) {
    case 'record':
      return tally.byEnd;
    case 'term': {
      const { months } = row.end;
      return mapEnds(tally.byDecision, (day) => (day === 'open' ? day : addDays(addMonths(day, months), 1)));
    }
    case 'decision':
      return mapEnds(tally.byDecision, () => 'open');
  }
}

/** What one side ranks. */
interface SideRanking<Entry extends Ranked> {
  readonly jurisdiction: string;
  readonly ranking: Ranking<Entry>;
}

/**
 * Those that still hold on a day of what the sides rank together, each with its side and its mark; exact, as all that are not
 * kept ended no later than `next`.
 */
function liveOn<Entry extends Ranked>(
  sides: readonly SideRanking<Entry>[],
  size: number,
  day: PlainDate,
  disputed: ReadonlySet<string>,
) {
  const sideOf = (entry: Entry): string =>
    sides.find(({ ranking }) => ranking.kept.includes(entry))?.jurisdiction ?? '';
  const { kept, next } = mergeRankings(
    sides.map(({ ranking }) => ranking),
    size,
  );
  const entries = kept
    .filter((entry) => endsAfter(entry.day, day))
    .map((entry): OfSide<Entry> => {
      const ofSide = { ...entry, jurisdiction: sideOf(entry) };
      return disputed.has(entry.record) ? { ...ofSide, disputed: true } : ofSide;
    });
  return { entries, more: endsAfter(next, day) };
}

/** A row that applies to a kind of subject on a day, with the articles it rests on then. */
type RowInForce = Pick<LiveMeasure, 'row' | 'articles'>;

const rowsInForce = (rows: readonly MeasureRow[], kind: SubjectKind, day: PlainDate): readonly RowInForce[] =>
  rows
    .filter((row) => row.objects.includes(kind) && isInForce(row, day))
    .map((row) => ({ row, articles: articlesOn(row, day) }));

function measureOn(
  { row, articles }: RowInForce,
  halves: readonly Half[],
  day: PlainDate,
  disputed: ReadonlySet<string>,
): LiveMeasure | undefined {
  const sides = halves.flatMap(({ tallies, jurisdiction }) =>
    tallies
      .filter((tally) => row.triggers.some((trigger) => triggers(trigger, tally)))
      .map((tally) => ({ jurisdiction, ranking: rankedFor(row, tally) })),
  );
  const { entries, more } = liveOn(sides, GOVERNING, day, disputed);
  const [last] = entries;
  return last && { row, articles, until: last.day, records: entries, more };
}

/**
 * Tells what standings' halves say on a day that is not before the last record was added, through the rows of one
 * purpose, for subjects of one kind. A half that is absent counts as empty. What has ended is not shown, and what is disputed on
 * either side is marked, whichever side's record it is.
 */
export function viewsOn(
  rows: readonly MeasureRow[],
  kind: SubjectKind,
  day: PlainDate,
): (halves: readonly Half[]) => StandingView {
  const inForce = rowsInForce(rows, kind, day);
  return (halves) => {
    const disputed = new Set(halves.flatMap((half) => half.disputed?.kept ?? []));
    const live = inForce
      .map((row) => measureOn(row, halves, day, disputed))
      .filter((measure) => measure !== undefined);
    const inGroups = (...groups: readonly MeasureGroup[]) =>
      live.filter(({ row }) => groups.includes(row.group));
    const sides = halves.map(({ disclosed: ranking, jurisdiction }) => ({ jurisdiction, ranking }));
    return {
      discipline: inGroups('A', 'B'),
      information: inGroups('C'),
      incentives: inGroups('incentive'),
      disclosed: liveOn(sides, DISCLOSED, day, disputed),
      moreDisputed: halves.some((half) => half.disputed?.more === true),
    };
  };
}

/** The same of one subject. */
export const viewAt = (
  halves: readonly Half[],
  rows: readonly MeasureRow[],
  kind: SubjectKind,
  day: PlainDate,
): StandingView => viewsOn(rows, kind, day)(halves);
