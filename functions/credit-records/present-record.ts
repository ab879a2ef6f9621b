import { getRecordClass } from '../../catalog/records/record-classes.ts';
import { repairTermsFor } from '../../catalog/records/repair-rules.ts';
import type { RecordFile } from '../../lib/acts/change-record.ts';
import type { getRecord } from '../../lib/contract/record-steps.ts';
import { type Dispute, isOpen } from '../../lib/domain/credit/dispute.ts';
import type { Period } from '../../lib/domain/credit/end.ts';
import { periodsOf } from '../../lib/domain/credit/periods.ts';
import type { RecordVersion } from '../../lib/domain/credit/record.ts';
import { periodsAsDecided, stageOn, suspendedUntil } from '../../lib/domain/credit/record-state.ts';
import { type Repair, repairableOf, repairConditions } from '../../lib/domain/credit/repair.ts';
import { subjectKindOf } from '../../lib/domain/subject/subject-key.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import type { DueDay } from '../../lib/domain/time/working-days.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';

export type RecordFileBody = ResponseOf<typeof getRecord>['body'];
type Shown<Field extends keyof RecordFileBody> = RecordFileBody[Field];

export const presentPeriod = ({ from, until }: Period) => ({ from, ...(until !== 'open' && { until }) });

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
  const { decision, revocation, barredUntil } = repair;
  return {
    number,
    state,
    askedOn,
    ...(askedBy.authority !== undefined && { onBehalfBy: askedBy.authority }),
    commitment,
    proofs: [...proofs],
    acceptBy: due(acceptBy, state === 'asked', on),
    decideBy: due(decideBy, state === 'asked' || state === 'accepted', on),
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

/** What happened, in the fields that its kind has. */
function presentEvent({ happened }: RecordVersion) {
  switch (happened.kind) {
    case 'published':
      return {};
    case 'corrected':
      return { reason: happened.reason, ...(happened.document && { document: happened.document }) };
    case 'annulled': {
      const { on, ground, reason, document } = happened;
      return { on, ground, reason, document };
    }
    case 'repaired':
      return { on: happened.on };
    case 'repair-revoked':
      return { on: happened.on, ground: happened.ground, reason: happened.reason };
    case 'shielded': {
      const { from, until, document } = happened;
      return { on: from, ...(until !== 'open' && { until }), document };
    }
    case 'unshielded':
      return { on: happened.on, reason: happened.reason };
  }
}

function presentVersion(told: RecordVersion): Shown<'versions'>[number] {
  const { version, happened, recordedAt, recordedBy, decidedOn, basis, penalty } = told;
  const { severity, publicationNecessary, publishedOn, validTo } = told;
  return {
    version,
    kind: happened.kind,
    recordedAt,
    recordedBy,
    ...presentEvent(told),
    decidedOn,
    basis: [...basis],
    ...(severity !== undefined && { severity }),
    ...(penalty && { penalty: { ...penalty, kinds: [...penalty.kinds] } }),
    ...(publicationNecessary !== undefined && { publicationNecessary }),
    ...(publishedOn !== undefined && { publishedOn }),
    ...(validTo !== undefined && { validTo }),
  };
}

function presentSubject({ subject, codeCheck }: RecordVersion): Shown<'subject'> {
  return subjectKindOf(subject) === 'person'
    ? { kind: 'person' }
    : { kind: 'organisation', code: subject.slice('O:'.length), codeCheck: codeCheck ?? 'passed' };
}

/** A record to whoever has to do with it, as of a day. */
export function presentRecordFile(file: RecordFile, on: PlainDate): RecordFileBody {
  const { last } = file.state;
  const {
    id,
    version,
    class: recordClass,
    issuedBy,
    jurisdiction,
    documentNumber,
    ordinal,
    severityBy,
  } = last;
  const rules = getRecordClass(recordClass);
  const periods = periodsAsDecided(file.state, periodsOf(rules, last));
  const shieldedUntil = suspendedUntil(file.state, on);
  const annulled = file.versions.find(({ happened }) => happened.kind === 'annulled')?.happened;
  const repairable = repairableOf(rules, repairTermsFor(last), last);
  const disputes = file.disputes.filter(({ record }) => record === id);
  return {
    id,
    version,
    state: stageOn(file.state, periods, on),
    class: recordClass,
    subject: presentSubject(last),
    issuedBy,
    jurisdiction,
    documentNumber,
    ordinal,
    ...(severityBy !== undefined && { severityBy }),
    ...(periods.disclosure && { disclosure: presentPeriod(periods.disclosure) }),
    ...(periods.effect && { effect: presentPeriod(periods.effect) }),
    ...(shieldedUntil !== undefined && shieldedUntil !== 'open' && { shieldedUntil }),
    ...(annulled?.kind === 'annulled' && { outOfPublicationBy: due(annulled.outOfPublicationBy, false, on) }),
    disputed: disputes.some(isOpen),
    repairable: {
      kind: repairable.kind,
      ...(repairable.kind === 'from' && { from: repairable.on }),
      conditions: repairable.kind === 'from' ? [...repairConditions] : [],
    },
    disputes: disputes.map((dispute) => presentDispute(dispute, on)),
    repairs: file.repairs.filter(({ record }) => record === id).map((repair) => presentRepair(repair, on)),
    versions: file.versions.map(presentVersion),
  };
}
