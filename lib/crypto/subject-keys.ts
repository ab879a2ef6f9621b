import { createHmac, createSecretKey } from 'node:crypto';
import type { IdentityDocument } from '../domain/subject/identity-document.ts';
import { normaliseIdentifier } from '../domain/subject/normalise-identifier.ts';
import { personKey, type SubjectKey } from '../domain/subject/subject-key.ts';
import type { KeySource } from './key-source.ts';
import { lazyPromise } from './lazy.ts';

const LABEL = 'tongbiao/subject-key/1';

/**
 * Turns documents into subject keys: HMAC-SHA-256 over `kind|normalised number`. Without the secret the few
 * million possible numbers of one place cannot be tried out.
 *
 * Rotation: the key id is part of the subject key, so keys of two secrets never meet by chance. While one secret takes the
 * place of another both are at hand, and whoever is looked up is looked up by both (decision 0050).
 */
export function subjectKeysWith(source: KeySource): (document: IdentityDocument) => Promise<SubjectKey> {
  /** As a key object: from bytes Node would make one anew for each person, which takes most of the time. */
  const secret = lazyPromise(async () => createSecretKey(await source.derive(LABEL)));
  return async ({ kind, number }) => {
    const hash = createHmac('sha256', await secret());
    return personKey(source.keyId, hash.update(`${kind}|${normaliseIdentifier(number)}`).digest('base64url'));
  };
}
