import type { EnterpriseRole } from '../lib/domain/registration/enterprise.ts';
import type { PersonFacts } from '../lib/domain/subject/person.ts';
import { organisationKey } from '../lib/domain/subject/subject-key.ts';

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
