import type { PersonFacts } from '../../lib/domain/subject/person.ts';
import { organisationKey, type SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import type { Investor } from './filed-investor.ts';

/** Finds whom a filing means in the register; a person it does not name stands for nobody there. */
export const subjectIn =
  ({ persons }: { readonly persons: readonly PersonFacts[] }) =>
  (investor: Investor): SubjectKey =>
    investor.kind === 'organisation'
      ? organisationKey(investor.code)
      : (persons.find(({ ref }) => ref === investor.person)?.subject ??
        (`unknown ${investor.person}` as SubjectKey));
