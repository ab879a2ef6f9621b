import type { SubjectKey } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Enterprise, EnterpriseContent, EnterpriseCourse, EnterpriseStatus } from './enterprise.ts';

/** The name a filing asks for, as it is claimed within the deciding authority. */
export interface ClaimedName {
  /** 字号, under which it is claimed. */
  readonly tradeName: string;
  /** The whole name. */
  readonly name: string;
  /** GB/T 4754 class the name's industry word stands for; `undefined` where the name shows no industry. */
  readonly industry?: string;
}

/** What becomes of the name an enterprise had. `released`: it leaves nothing behind, as it goes on elsewhere. */
export type NameLeft = 'given-up' | 'revoked' | 'released';

/** A credit record that a decision has by law, of the deciding authority's side. */
export interface Consequence {
  readonly class: string;
  readonly subject: SubjectKey;
  readonly documentNumber: string;
  readonly decidedOn: PlainDate;
  readonly basis: readonly { readonly law: string; readonly article: string }[];
  readonly severity?: 'minor' | 'general' | 'serious';
  readonly validTo?: PlainDate;
}

/**
 * What a filing makes of the register once it is registered. Pure: an item says what is to be, the act writes it.
 */
export type RegisterChange =
  | {
      readonly kind: 'establish';
      readonly content: EnterpriseContent;
      readonly name?: ClaimedName;
      /** An enterprise that stood before it came into this register brings its code and its day. */
      readonly takenOver?: {
        readonly code: string;
        readonly establishedOn: PlainDate;
        /** Where it lost its licence before: it stands on, and gets none here. */
        readonly lost?: {
          readonly status: Exclude<EnterpriseStatus, 'registered' | 'cancelled'>;
          readonly since: PlainDate;
        };
      };
      /**
       * The enterprise the filing is about goes on as this one, under a code of its own: it ends in the same step.
       * What becomes of its name is told.
       */
      readonly succeeds?: { readonly leaves: NameLeft };
    }
  | {
      readonly kind: 'amend';
      /** What is new; fields left out stay. */
      readonly content?: Partial<EnterpriseContent>;
      readonly course?: Partial<EnterpriseCourse>;
      /** Where the enterprise moves, the place it moves to. */
      readonly division?: string;
      /** Fields that end: `termEnds` where the term becomes indefinite, `name` where it is given up. */
      readonly without?: readonly ('termEnds' | 'name' | 'tradeName' | 'industry' | 'handover')[];
      /** `keep`: nothing on the licence changes; `withdraw`: it holds none any more (缴回、作废). */
      readonly licence: 'reissue' | 'keep' | 'withdraw';
      readonly name?: { readonly leaves?: NameLeft; readonly takes?: ClaimedName };
      readonly consequences?: readonly Consequence[];
      /** The decision on this filing was wrong: the credit records that came of it are annulled by this document. */
      readonly annulsRecordsOf?: {
        readonly filing: string;
        readonly document: { readonly number: string; readonly decidedOn: PlainDate };
      };
    }
  | {
      readonly kind: 'reserve-name';
      readonly name: ClaimedName;
      /** 企业名称登记管理规定 第十八条: two months, or a year. */
      readonly months: number;
      /** Those whose own filing the reservation does not keep out. */
      readonly for: readonly SubjectKey[];
    };

/** A step of an enterprise's life that may be undone. */
export interface UndoneStep {
  readonly filing: string;
  readonly item: string;
  /** What stood before it; nothing did before the establishment. */
  readonly before?: Enterprise;
  readonly after: Enterprise;
}

/** What an item's effect may know beyond the filing itself. */
export interface RegisterContext {
  /** The filing that is registered. */
  readonly filing: string;
  /** The day it is registered. */
  readonly on: PlainDate;
  /** The full name of the place, from its province down: it heads an address. */
  readonly place: string;
  /** The deciding authority. */
  readonly authority: string;
  /** The enterprise the filing is about, whole; and what it was before and after a step that may be undone. */
  readonly enterprise?: Enterprise;
  readonly undone?: UndoneStep;
}
