import type { AuthorityKind } from '../standard/authority.ts';
import type { CodeCheck } from '../subject/named-subject.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Penalty } from './penalty.ts';
import type { RecordEvent } from './record-event.ts';

/** How grave the authority that decided finds it: 轻微, 一般, 严重 (信用修复管理办法). */
export const severities = ['minor', 'general', 'serious'] as const;
export type Severity = (typeof severities)[number];

/** The article an authority rests its decision on, as it names it. */
export interface Basis {
  readonly law: string;
  readonly article: string;
}

/** What an authority publishes about a subject: an entry of the public credit catalogue (信用记录). */
export interface CreditRecord {
  readonly class: string;
  readonly subject: SubjectKey;
  readonly issuedBy: string;
  /** As the document shows it. */
  readonly documentNumber: string;
  /** Tells apart several records that one document makes about one subject; 1 for the first. */
  readonly ordinal: number;
  /** The document's own date, from which periods count. */
  readonly decidedOn: PlainDate;
  readonly basis: readonly Basis[];
  readonly severity?: Severity;
  /** What a penalty consists of, where its authority tells. */
  readonly penalty?: Penalty;
  /** The authority found it necessary to publish what in principle is not. */
  readonly publicationNecessary?: boolean;
  /** When it was first published, for rules that count from there. */
  readonly publishedOn?: PlainDate;
  /** The end the document itself names, exclusive. */
  readonly validTo?: PlainDate;
}

/** A record as its side keeps it, whatever happened to it. */
export interface KeptRecord extends CreditRecord {
  readonly id: string;
  /** The side of the issuing authority; only that side writes it. */
  readonly jurisdiction: string;
  readonly authorityKind: AuthorityKind;
  /** The organisation's code fails its own check, or is of before the unified ones; kept, since real records bear them. */
  readonly codeCheck?: Exclude<CodeCheck, 'passed'>;
  /** Whether the severity follows from the document by the rules, or could only be taken from the publisher. */
  readonly severityBy?: 'rules' | 'publisher';
}

/**
 * What happened to a record, and the whole of the record as it stands since (the last version tells its content, all
 * together tell its state). Versions are only ever added; version 1 is its publication.
 */
export interface RecordVersion extends KeptRecord {
  readonly version: number;
  readonly happened: RecordEvent;
  readonly recordedAt: Instant;
  /** The authority that handed it in: the issuing one, or its side's credit platform. */
  readonly recordedBy: string;
}
