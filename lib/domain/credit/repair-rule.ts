import type { AuthorityKind } from '../standard/authority.ts';
import type { Article } from '../standard/provenance.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { PenaltyField, PenaltyKind } from './penalty.ts';
import type { RecordVersion, Severity } from './record.ts';

/**
 * From when a record can be repaired: so many months after the document, or after its publication. `never`: law has it
 * stand its whole time.
 */
export type RepairTerms =
  | {
      readonly kind: 'after';
      readonly months: number;
      readonly from: 'document' | 'publication';
      /** More months in a field of its own (食品、药品、特种设备). */
      readonly longer?: { readonly fields: readonly PenaltyField[]; readonly months: number };
      /** Not where the document imposes one of these. */
      readonly neverFor?: readonly PenaltyKind[];
    }
  | { readonly kind: 'never' };

/** One version of the rule for a class, authority system and severity, by the day of the decision; `decidedTo` is exclusive. */
export interface RepairRule {
  readonly class: string;
  readonly authorityKinds: readonly AuthorityKind[];
  readonly severity?: Severity;
  readonly decidedFrom: PlainDate;
  readonly decidedTo?: PlainDate;
  readonly terms: RepairTerms;
  readonly articles: readonly Article[];
}

type Judged = Pick<RecordVersion, 'class' | 'authorityKind' | 'severity' | 'decidedOn'>;

export const repairTermsOf = (rules: readonly RepairRule[], record: Judged): RepairTerms | undefined =>
  rules.find(
    (rule) =>
      rule.class === record.class &&
      rule.authorityKinds.includes(record.authorityKind) &&
      rule.severity === record.severity &&
      rule.decidedFrom <= record.decidedOn &&
      (rule.decidedTo === undefined || record.decidedOn < rule.decidedTo),
  )?.terms;
