import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import type { DisputeMarks } from './half.ts';

/** A document somebody keeps, named by its title and the SHA-256 of its bytes. */
export interface Proof {
  readonly title: string;
  readonly sha256: string;
}

/** Who raised something or asked for it: the subject itself, or an authority on its behalf. */
export interface Raiser {
  readonly caller: string;
  readonly authority?: string;
}

/** What the authority that determined the record says to a dispute. */
export interface DisputeAnswer {
  readonly outcome: 'upheld' | 'rejected';
  readonly reason: string;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly authority: string;
  /** The version of the record that came of it. */
  readonly version?: number;
}

/**
 * An objection to a record (异议): an item of its own, on the side where it is raised. Until it is answered, the record
 * is marked wherever it is told.
 */
export interface Dispute {
  readonly record: string;
  /** The first of a record is 1. */
  readonly number: number;
  readonly subject: SubjectKey;
  readonly jurisdiction: string;
  readonly raisedBy: Raiser;
  readonly raisedOn: PlainDate;
  readonly raisedAt: Instant;
  readonly reason: string;
  readonly proofs: readonly Proof[];
  readonly answerBy: DueDay;
  readonly answer?: DisputeAnswer;
  readonly version: number;
}

/** Marks kept with a half; of more than these it is only told that there are more. */
export const MARKED = 8;

export const isOpen = ({ answer }: Dispute): boolean => answer === undefined;

/** What one side has to mark of a subject's records: the disputes raised there, the oldest first. */
export function marksOf(jurisdiction: string, disputes: readonly Dispute[]): DisputeMarks | undefined {
  const open = disputes
    .filter((dispute) => dispute.jurisdiction === jurisdiction && isOpen(dispute))
    .toSorted((a, b) => (a.raisedAt + a.record < b.raisedAt + b.record ? -1 : 1));
  const records = [...new Set(open.map(({ record }) => record))];
  return records.length === 0 ? undefined : { kept: records.slice(0, MARKED), more: records.length > MARKED };
}

/** How often something may be asked of one record, and of all records of a subject. */
export interface Most {
  readonly mostForRecord: number;
  readonly mostForSubject: number;
}

/** Why a record cannot be disputed now; `undefined` when it can. */
export function whyNotDisputable(
  record: string,
  ofSubject: readonly Dispute[],
  { mostForRecord, mostForSubject }: Most,
): 'disputed-already' | 'disputed-too-often' | 'too-many-disputes-of-subject' | undefined {
  const ofRecord = ofSubject.filter((dispute) => dispute.record === record);
  if (ofRecord.some(isOpen)) return 'disputed-already';
  if (ofRecord.length >= mostForRecord) return 'disputed-too-often';
  return ofSubject.length >= mostForSubject ? 'too-many-disputes-of-subject' : undefined;
}
