import { createHash } from 'node:crypto';
import { getAuthority } from '../../catalog/authorities.ts';
import { needsListingCase } from '../../catalog/records/lists.ts';
import { getRecordClass } from '../../catalog/records/record-classes.ts';
import type { Keying } from '../crypto/personal-data.ts';
import { type Periods, periodsOf } from '../domain/credit/periods.ts';
import type { CreditRecord, RecordVersion } from '../domain/credit/record.ts';
import { identityText } from '../domain/credit/record-identity.ts';
import { periodsAsDecided, type RecordState } from '../domain/credit/record-state.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { NamedSubject, ShownSubject } from '../domain/subject/named-subject.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { admitRecord, codeMarkOf } from './admit-record.ts';
import { type Answer, type Answered, answerOnce, type Undertaking } from './answer-once.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import { authorityOf, maySpeakFor } from './caller-authority.ts';
import { type IdentifiedSubject, identifySubject } from './identify-subject.ts';
import { createPreparePublication } from './prepare-publication.ts';

export interface PublishDeps {
  readonly records: RecordStore;
  readonly standings: StandingStore;
  readonly requests: RequestStore;
  readonly personalData: Keying;
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
 * @throws DomainError `unknown-authority`, `forbidden`, `listing-case-required` where the authority keeps the list
 *   itself, and what `admitRecord` says.
 */
function admitted(
  caller: Caller,
  { subject: _, ...input }: RecordToPublish,
  subject: IdentifiedSubject,
  moment: Moment,
): RecordVersion {
  const speaker = authorityOf(caller);
  const issuer = getAuthority(input.issuedBy);
  if (!maySpeakFor(speaker, issuer)) throw new DomainError('forbidden');
  if (needsListingCase(input.class, speaker.kind))
    throw new DomainError('listing-case-required', { values: { list: input.class } });
  const told = { ...input, subject: subject.key };
  return admitRecord(told, { issuer, recordedBy: speaker.id, ...codeMarkOf(subject.shown), moment });
}

/** Over the record as derived, in which a keyed hash stands for a person: the number cannot be tried out on it. */
const requestHash = ({ recordedAt: _at, ...record }: RecordVersion): string =>
  createHash('sha256')
    .update(JSON.stringify(['publishRecord', identityText(record), Object.entries(record).toSorted()]))
    .digest('base64url');

/**
 * Publishes a credit record (公布信用记录): its version, its side's half of the standing and the answered request
 * in one transaction, or nothing. Published again with the same content it is answered as already held.
 *
 * @throws DomainError `record-conflict` for other content under the same identity, `too-busy` when others kept
 *   changing the same half, and what `admitted` says.
 */
export function createPublishRecord({ records, standings, requests, personalData, writeAll }: PublishDeps) {
  const preparePublication = createPreparePublication({ records, standings });

  async function keep(
    record: RecordVersion,
    otherKey: SubjectKey | undefined,
    moment: Moment,
    { unanswered, save }: Undertaking<Published>,
    tellOf: (outcome: Published['outcome'], state: RecordState) => Published,
  ): Promise<Published> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await backOff(attempt);
      const [prepared] = await Promise.all([preparePublication(record, moment, otherKey), unanswered()]);
      if ('stands' in prepared) {
        const already = tellOf('already-held', prepared.stands);
        await save(already, []);
        return already;
      }
      const published = tellOf('published', { last: record, suspended: [] });
      try {
        await save(published, prepared.writes);
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
      (undertaking) => keep(record, subject.otherKey, moment, undertaking, tellOf),
    );
  };
}

export type PublishRecord = ReturnType<typeof createPublishRecord>;
