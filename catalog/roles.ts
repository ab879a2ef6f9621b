import type { EnterpriseRole } from '../lib/domain/registration/enterprise.ts';
import type { PersonFacts } from '../lib/domain/subject/person.ts';
import { organisationKey, type SubjectKey } from '../lib/domain/subject/subject-key.ts';

/** Somebody's part in an enterprise, as a filing tells it. */
export type Part = { readonly role: string } & (
  | { readonly kind: 'person'; readonly person: string }
  | { readonly kind: 'organisation'; readonly code: string }
);

/** Everybody's part in the enterprise, once for each part. */
export function rolesOf(persons: readonly PersonFacts[], parts: readonly Part[]): readonly EnterpriseRole[] {
  const subjects = new Map(persons.map(({ ref, subject }) => [ref, subject]));
  const roles = parts.flatMap((part) => {
    const subject = part.kind === 'person' ? subjects.get(part.person) : organisationKey(part.code);
    return subject === undefined ? [] : [{ subject, role: part.role }];
  });
  return [...new Map(roles.map((entry) => [`${entry.role} ${entry.subject}`, entry])).values()];
}

/** Finds a person of a filing by `ref`, with subject and name; nobody where the filing does not name them. */
export function namedPersons(
  filed: readonly { readonly ref: string; readonly name: string }[],
  persons: readonly PersonFacts[],
): (ref: string) => readonly { readonly subject: SubjectKey; readonly name: string }[] {
  const names = new Map(filed.map(({ ref, name }) => [ref, name]));
  const subjects = new Map(persons.map(({ ref, subject }) => [ref, subject]));
  return (ref) => {
    const subject = subjects.get(ref);
    return subject === undefined ? [] : [{ subject, name: names.get(ref) ?? '' }];
  };
}
