import { organisationKey, type SubjectKey } from '../subject/subject-key.ts';
import type { Instant, Moment } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import type { Enterprise } from './enterprise.ts';
import type { AcceptedBy, Filing, FilingEventType, Registration, Ruling } from './filing.ts';

/** A ruling without what an officer wrote, which may name anybody. */
export interface RulingStep
  extends Pick<Ruling, 'outcome' | 'by' | 'at' | 'on' | 'grounds' | 'remedies' | 'late' | 'overdueDays'> {
  /** Code of the reason for a step outside the standard. */
  readonly departure?: string;
}

/**
 * One step of a filing and what the filing is after it, as whoever follows the filings is told: whole, so that nothing has
 * to be read and an older step can be passed over. No text that anybody wrote, no name; persons only by keyed hash.
 */
export interface FilingStep {
  readonly type: FilingEventType;
  readonly at: Instant;
  readonly on: PlainDate;
  /** The officer, or `standard`. */
  readonly by: string;
  readonly filing: string;
  /** The version of the filing that it made. */
  readonly version: number;
  readonly item: string;
  readonly standardVersion: string;
  readonly division: string;
  readonly state: Filing['state'];
  readonly submittedAt: Instant;
  readonly submittedOn: PlainDate;
  readonly submittedBy: string;
  readonly acceptedBy: AcceptedBy;
  readonly decidedBy: string;
  readonly exOfficio?: true;
  /** Code of the enterprise it is about, or that it made. */
  readonly enterprise?: string;
  /** The filing that this one mends. */
  readonly corrects?: string;
  /** How many findings are to be mended, and how many a person has to judge. */
  readonly defects: number;
  readonly toJudge: number;
  readonly due?: DueDay;
  readonly ruling?: RulingStep;
  readonly registration?: Registration;
  /** The time to decide it was extended. */
  readonly extended?: true;
  /** Whom besides the applicant it concerns. */
  readonly concerned?: readonly SubjectKey[];
}

export interface Stepping {
  readonly type: FilingEventType;
  readonly by: string;
  /** The filing as it was before this step; `undefined` where it is the first. */
  readonly before?: Filing | undefined;
  /** The enterprise it is about as the register had it. */
  readonly enterprise?: Enterprise | undefined;
}

/** More are not told: an enterprise has one head, a partnership some. */
const MOST_CONCERNED = 20;

/**
 * What an authority did to an enterprise by its office is told to the enterprise and to those who stand for it, once it is
 * done; whatever somebody else files about an enterprise, and whatever still waits, is told to nobody but whoever filed it.
 */
function concernedBy(filing: Filing, enterprise: Enterprise | undefined): readonly SubjectKey[] {
  const isDone = filing.exOfficio === true && filing.state === 'registered';
  if (!isDone || enterprise === undefined || enterprise.code !== filing.enterprise) return [];
  const heads = enterprise.heads.flatMap(({ subject, representative }) => [
    subject,
    ...(representative === undefined ? [] : [representative.subject]),
  ]);
  return [...new Set([organisationKey(enterprise.code), ...heads])].slice(0, MOST_CONCERNED);
}

/** Field by field: what a ruling comes to have is not told before somebody has decided that it may be. */
const rulingStep = (ruling: Ruling): RulingStep => {
  const { outcome, by, at, on, grounds, remedies, departure, late, overdueDays } = ruling;
  return {
    outcome,
    by,
    at,
    on,
    ...(grounds && { grounds }),
    ...(remedies && { remedies }),
    ...(departure && { departure: departure.code }),
    ...(late && { late }),
    ...(overdueDays !== undefined && { overdueDays }),
  };
};

const isExtended = (filing: Filing | undefined): boolean =>
  filing?.state === 'in-review' && filing.extension?.approvedAt !== undefined;

/** What is told of the step that made a filing what it is. */
export function stepOf(
  filing: Filing,
  { type, by, before, enterprise }: Stepping,
  { at, on }: Moment,
): FilingStep {
  const ruling = 'ruling' in filing ? filing.ruling : undefined;
  const registration = 'registration' in filing ? filing.registration : undefined;
  const code = filing.enterprise ?? registration?.code;
  const concerned = concernedBy(filing, enterprise);
  const counted = (effect: string) => filing.findings.filter((finding) => finding.effect === effect).length;
  return {
    type,
    at,
    on,
    by,
    filing: filing.id,
    version: filing.version,
    item: filing.item,
    standardVersion: filing.standardVersion,
    division: filing.division,
    state: filing.state,
    submittedAt: filing.submittedAt,
    submittedOn: filing.submittedOn,
    submittedBy: filing.submittedBy,
    acceptedBy: filing.acceptedBy,
    decidedBy: filing.decidedBy,
    ...(filing.exOfficio && { exOfficio: true as const }),
    ...(code !== undefined && { enterprise: code }),
    ...(filing.corrects !== undefined && { corrects: filing.corrects }),
    defects: counted('defect'),
    toJudge: counted('review'),
    ...('due' in filing && { due: filing.due }),
    ...(ruling && { ruling: rulingStep(ruling) }),
    ...(registration && { registration }),
    ...((isExtended(before) || isExtended(filing)) && { extended: true as const }),
    ...(concerned.length > 0 && { concerned }),
  };
}
