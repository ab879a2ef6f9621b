import { createHash } from 'node:crypto';
import type { CreditRecord } from '../domain/credit/record.ts';
import { identityText } from '../domain/credit/record-identity.ts';

/**
 * A record's id: the first 128 bits of the SHA-256 of its identity, base64url (22 characters). It holds nothing
 * of a person, whose part in the identity is a keyed hash already.
 */
export const recordIdOf = (record: CreditRecord): string =>
  createHash('sha256').update(identityText(record)).digest().subarray(0, 16).toString('base64url');
