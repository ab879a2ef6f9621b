import type { AuthorityKind } from '../standard/authority.ts';
import type { Level } from '../standard/place.ts';
import { type Article, type Bilingual, holdsOn } from '../standard/provenance.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { ListingTrigger } from './listing-trigger.ts';
import type { RepairCondition } from './repair.ts';

/** While it holds, a listing by an authority of these levels needs the consent of the next higher one. */
export interface ConsentRule {
  readonly validFrom: PlainDate;
  /** Exclusive. */
  readonly validTo?: PlainDate;
  readonly levels: readonly Level[];
  readonly articles: readonly Article[];
}

/** How one comes on a list and off it (列入、移出); by the day it is proposed. */
export interface ListTerms {
  /** The class of the records that are entries of the list. */
  readonly class: string;
  readonly validFrom: PlainDate;
  /** Exclusive. */
  readonly validTo?: PlainDate;
  /** Authorities whose feeds tell what was decided in systems of their own: they go on publishing directly. */
  readonly relayedBy: readonly AuthorityKind[];
  /** Grounds, basis and rights have to be told beforehand, and may be objected to; missing where law asks for none. */
  readonly notice?: { readonly objectionWorkingDays: number; readonly rights: readonly Bilingual[] };
  /** What of its conditions a record can show, so that automation proposes; missing where none does. */
  readonly proposedBy?: ListingTrigger;
  /** None that holds on the day of the decision: no consent is needed. */
  readonly consent: readonly ConsentRule[];
  readonly removal: {
    /** Months after the decision before which nobody is taken off. */
    readonly earliestMonths: number;
    readonly conditions: readonly RepairCondition[];
    readonly articles: readonly Article[];
  };
  /** Delivered with the decision (两书同达): how one gets off the list. */
  readonly repairNotice: Bilingual;
  readonly articles: readonly Article[];
}

export const needsConsent = ({ consent }: ListTerms, level: Level, on: PlainDate): boolean =>
  consent.some((rule) => holdsOn(rule, on) && rule.levels.includes(level));
