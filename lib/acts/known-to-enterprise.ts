import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { type SubjectKey, subjectKindOf } from '../domain/subject/subject-key.ts';
import { asKnownTo, type KeyedPersons } from './derive-persons.ts';
import { requireHandedIn, subjectsIn } from './filing-rights.ts';
import { knownByLinks, type LinkDeps, type Links } from './known-by-links.ts';
import type { Located } from './locate-filing.ts';
import type { ReadEnterprise } from './read-register.ts';
import { readWhole } from './read-under-all-keys.ts';

const DEADLINE_MS = 3_000;

/** The hashing key that a person's key was made by. */
const hashingKeyOf = (subject: SubjectKey): string => subject.split(':')[1] ?? '';

/**
 * Persons with the key by which an enterprise knows them, where that is of a hashing key that is no longer at hand: links
 * tell it, and nobody is read of whom an enterprise only knows people by the present keys.
 */
async function withKnownKeys(
  enterprise: Enterprise,
  { persons, otherKeys = {} }: KeyedPersons,
  standings: Links,
): Promise<KeyedPersons> {
  const named = subjectsIn(enterprise).filter((key) => key !== undefined);
  const known = new Set(named.filter((key) => subjectKindOf(key) === 'person'));
  const hashingKeys = new Set([...known].map(hashingKeyOf));
  const mayBeKnown = persons.filter(({ subject }) => {
    const told = [subject, otherKeys[subject]].filter((key) => key !== undefined);
    const present = told.map(hashingKeyOf);
    return [...hashingKeys].some((id) => !present.includes(id)) && !told.some((key) => known.has(key));
  });
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const found = await Promise.all(
    mayBeKnown.map(async ({ subject }) => {
      const all = await readWhole([subject], standings, signal);
      return all.flatMap(({ key }) => (known.has(key) ? [[subject, key] as const] : [])).slice(0, 1);
    }),
  );
  const all: Readonly<Record<string, SubjectKey>> = { ...otherKeys, ...Object.fromEntries(found.flat()) };
  return { persons, ...(Object.keys(all).length > 0 && { otherKeys: all }) };
}

/**
 * Holds whoever hands a filing in to what they may hand in about the enterprise, and gives its persons the keys by which the
 * enterprise knows them: rules and the register tell by keys who is who.
 *
 * @throws DomainError `forbidden`, `concerns-officer`; `too-busy` where links cannot be read, and whatever the store throws.
 */
export async function knownToEnterprise(
  caller: Caller,
  located: Located,
  register: ReadEnterprise | undefined,
  persons: KeyedPersons,
  { standings }: LinkDeps,
): Promise<KeyedPersons> {
  if (register === undefined) {
    requireHandedIn(caller, located, undefined);
    return persons;
  }
  const { enterprise } = register;
  const byOffice = located.item.kind === 'ex-officio';
  const [officer, keyed] = await Promise.all([
    byOffice ? knownByLinks(caller, subjectsIn(enterprise), standings) : caller,
    withKnownKeys(enterprise, persons, standings),
  ]);
  requireHandedIn(officer, located, register);
  return asKnownTo(enterprise, keyed);
}
