import type { AuthorityKind } from '../standard/authority.ts';
import type { Article, Bilingual, Provenance } from '../standard/provenance.ts';
import type { SubjectKind } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { PenaltyKind } from './penalty.ts';
import type { Severity } from './record.ts';

/**
 * How long something lasts. `document`: until the end the document names, or until a decision where it names none.
 * `months`: that many calendar months, or less where the document names an earlier end.
 */
export type Span =
  | { readonly kind: 'none' }
  | { readonly kind: 'document' }
  | {
      readonly kind: 'months';
      readonly months: number;
      readonly from: 'document' | 'publication';
      /** The corresponding day, on which a bar of years ends, still belongs to it. */
      readonly lastDay?: 'counts';
      /** Where the document imposes one of these, it lasts up to the end the document names, also past the months. */
      readonly asLongAs?: readonly PenaltyKind[];
    };

/**
 * One version of the rule for a class, authority system and severity, by the day of the decision. What is decided
 * under one rule keeps it. `decidedTo` is exclusive.
 */
export interface PeriodRule {
  readonly authorityKinds: readonly AuthorityKind[];
  readonly severity?: Severity;
  readonly decidedFrom: PlainDate;
  readonly decidedTo?: PlainDate;
  /** The disclosure period (公示期). */
  readonly disclosure: Span;
  /** Instead, where the authority found publication necessary. */
  readonly disclosureIfNecessary?: Span;
  /** How long the record itself holds, so that measures may rest on it. */
  readonly effect: Span;
  readonly articles: readonly Article[];
}

/** A class of the public credit catalogue (公共信用信息目录). What is in no class may not be recorded. */
export interface RecordClass {
  readonly id: string;
  readonly name: Bilingual;
  /** Whether it speaks against its subject, for it, or neither. Measures never rest on a neutral record. */
  readonly bears: 'against' | 'for' | 'neutral';
  readonly subjects: readonly SubjectKind[];
  readonly issuedBy: readonly AuthorityKind[];
  /** The severities a record of the class must choose from; none where the class knows no severity. */
  readonly severities: readonly Severity[];
  readonly periods: readonly PeriodRule[];
  /** A named list (名单、名录): being recorded is being on it. */
  readonly list?: true;
  /** Of a local supplement (地方公共信用信息补充目录): the one side whose authorities may record it. */
  readonly jurisdiction?: string;
  readonly provenance: Provenance;
}

/** The catalogue as rules need it: a class by its id. */
export type FindRecordClass = (id: string) => RecordClass | undefined;
