import { createHash } from 'node:crypto';
import { getAuthority } from '../../catalog/authorities.ts';
import { findRecordClass, getRecordClass } from '../../catalog/records/record-classes.ts';
import { severitiesOf, withSeverity } from '../../catalog/records/severity-rules.ts';
import type { PersonalData } from '../crypto/personal-data.ts';
import { recordIdOf } from '../crypto/record-id.ts';
import { daysOutOfOrder, whyOutOfCatalogue } from '../domain/credit/admission.ts';
import { addToHalf, type Half, isRightOn } from '../domain/credit/half.ts';
import { type Periods, periodsOf } from '../domain/credit/periods.ts';
import type { CreditRecord, RecordVersion } from '../domain/credit/record.ts';
import { identityText, sameContent } from '../domain/credit/record-identity.ts';
import { periodsAsDecided, type RecordState, recordStateOf } from '../domain/credit/record-state.ts';
import { halfOf } from '../domain/credit/standing-at.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { NamedSubject, ShownSubject } from '../domain/subject/named-subject.ts';
import type { Moment } from '../domain/time/instant.ts';
import { PAGES_OF_COMMAND, type RecordStore } from '../store/record-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { type Answer, type Answered, answerOnce, type Undertaking } from './answer-once.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import { authorityOf, maySpeakFor } from './caller-authority.ts';
import { type IdentifiedSubject, identifySubject } from './identify-subject.ts';

export interface PublishDeps {
  readonly records: RecordStore;
  readonly standings: StandingStore;
  readonly requests: RequestStore;
  readonly personalData: Pick<PersonalData, 'subjectKeyOf'>;
  readonly writeAll: WriteAll;
}

export type RecordToPublish = Omit<CreditRecord, 'subject'> & { readonly subject: NamedSubject };

/** What became of a publication. `already-held`: the same record stands already, and nothing was written. */
export interface Published {
  readonly outcome: 'published' | 'already-held';
  readonly record: RecordVersion;
  readonly subject: ShownSubject;
  readonly periods: Periods;
}

export interface PublishAsked {
  readonly idempotencyKey?: string;
  readonly tell: (published: Published) => Answer;
}

/**
 * The record as it would be kept, if the catalogue and the caller's rights allow it.
 *
 * @throws DomainError `unknown-record-class`, `unknown-authority`, `forbidden`, `invalid-request` for days out of
 *   order, `record-out-of-catalogue`.
 */
function admitted(
  caller: Caller,
  input: RecordToPublish,
  { key, shown }: IdentifiedSubject,
  moment: Moment,
): RecordVersion {
  const speaker = authorityOf(caller);
  const issuer = getAuthority(input.issuedBy);
  if (!maySpeakFor(speaker, issuer)) throw new DomainError('forbidden');
  const recordClass = getRecordClass(input.class);
  const { jurisdiction, kind: authorityKind } = issuer;
  const told: CreditRecord = { ...input, subject: key };
  const defects = daysOutOfOrder(told, moment.on);
  if (defects.length > 0) throw new DomainError('invalid-request', { defects });
  const content = withSeverity({ ...told, jurisdiction, authorityKind });
  const reason = whyOutOfCatalogue(recordClass, content, moment.on, severitiesOf(content));
  if (reason !== undefined) throw new DomainError('record-out-of-catalogue', { values: { reason } });
  const codeCheck = shown.kind === 'organisation' ? shown.codeCheck : 'passed';
  return {
    ...content,
    id: recordIdOf(content),
    version: 1,
    happened: { kind: 'published' },
    ...(codeCheck !== 'passed' && { codeCheck }),
    recordedAt: moment.at,
    recordedBy: speaker.id,
  };
}

/** Over the record as derived, in which a keyed hash stands for a person: the number cannot be tried out on it. */
const requestHash = ({ recordedAt: _at, ...record }: RecordVersion): string =>
  createHash('sha256')
    .update(JSON.stringify(['publishRecord', identityText(record), Object.entries(record).toSorted()]))
    .digest('base64url');

/** Also one that was corrected, repaired or annulled meanwhile: a relay that comes late tells what once was published. */
function standingAlready(held: readonly RecordVersion[], asked: RecordVersion): RecordState | undefined {
  const state = recordStateOf(held);
  if (state === undefined || held.some((version) => sameContent(version, asked))) return state;
  const { last } = state;
  throw new DomainError('record-conflict', { values: { record: last.id, version: last.version } });
}

/**
 * Publishes a credit record (公布信用记录): its version, its side's half of the standing and the answered request
 * in one transaction, or nothing. Published again with the same content it is answered as already held.
 *
 * @throws DomainError `record-conflict` for other content under the same identity, `too-busy` when others kept
 *   changing the same half, and what `admitted` says.
 */
export function createPublishRecord({ records, standings, requests, personalData, writeAll }: PublishDeps) {
  /** Where a record counts again that did not when the half was made, it is made anew. */
  async function withRecord(half: Half, record: RecordVersion, { on }: Moment): Promise<Half> {
    if (isRightOn(half, on)) return addToHalf(half, record, findRecordClass);
    const known = await records.listVersions(record.subject, undefined, PAGES_OF_COMMAND);
    const { disputed } = half;
    return {
      ...halfOf(record.jurisdiction, [...known, record], on, findRecordClass),
      ...(disputed && { disputed }),
    };
  }

  async function keep(
    record: RecordVersion,
    moment: Moment,
    { unanswered, save }: Undertaking<Published>,
    tellOf: (outcome: Published['outcome'], state: RecordState) => Published,
  ): Promise<Published> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await backOff(attempt);
      const [held, read] = await Promise.all([
        records.listOf(record.subject, record.id),
        standings.getForUpdate(record.subject, record.jurisdiction),
        unanswered(),
      ]);
      const stands = standingAlready(held, record);
      if (stands !== undefined) {
        const already = tellOf('already-held', stands);
        await save(already, []);
        return already;
      }
      const next = await withRecord(read.half, record, moment);
      const published = tellOf('published', { last: record, suspended: [] });
      try {
        await save(published, [records.append(record), standings.replace(record.subject, next, read)]);
        return published;
      } catch (error) {
        const retriable = error instanceof ConditionsFailed && !error.conditions.includes('request-is-new');
        if (!retriable) throw error;
      }
    }
    throw new DomainError('too-busy');
  }

  return async (
    caller: Caller,
    input: RecordToPublish,
    { idempotencyKey, tell }: PublishAsked,
    moment: Moment,
  ): Promise<Answered> => {
    const subject = await identifySubject(input.subject, personalData);
    const record = admitted(caller, input, subject, moment);
    const recordClass = getRecordClass(record.class);
    const tellOf = (outcome: Published['outcome'], state: RecordState): Published => ({
      outcome,
      record: state.last,
      subject: subject.shown,
      periods: periodsAsDecided(state, periodsOf(recordClass, state.last)),
    });
    const once =
      idempotencyKey === undefined ? {} : { once: { key: idempotencyKey, bodyHash: requestHash(record) } };
    return answerOnce(
      requests,
      writeAll,
      { caller: caller.id, at: moment.at, tell, ...once },
      (undertaking) => keep(record, moment, undertaking, tellOf),
    );
  };
}

export type PublishRecord = ReturnType<typeof createPublishRecord>;
