import type { Article } from '../standard/provenance.ts';
import type { ShownSubject } from '../subject/named-subject.ts';
import type { SourceCoverage, Verdict } from '../subject/standing-evidence.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** `typ` of a statement's JWS: neither a receipt nor a licence can be shown as one. */
export const STATEMENT_TYPE = 'tongbiao-credit-statement+jwt';

export interface StatedRecord {
  readonly record: string;
  readonly class: string;
  readonly severity?: string;
  readonly jurisdiction: string;
  readonly issuedBy: string;
  readonly decidedOn: PlainDate;
  readonly until?: PlainDate;
  readonly disputed?: true;
}

export interface StatedMeasure {
  readonly row: string;
  readonly group: string;
  readonly name: string;
  readonly executedBy: string;
  readonly articles: readonly Article[];
  readonly until?: PlainDate;
  readonly records: readonly string[];
}

/**
 * What the shared record says of a subject as of a time (信用报告), signed. It says what it rests on, so that whoever
 * holds it can check it without asking anybody; what happened after `knownAt` is not in it.
 */
export interface CreditStatement {
  readonly jti: string;
  readonly issuedAt: Instant;
  readonly subject: ShownSubject;
  readonly asOf: PlainDate;
  readonly knownAt: Instant;
  readonly purpose: string;
  readonly basis: string;
  /** The id under which the look-up that it tells was logged. */
  readonly lookup: string;
  /** The authority it was made for; missing where the subject itself asked for it. */
  readonly askedBy?: string;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly history: string;
  readonly completeUpTo?: Instant;
  readonly coverage: readonly SourceCoverage[];
  readonly measures: readonly StatedMeasure[];
  readonly incentives: readonly StatedMeasure[];
  readonly records: readonly StatedRecord[];
  /** More are disclosed than are told here. */
  readonly moreRecords: boolean;
}
