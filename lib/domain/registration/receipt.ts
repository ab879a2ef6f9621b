import type { Evidence } from '../standard/evidence.ts';
import type { Finding, Outcome } from '../standard/finding.ts';
import type { PlaceTerms } from '../standard/place.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import type { AcceptedBy, FilingEventType, Registration, Ruling, Withdrawal } from './filing.ts';

/** `typ` of a receipt's JWS. */
export const RECEIPT_TYPE = 'tongbiao-receipt+jwt';

/**
 * What a receipt (办理凭证) proves: on which facts, evidence and version of the standard something was decided,
 * what the standard found and admitted, and who chose what. Replaying it needs the facts beside it.
 */
export interface Receipt {
  readonly event: FilingEventType;
  readonly filing: string;
  readonly filingVersion: number;
  readonly item: string;
  readonly standardVersion: string;
  readonly submittedOn: PlainDate;
  readonly acceptedBy: AcceptedBy;
  readonly decidedBy: string;
  readonly terms: PlaceTerms;
  readonly factsHash: { readonly algorithm: string; readonly salt: string; readonly hash: string };
  readonly evidence: Evidence;
  readonly findings: readonly Finding[];
  readonly admissible: readonly Outcome[];
  /** The filing it corrects. */
  readonly corrects?: string;
  readonly ruling?: Ruling;
  readonly withdrawal?: Withdrawal;
  readonly due?: DueDay;
  readonly registration?: Registration;
  readonly issuedAt: Instant;
}
