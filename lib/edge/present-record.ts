import type * as z from 'zod/mini';
import type { exportedRecordShape } from '../contract/credit-exports.ts';
import type { Period } from '../domain/credit/end.ts';
import type { Periods } from '../domain/credit/periods.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { type RecordState, stageOn, suspendedUntil } from '../domain/credit/record-state.ts';
import { subjectKindOf } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';

type Presented = z.input<typeof exportedRecordShape>;

export const presentPeriod = ({ from, until }: Period) => ({ from, ...(until !== 'open' && { until }) });

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

function presentVersion(told: RecordVersion): Presented['versions'][number] {
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

function presentSubject({ subject, codeCheck }: RecordVersion): Presented['subject'] {
  return subjectKindOf(subject) === 'person'
    ? { kind: 'person' }
    : { kind: 'organisation', code: subject.slice('O:'.length), codeCheck: codeCheck ?? 'passed' };
}

export interface RecordToPresent {
  /** The first one first. */
  readonly versions: readonly RecordVersion[];
  readonly state: RecordState;
  /** As decided. */
  readonly periods: Periods;
  /** The catalogue has no rules of its class. */
  readonly classUnknown?: true;
}

/** A record with its versions as of a day, to whoever published it or is its subject: of a person no more than that. */
export function presentKeptRecord(
  { versions, state, periods, classUnknown }: RecordToPresent,
  on: PlainDate,
): Presented {
  const { last } = state;
  const shieldedUntil = suspendedUntil(state, on);
  return {
    id: last.id,
    version: last.version,
    state: stageOn(state, periods, on),
    class: last.class,
    ...(classUnknown && { classUnknown }),
    subject: presentSubject(last),
    issuedBy: last.issuedBy,
    jurisdiction: last.jurisdiction,
    documentNumber: last.documentNumber,
    ordinal: last.ordinal,
    ...(last.severityBy !== undefined && { severityBy: last.severityBy }),
    ...(periods.disclosure && { disclosure: presentPeriod(periods.disclosure) }),
    ...(periods.effect && { effect: presentPeriod(periods.effect) }),
    ...(shieldedUntil !== undefined && shieldedUntil !== 'open' && { shieldedUntil }),
    versions: versions.map(presentVersion),
  };
}
