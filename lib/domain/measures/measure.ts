import type { Severity } from '../credit/record.ts';
import { type Article, type Bilingual, holdsOn, type Provenance } from '../standard/provenance.ts';
import type { SubjectKind } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';

/**
 * A: lessens rights or adds duties, by law only. B: management within an authority's own duties. C: what others
 * may do at their own choice, shown as information and never as an instruction. `incentive`: of an incentive list.
 */
export const measureGroups = ['A', 'B', 'C', 'incentive'] as const;
export type MeasureGroup = (typeof measureGroups)[number];

/** Records a row rests on: of one class, and of these severities where it names any. */
export interface Trigger {
  readonly class: string;
  readonly severities?: readonly Severity[];
}

/**
 * When a measure ends. `record`: with the effect of the record. `term`: that many calendar months after the
 * decision. `decision`: only when somebody decides it.
 */
export type MeasureEnd =
  | { readonly kind: 'record' }
  | { readonly kind: 'term'; readonly months: number }
  | { readonly kind: 'decision' };

/** Kinds of authorities that answer for measures. */
export const executorKinds = ['registration', 'credit-platform'] as const;
export type ExecutorKind = (typeof executorKinds)[number];

/** What a published list names; what no row carries out applies to nobody, and `unapplied` says why. */
export interface ListedMeasure {
  readonly id: string;
  readonly group: MeasureGroup;
  readonly name: Bilingual;
  readonly object: Bilingual;
  readonly unapplied?: Bilingual;
  readonly provenance: Provenance;
}

/** A row of a published list (清单): the only way a measure or an incentive exists. */
export interface MeasureRow {
  readonly id: string;
  /** Of the list: which measure or incentive it carries out. */
  readonly listed?: string;
  readonly group: MeasureGroup;
  readonly name: Bilingual;
  readonly triggers: readonly Trigger[];
  /** The record's subject itself, if of one of these kinds; never anybody related to it. */
  readonly objects: readonly SubjectKind[];
  readonly purposes: readonly string[];
  /** It rests on these; when none of them holds any more, neither does the row. */
  readonly articles: readonly Article[];
  readonly executedBy: Bilingual;
  /** Whose task it is, on each side; left out where it is nobody's, as group C always is. */
  readonly executor?: ExecutorKind;
  readonly end: MeasureEnd;
  readonly release: Bilingual;
  /** The list and its edition, and how far the row was checked. */
  readonly provenance: Provenance;
}

/** The articles a row rests on that hold on a day. */
export const articlesOn = ({ articles }: Pick<MeasureRow, 'articles'>, on: PlainDate): readonly Article[] =>
  articles.filter((article) => holdsOn(article, on));

/** A row whose edition has lapsed, or the last of whose articles has, applies to nobody. */
export const isInForce = (row: Pick<MeasureRow, 'articles' | 'provenance'>, on: PlainDate): boolean =>
  holdsOn(row.provenance, on) && articlesOn(row, on).length > 0;

/** What somebody may look a subject up for (查询目的), and on what ground. */
export interface Purpose {
  readonly id: string;
  readonly name: Bilingual;
  /** False for purposes that only the service's own surfaces have. */
  readonly askable: boolean;
  /** Questions about the past are told of records that are repaired or annulled since. */
  readonly tellsWithdrawn?: boolean;
  /** The classes whose records it may see; all where it names none. Rows and lists of others are closed to it too. */
  readonly sees?: readonly string[];
  readonly bases: readonly PurposeBasis[];
  readonly provenance: Provenance;
}

/** A ground that allows looking somebody up (查询依据). */
export interface PurposeBasis {
  readonly id: string;
  readonly name: Bilingual;
  readonly articles: readonly Article[];
}
