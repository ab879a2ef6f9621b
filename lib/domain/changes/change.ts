import type { Instant } from '../time/instant.ts';

/** What is told to subscribers (变更通知), each by what happened. A type is never given another meaning: it gets a new version. */
export const changeTypes = [
  'FilingReturned',
  'FilingAccepted',
  'FilingRegistered',
  'FilingRefused',
  'FilingWithdrawn',
  'FilingClaimed',
  'FilingHandedOver',
  'ExtensionProposed',
  'ExtensionApproved',
  'ExtensionDeclined',
  'RecordPublished',
  'RecordCorrected',
  'RecordAnnulled',
  'RepairGranted',
  'RepairRevoked',
  'RecordShielded',
  'RecordUnshielded',
  'MeasureProposed',
  'MeasureNotified',
  'MeasureObjected',
  'MeasureDecided',
  'MeasureNotApplied',
  'MeasureExecuted',
  'MeasureFedBack',
  'MeasureReleased',
  'DisclosureEnded',
  'SourceStale',
  'SourceRestored',
] as const;
export type ChangeType = (typeof changeTypes)[number];

/**
 * That something happened, as anybody may hear who may follow the changes at all: which filing or record, of which
 * authority, and what kind of thing; never whom it is about. Who wants to know more asks for the thing itself, by his
 * own rights and, for credit, with a purpose that is logged.
 */
export interface Change {
  /** The same for the same event, however often it is told. */
  readonly id: string;
  /** The side of the authority whose decision it is. */
  readonly side: string;
  readonly type: ChangeType;
  readonly at: Instant;
  /** Where the thing is found, below `/v1/`. */
  readonly subject: string;
  readonly authority: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A change in its place among those of its side: 1, 2, 3 … without gaps. */
export interface NumberedChange {
  readonly number: number;
  readonly change: Change;
}
