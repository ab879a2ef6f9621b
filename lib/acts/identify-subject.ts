import type { Keying } from '../crypto/personal-data.ts';
import { normaliseCode } from '../domain/subject/legacy-code.ts';
import type { OtherKeys } from '../domain/subject/linked-key.ts';
import { type NamedSubject, type ShownSubject, showSubject } from '../domain/subject/named-subject.ts';
import { organisationKey, type SubjectKey } from '../domain/subject/subject-key.ts';

/** From here on a person is only a keyed hash; what is shown of the document is masked. */
export interface IdentifiedSubject {
  readonly key: SubjectKey;
  readonly shown: ShownSubject;
  /** The key of the same person by the other hashing key, while two are at hand. */
  readonly otherKey?: SubjectKey;
}

/** The other keys of those who have one. */
export const otherKeysOf = (identified: readonly IdentifiedSubject[]): OtherKeys =>
  Object.fromEntries(
    identified.flatMap(({ key, otherKey }) => (otherKey === undefined ? [] : [[key, otherKey]])),
  );

export async function identifySubject(named: NamedSubject, personalData: Keying): Promise<IdentifiedSubject> {
  const shown = showSubject(named);
  if (named.kind === 'person') {
    const [key, otherKey] = await Promise.all([
      personalData.subjectKeyOf(named.document),
      personalData.otherKeyOf(named.document),
    ]);
    return { key, shown, ...(otherKey !== undefined && { otherKey }) };
  }
  return { key: organisationKey(normaliseCode(named.code)), shown };
}
