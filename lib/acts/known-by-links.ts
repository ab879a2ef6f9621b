import { type Half, sameSubjectKeys } from '../domain/credit/half.ts';
import { type Caller, recusalKeys } from '../domain/subject/caller.ts';
import { type SubjectKey, subjectKindOf } from '../domain/subject/subject-key.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { readWhole } from './read-under-all-keys.ts';

/** Where keys say what they are linked with. */
export type Links = Pick<StandingStore, 'readHalves'>;

export interface LinkDeps {
  readonly standings: Links;
}

type Known = Pick<Caller, 'recusalKey' | 'subjectKey' | 'otherKeys'>;

const DEADLINE_MS = 3_000;

/** All keys of a subject whose halves were read, itself the first: a step more where they are linked, and none where not. */
export async function keysBy(
  subject: SubjectKey,
  halves: readonly Half[],
  standings: Links,
): Promise<readonly SubjectKey[]> {
  if (sameSubjectKeys(halves).length === 0) return [subject];
  const all = await readWhole([subject], standings, AbortSignal.timeout(DEADLINE_MS));
  return all.map(({ key }) => key);
}

/** Whoever it is, by all keys that those of their token are linked with. */
export async function byAllLinks<Who extends Known>(who: Who, standings: Links): Promise<Who> {
  const told = recusalKeys(who);
  if (told.length === 0) return who;
  const all = await readWhole(told, standings, AbortSignal.timeout(DEADLINE_MS));
  const own = who.recusalKey ?? who.subjectKey;
  const otherKeys = [...new Set([...told, ...all.map(({ key }) => key)])].filter((key) => key !== own);
  return otherKeys.length === 0 ? who : { ...who, otherKeys };
}

/**
 * The same, for whoever deals with something that is about these subjects: it may stand under a key that their token does not
 * name, of a former hashing key or of a code that was replaced, and what gives rights or takes them goes by the subject and not by
 * the key. Links are between keys of one kind: so an officer who deals with an organisation costs no step. Where links cannot be
 * read it fails, as nobody is told to be a stranger who may be the subject, or to be impartial who may not be.
 *
 * @throws DomainError `too-busy`; whatever the store throws.
 */
export async function knownByLinks<Who extends Known>(
  who: Who,
  subjects: readonly (SubjectKey | undefined)[],
  standings: Links,
): Promise<Who> {
  const told = recusalKeys(who);
  const kinds = new Set(told.map(subjectKindOf));
  const mayBeOther = subjects.some(
    (subject) => subject !== undefined && !told.includes(subject) && kinds.has(subjectKindOf(subject)),
  );
  return mayBeOther ? byAllLinks(who, standings) : who;
}
