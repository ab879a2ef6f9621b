import { createHash } from 'node:crypto';
import { findAuthority } from '../../catalog/authorities.ts';
import { getRecordClass } from '../../catalog/records/record-classes.ts';
import type { Keying } from '../crypto/personal-data.ts';
import { recordIdOf } from '../crypto/record-id.ts';
import type { ToldRecord } from '../domain/credit/import.ts';
import { type Periods, periodsOf } from '../domain/credit/periods.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { identityText, sameContent } from '../domain/credit/record-identity.ts';
import { periodsAsDecided, type RecordState } from '../domain/credit/record-state.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { ShownSubject } from '../domain/subject/named-subject.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { admitPublication } from './admit-publication.ts';
import { admitRecord, codeMarkOf } from './admit-record.ts';
import { type Answer, type Answered, answerOnce, type Undertaking } from './answer-once.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import { authorityOf, relaysFromElsewhere } from './caller-authority.ts';
import { identifySubject } from './identify-subject.ts';
import { createPreparePublication, standingAlready } from './prepare-publication.ts';

export interface PublishDeps {
  readonly records: RecordStore;
  readonly standings: StandingStore;
  readonly requests: RequestStore;
  readonly personalData: Keying;
  readonly writeAll: WriteAll;
}

export type RecordToPublish = ToldRecord;

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

/** Over the record as derived, in which a keyed hash stands for a person: the number cannot be tried out on it. */
const requestHash = ({ recordedAt: _at, ...record }: RecordVersion): string =>
  createHash('sha256')
    .update(JSON.stringify(['publishRecord', identityText(record), Object.entries(record).toSorted()]))
    .digest('base64url');

/** What could not stand anywhere is no record that is relayed, and else nothing is told of why. @throws DomainError `forbidden`. */
function asRelayed(...asked: Parameters<typeof admitRecord>): RecordVersion {
  try {
    return admitRecord(...asked);
  } catch (cause) {
    if (!(cause instanceof DomainError)) throw cause;
    throw new DomainError('forbidden', { cause });
  }
}

/**
 * Publishes a credit record (公布信用记录): its version, its side's half of the standing and the answered request
 * in one transaction, or nothing. Published again with the same content it is answered as already held, also where the
 * platform of another side relays it, which can add nothing: what is not held word for word is none of its business.
 *
 * @throws DomainError `record-conflict` for other content under the same identity, `too-busy` when others kept
 *   changing the same half, and what `admitPublication` says.
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
      const [prepared] = await Promise.all([preparePublication(record, moment, { otherKey }), unanswered()]);
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

  /**
   * What another side relays (异地转送) is answered where the very same record stands, and else as any publication for
   * others: only the issuing authority's side writes its records.
   */
  async function relayed(record: RecordVersion, otherKey: SubjectKey | undefined): Promise<RecordState> {
    const keys = [record.subject, ...(otherKey === undefined ? [] : [otherKey])];
    for (const subject of keys) {
      const there = { ...record, subject };
      const asked = { ...there, id: recordIdOf(there) };
      const held = await records.listOf(subject, asked.id);
      if (held.some((version) => sameContent(version, asked))) {
        const state = standingAlready(held, asked);
        if (state !== undefined) return state;
      }
    }
    throw new DomainError('forbidden');
  }

  return async (
    caller: Caller,
    input: RecordToPublish,
    { idempotencyKey, tell }: PublishAsked,
    moment: Moment,
  ): Promise<Answered> => {
    const subject = await identifySubject(input.subject, personalData);
    const { subject: _, ...told } = input;
    const of = { key: subject.key, ...codeMarkOf(subject.shown) };
    const speaker = authorityOf(caller);
    const issuer = findAuthority(told.issuedBy);
    const relays = issuer !== undefined && relaysFromElsewhere(speaker, issuer);
    const { key, ...mark } = of;
    const record = relays
      ? asRelayed({ ...told, subject: key }, { issuer, recordedBy: speaker.id, ...mark, moment })
      : admitPublication(speaker, told, of, moment);
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
      async (undertaking) => {
        if (!relays) return keep(record, subject.otherKey, moment, undertaking, tellOf);
        const [stands] = await Promise.all([relayed(record, subject.otherKey), undertaking.unanswered()]);
        const already = tellOf('already-held', stands);
        await undertaking.save(already, []);
        return already;
      },
    );
  };
}

export type PublishRecord = ReturnType<typeof createPublishRecord>;
