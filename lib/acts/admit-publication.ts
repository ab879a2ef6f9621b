import { getAuthority } from '../../catalog/authorities.ts';
import { needsListingCase } from '../../catalog/records/lists.ts';
import type { CreditRecord, RecordVersion } from '../domain/credit/record.ts';
import { DomainError } from '../domain/errors.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import { admitRecord } from './admit-record.ts';
import { maySpeakFor } from './caller-authority.ts';

/** Whom a record is about, as it is kept. */
export interface KeyedSubject {
  readonly key: SubjectKey;
  /** The same person's by the other hashing key, while two are at hand. */
  readonly otherKey?: SubjectKey;
  /** What is wrong with an organisation's code, where something is. */
  readonly codeCheck?: NonNullable<RecordVersion['codeCheck']>;
}

/**
 * The record as it would be kept, if the catalogue and the rights of the authority that hands it in allow it; alike for
 * one record and for each row of a file.
 *
 * @throws DomainError `unknown-authority`, `forbidden`, `listing-case-required` where the authority keeps the list
 *   itself, and what `admitRecord` says.
 */
export function admitPublication(
  speaker: Authority,
  told: Omit<CreditRecord, 'subject'>,
  { key, codeCheck }: KeyedSubject,
  moment: Moment,
): RecordVersion {
  const issuer = getAuthority(told.issuedBy);
  if (!maySpeakFor(speaker, issuer)) throw new DomainError('forbidden');
  if (needsListingCase(told.class, speaker.kind))
    throw new DomainError('listing-case-required', { values: { list: told.class } });
  return admitRecord(
    { ...told, subject: key },
    { issuer, recordedBy: speaker.id, ...(codeCheck !== undefined && { codeCheck }), moment },
  );
}
