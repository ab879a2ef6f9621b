import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { EnterpriseType } from './enterprise-type.ts';
import type { StatusPosition } from './licence-status.ts';
import type { NameDispute } from './name-dispute.ts';
import type { NameOrder } from './name-order.ts';
import type { Notice } from './notice.ts';

/** Who has which part in an enterprise; the key under which enterprises are found by person. */
export interface EnterpriseRole {
  readonly subject: SubjectKey;
  readonly role: string;
}

/** Who stands for the enterprise. An organisation that manages a partnership does it through a representative. */
export interface EnterpriseHead {
  readonly subject: SubjectKey;
  readonly name: string;
  readonly representative?: { readonly subject: SubjectKey; readonly name: string };
}

export type MemberKind =
  | 'shareholder'
  | 'promoter'
  | 'contributor'
  | 'investor'
  | 'partner'
  | 'member'
  | 'family-member'
  | 'parent';

/** Somebody the enterprise belongs to, with what they have in it. */
export interface EnterpriseMember {
  readonly subject: SubjectKey;
  readonly name: string;
  readonly as: MemberKind;
  readonly subscribedFen?: number;
  readonly paidFen?: number;
  readonly payBy?: PlainDate;
  /** When an increase was last registered of which the member subscribed a part: it has five years of its own. */
  readonly increasedOn?: PlainDate;
  /** 承担责任方式 of a partner. */
  readonly liability?: 'unlimited' | 'limited';
  /** What the rules of a type ask of a member beyond that, such as `farmer`. */
  readonly traits?: readonly string[];
}

/** A time out of business (歇业). `until` is its last day; a time that ended early says when. */
export interface Suspension {
  readonly from: PlainDate;
  readonly until: PlainDate;
  readonly resumedOn?: PlainDate;
  /** 法律文书送达地址, where it stands in for the seat. */
  readonly serviceAddress?: string;
}

/** A time in which an inquiry rests (中止调查, 实施细则 第五十四条). On the day it is resumed it goes on. */
export interface InquiryRest {
  readonly from: PlainDate;
  readonly resumedOn?: PlainDate;
}

/** An inquiry into a registration said to be false (实施细则 第五十二条、第五十三条). */
export interface Inquiry {
  /** The filing that opened it. */
  readonly id: string;
  /** The filing whose registration is in question. */
  readonly concerns: string;
  readonly acceptedOn: PlainDate;
  readonly extendedOn?: PlainDate;
  readonly closedOn?: PlainDate;
  readonly rests?: readonly InquiryRest[];
}

/** The file on its way from the authority that moved an enterprise out (实施细则 第六十二条). */
export interface FileHandover {
  readonly from: string;
  readonly to: string;
  readonly dueOn: PlainDate;
  readonly doneOn?: PlainDate;
  /** The filing by which the enterprise moved: it stands in the queue of the authority that has the file. */
  readonly filing?: string;
}

/** One step in an enterprise's life that changed what it is, and may be undone. */
export interface RegisteredStep {
  readonly filing: string;
  readonly item: string;
  readonly on: PlainDate;
  /** The version the step made. */
  readonly version: number;
}

/**
 * `licence-revoked`: 吊销营业执照; `ordered-to-close`: 责令关闭; `establishment-revoked`: 设立登记被撤销. All three still
 * stand until they are cancelled (注销), which alone ends an enterprise.
 */
export type EnterpriseStatus =
  | 'registered'
  | 'licence-revoked'
  | 'ordered-to-close'
  | 'establishment-revoked'
  | 'cancelled';

/** What law has an enterprise registered with, and what is filed of it. */
export interface EnterpriseContent {
  readonly type: EnterpriseType;
  /** 类型 or 组成形式, as the licence shows it: `有限责任公司`, `有限合伙企业`, `个人经营`. */
  readonly typeName: string;
  /** `undefined` only for an individual business that uses none. */
  readonly name?: string;
  /** 字号, under which the name is claimed. */
  readonly tradeName?: string;
  /** GB/T 4754 class of the industry the name shows. */
  readonly industry?: string;
  readonly heads: readonly EnterpriseHead[];
  readonly capitalFen?: number;
  readonly address: string;
  readonly businessScope: readonly string[];
  /** End of the term of business, exclusive; `undefined` for an indefinite term. */
  readonly termEnds?: PlainDate;
  readonly members: readonly EnterpriseMember[];
  readonly roles: readonly EnterpriseRole[];
  /** Code of the enterprise a branch belongs to. */
  readonly parent?: string;
  /** Who holds the investor's duties of a company of the State; routes later filings too. */
  readonly stateInvestor?: 'none' | 'provincial-or-above';
}

/** A name (曾用名) that an enterprise had, up to the day it was changed; that day is the first of the next one. */
export interface FormerName {
  readonly name: string;
  readonly tradeName?: string;
  readonly until: PlainDate;
}

/** What happens to an enterprise beside what it is registered with. */
export interface EnterpriseCourse {
  readonly status: EnterpriseStatus;
  readonly statusSince: PlainDate;
  readonly suspensions: readonly Suspension[];
  readonly notices: readonly Notice[];
  readonly inquiries: readonly Inquiry[];
  readonly handover?: FileHandover;
  /** The newest last; the oldest fall off. */
  readonly nameOrders?: readonly NameOrder[];
  /** The newest last; the oldest fall off. */
  readonly nameDisputes?: readonly NameDispute[];
  /** The newest last; the oldest fall off. */
  readonly formerNames?: readonly FormerName[];
  /** Codes of what it was before it turned into an enterprise of another class, and of what it turned into. */
  readonly succeeds?: string;
  readonly succeededBy?: string;
}

/** A registered enterprise (经营主体). Names of persons are those law publishes. */
export interface Enterprise extends EnterpriseContent, EnterpriseCourse {
  readonly code: string;
  readonly division: string;
  readonly registeredBy: string;
  readonly establishedOn: PlainDate;
  readonly registeredAt: Instant;
  /** Number of the licence it holds; 0 where it was withdrawn. */
  readonly licence: number;
  /** Where that licence stands in the published lists of statuses. */
  readonly licencePosition?: StatusPosition;
  /** How many licences were issued. */
  readonly licences: number;
  /** The newest last; the oldest fall off. */
  readonly steps: readonly RegisteredStep[];
  readonly version: number;
}

/** Kinds of members whom law has published; the others are kept on file. */
export const PUBLISHED_MEMBERS: readonly MemberKind[] = [
  'shareholder',
  'promoter',
  'contributor',
  'investor',
  'partner',
  'parent',
];
