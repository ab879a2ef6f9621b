import type { IdentityDocument } from '../domain/subject/identity-document.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';

/** The only way personal identifiers are turned into keys or put at rest. */
export interface PersonalData {
  /** Keyed hash of a normalised document: the same person gives the same key, whichever side asks. */
  subjectKeyOf(document: IdentityDocument): Promise<SubjectKey>;
  /** Encrypts a JSON value for rest; `context` (the filing's id) must be given again to unseal. */
  seal(plain: unknown, context: string): Promise<string>;
  /** @throws when the text was altered, or sealed under another context or key. */
  unseal(sealed: string, context: string): Promise<unknown>;
}
