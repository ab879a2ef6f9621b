import type { PersonalData } from '../crypto/personal-data.ts';
import { normaliseCode } from '../domain/subject/legacy-code.ts';
import { type NamedSubject, type ShownSubject, showSubject } from '../domain/subject/named-subject.ts';
import { organisationKey, type SubjectKey } from '../domain/subject/subject-key.ts';

/** From here on a person is only a keyed hash; what is shown of the document is masked. */
export interface IdentifiedSubject {
  readonly key: SubjectKey;
  readonly shown: ShownSubject;
}

export async function identifySubject(
  named: NamedSubject,
  personalData: Pick<PersonalData, 'subjectKeyOf'>,
): Promise<IdentifiedSubject> {
  const shown = showSubject(named);
  if (named.kind === 'person') return { key: await personalData.subjectKeyOf(named.document), shown };
  return { key: organisationKey(normaliseCode(named.code)), shown };
}
