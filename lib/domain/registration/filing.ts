import type { Evidence } from '../standard/evidence.ts';
import type { Finding, Outcome } from '../standard/finding.ts';
import type { Article } from '../standard/provenance.ts';
import type { RoutingReason } from '../standard/routing-reason.ts';
import type { OtherKeys } from '../subject/linked-key.ts';
import type { PersonFacts } from '../subject/person.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import type { Clock } from './due-day.ts';
import type { FilingStep } from './filing-step.ts';
import type { FiledUpload } from './material.ts';

/** Where a filing was handed in. It changes nothing but the letterhead of the receipt. */
export type AcceptedBy =
  | { readonly channel: 'online' }
  | { readonly channel: 'window'; readonly window: string; readonly authority: string };

/** An extension (细则 第十八条): asked for by a registrar, approved by the head of the authority. */
export interface Extension {
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: Instant;
  readonly approvedBy?: string;
  readonly approvedAt?: Instant;
}

/** A step outside the standard's admissible outcomes; counted and shown. */
export interface Departure {
  readonly code: string;
  readonly reason: string;
}

/** What a party can do against a refusal (救济途径): before whom, and within what time of learning of it. */
export interface Remedy {
  readonly kind: 'reconsideration' | 'lawsuit';
  readonly body: string;
  /** Calendar days or months. */
  readonly period: { readonly unit: 'days' | 'months'; readonly count: number };
  readonly articles: readonly Article[];
}

export interface Ruling {
  readonly outcome: Outcome;
  /** `standard` when registered or returned automatically, otherwise the officer. */
  readonly by: string;
  readonly at: Instant;
  readonly on: PlainDate;
  readonly reason?: string;
  /** The rules an officer rests a refusal on. */
  readonly grounds?: readonly string[];
  readonly remedies?: readonly Remedy[];
  readonly departure?: Departure;
  /** Decided after its due day. */
  readonly late?: true;
  /** How many working days had passed since the due day: 0 where only rest days had. */
  readonly overdueDays?: number;
}

/** Taken back by whoever filed it, or at the window that took it, before it was decided. */
export interface Withdrawal {
  readonly by: string;
  readonly at: Instant;
  readonly on: PlainDate;
  readonly reason?: string;
}

/** The officer who has claimed a filing in review: nobody else decides it until it is handed over. */
export interface Assignee {
  readonly officer: string;
  readonly since: Instant;
}

/** A person of a filing as answers may show them. */
export interface MaskedPerson {
  readonly ref: string;
  readonly name: string;
  readonly number: string;
}

interface FiledPackage {
  readonly id: string;
  /** Counts up with every change; the entity tag. */
  readonly version: number;
  readonly item: string;
  readonly standardVersion: string;
  /** The enterprise's full name, as filed or as it has it; `undefined` where it has none. */
  readonly name?: string;
  /** Code of the enterprise it is about, where that is in the register. */
  readonly enterprise?: string;
  /** Handed in by an officer for an authority (依职权). */
  readonly exOfficio?: true;
  /** Code of the county-level division of the place. */
  readonly division: string;
  readonly submittedAt: Instant;
  readonly submittedOn: PlainDate;
  readonly submittedBy: string;
  /** Who filed it on-line, where their token says so; for recusal alone. */
  readonly submitterKey?: SubjectKey;
  /** The filing that was returned, refused or withdrawn, and that this one corrects. */
  readonly corrects?: string;
  /** The filing that corrects this one. */
  readonly correctedBy?: string;
  readonly acceptedBy: AcceptedBy;
  readonly decidedBy: string;
  /** Why that authority; `undefined` of filings that were submitted before it was kept. */
  readonly routing?: RoutingReason;
  /** The filed facts without their persons, who are sealed apart. */
  readonly filed: Readonly<Record<string, unknown>>;
  readonly persons: readonly PersonFacts[];
  /**
   * The day from which the facts are kept no longer: `filed`, `persons`, `maskedPersons` and `sealedPersons` are then
   * empty. The receipts stay with their hashes, and say of the facts nothing but which ones they were.
   */
  readonly erasedOn?: PlainDate;
  /** The day from which it is kept and nothing else: its applicant and auditors alone see it (个人信息保护法 第四十七条第二款). */
  readonly restrictedOn?: PlainDate;
  /** The other keys of its persons, where two hashing keys were at hand when it was filed; no part of its facts. */
  readonly otherKeys?: OtherKeys;
  readonly maskedPersons: readonly MaskedPerson[];
  readonly sealedPersons: string;
  /** Files that were handed in with it; a material without one is on paper, by its digest. */
  readonly uploads?: readonly FiledUpload[];
  readonly findings: readonly Finding[];
  readonly admissible: readonly Outcome[];
}

export type FilingState =
  | { readonly state: 'returned' | 'refused'; readonly ruling: Ruling }
  | {
      readonly state: 'in-review';
      readonly due: DueDay;
      /** What the due day is counted from again when the calendar changes; see `redated`. */
      readonly clock?: Clock;
      readonly extension?: Extension;
      readonly assignee?: Assignee;
      /** What its findings rest on, until it is decided on what stands then. */
      readonly evidence: Evidence;
    }
  | { readonly state: 'withdrawn'; readonly withdrawal: Withdrawal }
  | {
      readonly state: 'registered';
      readonly ruling: Ruling;
      readonly registration: Registration;
    };

/** What registering a filing made (登记、备案、公告 or a name held). */
export interface Registration {
  /** The enterprise it made or changed. */
  readonly code?: string;
  /** The version of the enterprise that it made. */
  readonly version?: number;
  /** Number of the licence it issued. */
  readonly licence?: number;
  /** A name that is held until this day, exclusive. */
  readonly reservedUntil?: PlainDate;
  /** Ids of the credit records that the decision has by law. */
  readonly records?: readonly string[];
  /** The authority that has the file of the enterprise that moved, by when it hands it over, and when that ended. */
  readonly handover?: {
    readonly from: string;
    readonly dueOn: PlainDate;
    readonly closedOn?: PlainDate;
    readonly closedAt?: Instant;
  };
}

/** One submitted package (办件) and where it stands. */
export type Filing = FiledPackage & FilingState;

export type FilingEventType =
  | 'FilingReturned'
  | 'FilingAccepted'
  | 'FilingRegistered'
  | 'FilingRefused'
  | 'FilingWithdrawn'
  | 'FilingClaimed'
  | 'FilingHandedOver'
  | 'ExtensionProposed'
  | 'ExtensionApproved'
  | 'ExtensionDeclined';

/** One step of a filing, with what it made of it. */
export interface FilingEvent extends FilingStep {
  /** Signed proof of what happened, compact JWS. */
  readonly receipt: string;
}
