import { workingCalendar } from '../../catalog/calendar.ts';
import { disputeTermsOf } from '../../catalog/records/procedures.ts';
import { type Dispute, isOpen, type Proof, whyNotDisputable } from '../domain/credit/dispute.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays } from '../domain/time/working-days.ts';
import { type Annulment, annulling, type HandedInBy } from './annul-record.ts';
import type { RecordFile, RecordStep } from './change-record.ts';
import { type Correction, correcting } from './correct-record.ts';
import { recordAct } from './record-act.ts';
import { requireDetermining, requireRaiser } from './record-rights.ts';

/** What comes of a dispute that is right. */
export type Remedy =
  | ({ readonly kind: 'annulment' } & Annulment)
  | ({ readonly kind: 'correction' } & Correction);

export type DisputeAction =
  | { readonly action: 'raise'; readonly reason: string; readonly proofs: readonly Proof[] }
  | { readonly action: 'reject'; readonly reason: string }
  | { readonly action: 'uphold'; readonly reason: string; readonly remedy: Remedy };

const notAllowed = (reason: string): never => {
  throw new DomainError('record-step-not-allowed', { values: { reason } });
};

const ofRecord = ({ disputes, state: { last } }: RecordFile): readonly Dispute[] =>
  disputes.filter(({ record }) => record === last.id);

function raise(
  caller: Caller,
  file: RecordFile,
  { reason, proofs }: Extract<DisputeAction, { action: 'raise' }>,
  moment: Moment,
): RecordStep {
  const { raiser, jurisdiction } = requireRaiser(caller, file);
  const { last, withdrawn } = file.state;
  if (withdrawn !== undefined) return notAllowed(withdrawn.kind);
  const raised = ofRecord(file);
  const { answerWorkingDays, ...most } = disputeTermsOf(last.jurisdiction);
  const why = whyNotDisputable(last.id, file.disputes, most);
  if (why !== undefined) return notAllowed(why);
  const dispute: Dispute = {
    record: last.id,
    number: raised.length + 1,
    subject: file.subject,
    jurisdiction,
    raisedBy: raiser,
    raisedOn: moment.on,
    raisedAt: moment.at,
    reason,
    proofs,
    answerBy: addWorkingDays(workingCalendar, moment.on, answerWorkingDays),
    version: 1,
  };
  return { disputes: [dispute] };
}

/** Whoever raised it on the subject's behalf is of the authority that answers: another of its officers does. */
function openDispute(caller: Caller, file: RecordFile): Dispute {
  const open = ofRecord(file).find(isOpen);
  if (open === undefined) return notAllowed('nothing-disputed');
  if (open.raisedBy.caller === caller.id) throw new DomainError('concerns-officer');
  return open;
}

function answerTo(
  dispute: Dispute,
  outcome: 'upheld' | 'rejected',
  reason: string,
  { authority, caller, moment: { on, at } }: HandedInBy,
  version?: number,
): Dispute {
  const answer = {
    outcome,
    reason,
    on,
    at,
    by: caller,
    authority,
    ...(version !== undefined && { version }),
  };
  return { ...dispute, answer, version: dispute.version + 1 };
}

function remedied(file: RecordFile, remedy: Remedy, by: HandedInBy): RecordStep {
  const step = remedy.kind === 'annulment' ? annulling(file, remedy, by) : correcting(file, remedy, by);
  return step ?? notAllowed('nothing-changed');
}

function answer(
  caller: Caller,
  file: RecordFile,
  action: Exclude<DisputeAction, { action: 'raise' }>,
  moment: Moment,
): RecordStep {
  const { id: authority } = requireDetermining(caller, file);
  const dispute = openDispute(caller, file);
  const by = { authority, caller: caller.id, moment };
  if (action.action === 'reject') return { disputes: [answerTo(dispute, 'rejected', action.reason, by)] };
  const step = remedied(file, action.remedy, by);
  return { ...step, disputes: [answerTo(dispute, 'upheld', action.reason, by, step.version?.version)] };
}

/**
 * Disputes a record (异议), or answers a dispute: raised by its subject or by an authority on the subject's behalf, marked
 * at once wherever the record is told, and answered by the authority that determined it within its side's limit. A
 * dispute that is right annuls or corrects the record with the same write.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `record-step-not-allowed`, and what annulling and
 *   correcting throw.
 */
export const createDisputeRecord = recordAct<{ readonly act: DisputeAction }>(
  (caller, file, { act }, moment) =>
    act.action === 'raise' ? raise(caller, file, act, moment) : answer(caller, file, act, moment),
);

export type DisputeRecord = ReturnType<typeof createDisputeRecord>;
