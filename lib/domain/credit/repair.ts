import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import { addMonths, type PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import type { Most, Proof, Raiser } from './dispute.ts';
import { endsAfter } from './end.ts';
import { periodsOf } from './periods.ts';
import type { RecordVersion } from './record.ts';
import type { RecordClass } from './record-class.ts';
import type { RevocationGround } from './record-event.ts';
import type { RecordState } from './record-state.ts';
import type { RepairTerms } from './repair-rule.ts';

/** What an officer has to find true before a repair is granted (信用修复管理办法: all of them). */
export const repairConditions = ['conduct-corrected', 'duties-performed', 'commitment-made'] as const;
export type RepairCondition = (typeof repairConditions)[number];

export interface RepairDecision {
  readonly outcome: 'granted' | 'refused';
  readonly reason: string;
  readonly unmet: readonly RepairCondition[];
  readonly on: PlainDate;
  readonly at: Instant;
  readonly by: string;
  readonly authority: string;
}

/** More working days for a complex case (情况复杂的延长): proposed by an officer, and approved by the head of the authority. */
export interface RepairExtension {
  readonly reason: string;
  readonly proposedOn: PlainDate;
  readonly proposedBy: string;
  readonly approvedOn?: PlainDate;
  readonly approvedBy?: string;
}

/** A request to have a record repaired (信用修复申请), and what became of it. */
export interface Repair {
  readonly id: string;
  readonly record: string;
  readonly number: number;
  readonly subject: SubjectKey;
  readonly askedBy: Raiser;
  readonly askedOn: PlainDate;
  readonly askedAt: Instant;
  /** The public commitment that the materials are true and duties are kept (信用承诺书). */
  readonly commitment: Proof;
  readonly proofs: readonly Proof[];
  readonly state: 'asked' | 'accepted' | 'granted' | 'refused' | 'revoked' | 'moot';
  readonly acceptBy: DueDay;
  readonly decideBy: DueDay;
  readonly acceptedOn?: PlainDate;
  readonly extension?: RepairExtension;
  readonly decision?: RepairDecision;
  readonly revocation?: {
    readonly on: PlainDate;
    readonly ground: RevocationGround;
    readonly reason: string;
    readonly by: string;
  };
  /** Nothing of this subject can be asked to be repaired before this day. */
  readonly barredUntil?: PlainDate;
  readonly version: number;
}

export type WhyNotExtended =
  | 'not-accepted'
  | 'already-proposed'
  | 'already-extended'
  | 'nothing-proposed'
  | 'overdue';

/**
 * Why the time to decide cannot be extended on a day; `undefined` where it can. Once, by a step each of an officer and of the
 * head, while the first period runs [inference: as any other extension of this service].
 */
export function whyNotExtended(
  { state, extension, decideBy }: Repair,
  step: 'propose' | 'approve' | 'decline',
  on: PlainDate,
): WhyNotExtended | undefined {
  if (state !== 'accepted') return 'not-accepted';
  if (extension?.approvedOn !== undefined) return 'already-extended';
  if (step === 'propose') {
    if (extension !== undefined) return 'already-proposed';
  } else if (extension === undefined) return 'nothing-proposed';
  return step !== 'decline' && on > decideBy.dueOn ? 'overdue' : undefined;
}

export const isPending = ({ state }: Repair): boolean => state === 'asked' || state === 'accepted';

/** From when a record can be repaired; `never` where law has it stand, `needless` where nothing speaks against anybody. */
export type Repairable =
  | { readonly kind: 'from'; readonly on: PlainDate }
  | { readonly kind: 'never' }
  | { readonly kind: 'needless' };

/** By the terms of the day the document was decided; where no rule knows the record, it cannot be repaired. */
export function repairableOf(
  { bears }: RecordClass,
  terms: RepairTerms | undefined,
  record: RecordVersion,
): Repairable {
  if (bears !== 'against') return { kind: 'needless' };
  if (terms === undefined || terms.kind === 'never') return { kind: 'never' };
  const { kinds = [], field } = record.penalty ?? {};
  if (kinds.some((kind) => terms.neverFor?.includes(kind))) return { kind: 'never' };
  const { longer } = terms;
  const months = field !== undefined && longer?.fields.includes(field) ? longer.months : terms.months;
  const start = terms.from === 'publication' ? (record.publishedOn ?? record.decidedOn) : record.decidedOn;
  return { kind: 'from', on: addMonths(start, months) };
}

/** From when a record may be repaired, as far as its class, severity and day tell. */
export type RepairOutlook =
  | { readonly kind: 'from'; readonly on: PlainDate }
  /** What the document imposes, or when it was published, may make it later or never: the record itself tells. */
  | { readonly kind: 'not-before'; readonly on: PlainDate }
  | { readonly kind: 'never' };

/** `undefined` where there is nothing to repair. */
export function repairOutlookOf(
  { bears }: RecordClass,
  terms: RepairTerms | undefined,
  decidedOn: PlainDate,
): RepairOutlook | undefined {
  if (bears !== 'against') return undefined;
  if (terms === undefined || terms.kind === 'never') return { kind: 'never' };
  const certain =
    terms.from === 'document' && terms.longer === undefined && (terms.neverFor ?? []).length === 0;
  return { kind: certain ? 'from' : 'not-before', on: addMonths(decidedOn, terms.months) };
}

/** Whether what a record had of periods is over; one that never had any (轻微, not published) is kept, and can be repaired. */
function isOver(recordClass: RecordClass, record: RecordVersion, on: PlainDate): boolean {
  const { disclosure, effect } = periodsOf(recordClass, record);
  const had = disclosure !== undefined || effect !== undefined;
  return had && !endsAfter(disclosure?.until, on) && !endsAfter(effect?.until, on);
}

/** The last day, exclusive, up to which nothing of a subject can be asked to be repaired, if one is still to come. */
const barredOn = (ofSubject: readonly Repair[], on: PlainDate): PlainDate | undefined =>
  ofSubject
    .map((repair) => repair.barredUntil)
    .filter((day) => day !== undefined && on < day)
    .toSorted()
    .at(-1);

/**
 * Whether and from when a record can be repaired as it stands on a day: of one that is over, annulled or repaired there is
 * nothing left to repair, and whoever is barred waits for that too.
 */
export function repairableNow(
  recordClass: RecordClass,
  terms: RepairTerms | undefined,
  { last, withdrawn }: RecordState,
  ofSubject: readonly Repair[],
  on: PlainDate,
): Repairable {
  const repairable = repairableOf(recordClass, terms, last);
  if (repairable.kind === 'needless' || withdrawn !== undefined || isOver(recordClass, last, on))
    return { kind: 'needless' };
  const barredUntil = barredOn(ofSubject, on);
  return repairable.kind === 'from' && barredUntil !== undefined && repairable.on < barredUntil
    ? { kind: 'from', on: barredUntil }
    : repairable;
}

export type WhyNotRepairable =
  | 'withdrawn'
  | 'ended'
  | 'needless'
  | 'never'
  | 'too-early'
  | 'pending'
  | 'barred'
  | 'asked-too-often'
  | 'too-many-repairs-of-subject';

/** Why a record cannot be repaired on a day, and from when it can where that is known. */
export function whyNotRepairable(
  recordClass: RecordClass,
  terms: RepairTerms | undefined,
  state: RecordState,
  ofSubject: readonly Repair[],
  on: PlainDate,
  { mostForRecord, mostForSubject }: Most,
): { readonly reason: WhyNotRepairable; readonly from?: PlainDate } | undefined {
  const { last, withdrawn } = state;
  if (withdrawn !== undefined) return { reason: 'withdrawn' };
  const repairable = repairableOf(recordClass, terms, last);
  if (repairable.kind !== 'from') return { reason: repairable.kind };
  if (isOver(recordClass, last, on)) return { reason: 'ended' };
  const ofRecord = ofSubject.filter(({ record }) => record === last.id);
  if (ofRecord.some(isPending)) return { reason: 'pending' };
  const barredUntil = barredOn(ofSubject, on);
  if (barredUntil !== undefined) return { reason: 'barred', from: barredUntil };
  if (on < repairable.on) return { reason: 'too-early', from: repairable.on };
  if (ofRecord.length >= mostForRecord) return { reason: 'asked-too-often' };
  return ofSubject.length >= mostForSubject ? { reason: 'too-many-repairs-of-subject' } : undefined;
}
