import type { EnterpriseStatus, InquiryRest, MemberKind, Suspension } from '../registration/enterprise.ts';
import type { EnterpriseType } from '../registration/enterprise-type.ts';
import type { NameDispute } from '../registration/name-dispute.ts';
import type { NameOrder } from '../registration/name-order.ts';
import type { Notice } from '../registration/notice.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** A member of an enterprise as rules see it: no name. */
export interface MemberEvidence {
  readonly subject: SubjectKey;
  readonly as: MemberKind;
  readonly subscribedFen?: number;
  readonly paidFen?: number;
  readonly payBy?: PlainDate;
  readonly increasedOn?: PlainDate;
  readonly liability?: 'unlimited' | 'limited';
  readonly traits?: readonly string[];
}

/** A step that a filing may undo, as rules see it: which fields of the content it changed, and whether they stand. */
export interface UndoneEvidence {
  readonly filing: string;
  readonly item: string;
  readonly makes: 'establishment' | 'change' | 'cancellation';
  /** What it changed, and what later steps changed again. */
  readonly changed: readonly string[];
  readonly changedAgain: readonly string[];
}

/**
 * What the register holds of the enterprise a filing is about, as evidence of a case: no name of a person, no place,
 * no authority. Embedded whole in the receipt.
 */
export interface EnterpriseEvidence {
  readonly code: string;
  readonly version: number;
  readonly type: EnterpriseType;
  readonly typeName: string;
  readonly status: EnterpriseStatus;
  readonly statusSince: PlainDate;
  readonly establishedOn: PlainDate;
  /** False where it has meanwhile moved to another authority than the one that decides. */
  readonly withDecidingAuthority: boolean;
  readonly name?: string;
  readonly tradeName?: string;
  readonly industry?: string;
  readonly capitalFen?: number;
  readonly termEnds?: PlainDate;
  readonly businessScope: readonly string[];
  /** Whoever stands for it: an organisation that manages a partnership counts by its representative. */
  readonly heads: readonly SubjectKey[];
  readonly members: readonly MemberEvidence[];
  readonly roles: readonly { readonly subject: SubjectKey; readonly role: string }[];
  readonly suspensions: readonly Suspension[];
  readonly notices: readonly Notice[];
  readonly inquiries: readonly {
    readonly id: string;
    readonly concerns: string;
    readonly acceptedOn: PlainDate;
    readonly extendedOn?: PlainDate;
    readonly closedOn?: PlainDate;
    readonly rests?: readonly InquiryRest[];
  }[];
  readonly steps: readonly {
    readonly filing: string;
    readonly item: string;
    readonly on: PlainDate;
    readonly version: number;
  }[];
  readonly handover?: { readonly dueOn: PlainDate; readonly doneOn?: PlainDate };
  readonly nameOrders?: readonly NameOrder[];
  readonly nameDisputes?: readonly NameDispute[];
  readonly parent?: string;
  readonly succeeds?: string;
  readonly succeededBy?: string;
  /** Codes of standing enterprises in which it has a share, and of its standing branches. */
  readonly holdings: readonly string[];
  readonly branches: readonly string[];
}
