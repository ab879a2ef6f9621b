import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { repairTermsFor } from '../../catalog/records/repair-rules.ts';
import type { RecordFile } from '../../lib/acts/change-record.ts';
import type { getRecord } from '../../lib/contract/record-steps.ts';
import { type Dispute, isOpen } from '../../lib/domain/credit/dispute.ts';
import { periodsOf } from '../../lib/domain/credit/periods.ts';
import { periodsAsDecided } from '../../lib/domain/credit/record-state.ts';
import { type Repair, repairableNow, repairConditions } from '../../lib/domain/credit/repair.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import type { DueDay } from '../../lib/domain/time/working-days.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';
import { presentKeptRecord } from '../../lib/edge/present-record.ts';

export type RecordFileBody = ResponseOf<typeof getRecord>['body'];
type Shown<Field extends keyof RecordFileBody> = RecordFileBody[Field];

const due = ({ dueOn, provisional }: DueDay, pending: boolean, on: PlainDate) => ({
  dueOn,
  provisional,
  overdue: pending && on > dueOn,
});

function presentDispute(dispute: Dispute, on: PlainDate): Shown<'disputes'>[number] {
  const { number, jurisdiction, raisedBy, raisedOn, reason, proofs, answerBy, answer } = dispute;
  return {
    number,
    state: answer?.outcome ?? 'open',
    jurisdiction,
    raisedOn,
    ...(raisedBy.authority !== undefined && { onBehalfBy: raisedBy.authority }),
    reason,
    proofs: [...proofs],
    answerBy: due(answerBy, isOpen(dispute), on),
    ...(answer && {
      answer: {
        authority: answer.authority,
        on: answer.on,
        reason: answer.reason,
        ...(answer.version !== undefined && { version: answer.version }),
      },
    }),
  };
}

function presentRepair(repair: Repair, on: PlainDate): Shown<'repairs'>[number] {
  const { number, state, askedBy, askedOn, commitment, proofs, acceptBy, decideBy } = repair;
  const { extension, decision, revocation, barredUntil } = repair;
  return {
    number,
    state,
    askedOn,
    ...(askedBy.authority !== undefined && { onBehalfBy: askedBy.authority }),
    commitment,
    proofs: [...proofs],
    acceptBy: due(acceptBy, state === 'asked', on),
    decideBy: due(decideBy, state === 'asked' || state === 'accepted', on),
    ...(extension && {
      extension: {
        reason: extension.reason,
        proposedOn: extension.proposedOn,
        ...(extension.approvedOn !== undefined && { approvedOn: extension.approvedOn }),
      },
    }),
    ...(decision && {
      decision: {
        authority: decision.authority,
        on: decision.on,
        reason: decision.reason,
        unmet: [...decision.unmet],
      },
    }),
    ...(revocation && {
      revocation: { on: revocation.on, ground: revocation.ground, reason: revocation.reason },
    }),
    ...(barredUntil !== undefined && { barredUntil }),
  };
}

/** A record to whoever has to do with it, as of a day. */
export function presentRecordFile(file: RecordFile, on: PlainDate): RecordFileBody {
  const { last } = file.state;
  const { id, class: recordClass } = last;
  const rules = findRecordClass(recordClass);
  const periods = rules === undefined ? {} : periodsAsDecided(file.state, periodsOf(rules, last));
  const annulled = file.versions.find(({ happened }) => happened.kind === 'annulled')?.happened;
  const repairable = rules && repairableNow(rules, repairTermsFor(last), file.state, file.repairs, on);
  const disputes = file.disputes.filter(({ record }) => record === id);
  return {
    ...presentKeptRecord({ ...file, periods, ...(!rules && { classUnknown: true as const }) }, on),
    ...(annulled?.kind === 'annulled' && { outOfPublicationBy: due(annulled.outOfPublicationBy, false, on) }),
    disputed: disputes.some(isOpen),
    ...(repairable && {
      repairable: {
        kind: repairable.kind,
        ...(repairable.kind === 'from' && { from: repairable.on }),
        conditions: repairable.kind === 'from' ? [...repairConditions] : [],
      },
    }),
    disputes: disputes.map((dispute) => presentDispute(dispute, on)),
    repairs: file.repairs.filter(({ record }) => record === id).map((repair) => presentRepair(repair, on)),
  };
}
