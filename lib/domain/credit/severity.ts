import type { AuthorityKind } from '../standard/authority.ts';
import type { Article } from '../standard/provenance.ts';
import { type SubjectKind, subjectKindOf } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Penalty, PenaltyKind } from './penalty.ts';
import type { KeptRecord, Severity } from './record.ts';

/** What a document has to say for a case to be it; of what is left out nothing is asked. */
export interface SeverityTest {
  readonly simpleProcedure?: true;
  /** At least one of its kinds is one of these. */
  readonly anyOf?: readonly PenaltyKind[];
  /** None of its kinds is any other. */
  readonly onlyOf?: readonly PenaltyKind[];
  /** A fine, if there is one, is less than this (较低数额), in fen. */
  readonly fineBelowFen?: Readonly<Record<SubjectKind, number>>;
}

/** The first case that fits decides. More than one severity: law, as far as it was read, leaves it to the authority. */
export interface SeverityCase {
  readonly when: SeverityTest;
  readonly admits: readonly Severity[];
}

/** One version of how the severity of a class follows from its document, by authority system and day of decision. */
export interface SeverityRule {
  readonly class: string;
  readonly authorityKinds: readonly AuthorityKind[];
  readonly decidedFrom: PlainDate;
  readonly decidedTo?: PlainDate;
  readonly cases: readonly SeverityCase[];
  readonly articles: readonly Article[];
}

function fits(test: SeverityTest, penalty: Penalty, kind: SubjectKind): boolean {
  const { kinds, fineFen, simpleProcedure = false } = penalty;
  return (
    (test.simpleProcedure === undefined || simpleProcedure) &&
    (test.anyOf === undefined || kinds.some((one) => test.anyOf?.includes(one))) &&
    (test.onlyOf === undefined || kinds.every((one) => test.onlyOf?.includes(one))) &&
    (test.fineBelowFen === undefined ||
      !kinds.includes('fine') ||
      (fineFen !== undefined && fineFen < test.fineBelowFen[kind]))
  );
}

type Judged = Pick<KeptRecord, 'class' | 'authorityKind' | 'decidedOn' | 'penalty' | 'subject'>;

/** The severities a document admits; `undefined` where it does not tell enough, or no rule reaches so far back. */
export function severitiesAdmitted(
  rules: readonly SeverityRule[],
  record: Judged,
): readonly Severity[] | undefined {
  const { penalty } = record;
  if (penalty === undefined) return undefined;
  const rule = rules.find(
    (one) =>
      one.class === record.class &&
      one.authorityKinds.includes(record.authorityKind) &&
      one.decidedFrom <= record.decidedOn &&
      (one.decidedTo === undefined || record.decidedOn < one.decidedTo),
  );
  const kind = subjectKindOf(record.subject);
  return rule?.cases.find(({ when }) => fits(when, penalty, kind))?.admits;
}
