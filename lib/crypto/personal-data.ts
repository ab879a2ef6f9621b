import type { IdentityDocument } from '../domain/subject/identity-document.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';

/** Turns documents into keys and can unseal nothing. */
export type Keying = Pick<PersonalData, 'subjectKeyOf' | 'otherKeyOf'>;

/** The only way personal identifiers are turned into keys or put at rest. */
export interface PersonalData {
  /** Keyed hash of a normalised document: the same person gives the same key, whichever side asks. */
  subjectKeyOf(document: IdentityDocument): Promise<SubjectKey>;
  /**
   * The key of the same person by the other hashing key that is at hand, while one takes the place of the other;
   * `undefined` otherwise.
   */
  otherKeyOf(document: IdentityDocument): Promise<SubjectKey | undefined>;
  /** Encrypts a JSON value for rest; `context` (the filing's id) must be given again to unseal. */
  seal(plain: unknown, context: string): Promise<string>;
  /** @throws when the text was altered, or sealed under another context or key. */
  unseal(sealed: string, context: string): Promise<unknown>;
}
