import { type Half, sameSubjectKeys } from '../domain/credit/half.ts';
import { DomainError } from '../domain/errors.ts';
import { MOST_KEYS, MOST_LINKS, type OtherKeys } from '../domain/subject/linked-key.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { HalvesBySubject, StandingStore } from '../store/standing-store.ts';

/** The halves that stand under one key of a subject. */
export interface KeyedHalves {
  readonly key: SubjectKey;
  readonly halves: readonly Half[];
}

export interface ReadSubjects {
  /** By subject; one any of whose keys could not be read is left out. */
  readonly found: ReadonlyMap<SubjectKey, readonly KeyedHalves[]>;
  /** Those who have more keys than are read. */
  readonly tooManyKeys: ReadonlySet<SubjectKey>;
}

export type ReadHalves = (keys: readonly SubjectKey[]) => Promise<HalvesBySubject>;

/** One subject is asked for key by key, side by side: that takes half of what reading them in bulk does. */
async function readEach(
  keys: readonly SubjectKey[],
  read: ReadHalves,
  singly: boolean,
): Promise<HalvesBySubject> {
  const answers = await Promise.all(singly ? keys.map((key) => read([key])) : [read(keys)]);
  return new Map(answers.flatMap((answer) => [...answer]));
}

/**
 * The halves of each subject under all of its keys, its own first: those that whoever asks can tell are read beside it in
 * one step; those that the halves themselves name, in a step of their own. A subject any of whose keys could not be read is
 * left out. Two keys are linked in one write, those of persons for good and codes until that is withdrawn, and nothing ever moves
 * from one to the other: so whatever is recorded under one of them is found by the other while they are linked.
 */
export async function readUnderAllKeys(
  subjects: readonly SubjectKey[],
  otherKeys: OtherKeys,
  read: ReadHalves,
): Promise<ReadSubjects> {
  const keysOf = new Map(
    subjects.map((subject) => {
      const other = otherKeys[subject];
      return [subject, new Set(other === undefined ? [subject] : [subject, other])];
    }),
  );
  const known = new Map<SubjectKey, readonly Half[]>();
  const asked = new Set<SubjectKey>();
  const tooManyKeys = new Set<SubjectKey>();
  let wanted: readonly SubjectKey[] = [...new Set([...keysOf.values()].flatMap((keys) => [...keys]))];
  for (let round = 0; wanted.length > 0 && round <= MOST_LINKS; round += 1) {
    for (const [key, halves] of await readEach(wanted, read, subjects.length === 1)) known.set(key, halves);
    for (const key of wanted) asked.add(key);
    /* What is added on the way is gone through too. */
    for (const [subject, keys] of keysOf) {
      for (const key of keys) for (const other of sameSubjectKeys(known.get(key) ?? [])) keys.add(other);
      if (keys.size <= MOST_KEYS) continue;
      tooManyKeys.add(subject);
      keysOf.delete(subject);
    }
    wanted = [...new Set([...keysOf.values()].flatMap((keys) => [...keys]))].filter((key) => !asked.has(key));
  }
  const found = new Map(
    [...keysOf].flatMap(([subject, keys]) => {
      const read = [...keys].flatMap((key) => {
        const halves = known.get(key);
        return halves === undefined ? [] : [{ key, halves }];
      });
      return read.length === keys.size ? [[subject, read] as const] : [];
    }),
  );
  return { found, tooManyKeys };
}

/**
 * The halves of one subject, or of one person by the keys of their token, under all keys. Whatever cannot be read fails it:
 * a part is not the whole.
 *
 * @throws DomainError `too-busy` where it has more keys than can be followed; whatever the store throws.
 */
export async function readWhole(
  [first, ...others]: readonly SubjectKey[],
  standings: Pick<StandingStore, 'readHalves'>,
  signal: AbortSignal,
): Promise<readonly KeyedHalves[]> {
  if (first === undefined) return [];
  const read = async (keys: readonly SubjectKey[]): Promise<HalvesBySubject> =>
    new Map(
      await Promise.all(keys.map(async (key) => [key, await standings.readHalves(key, signal)] as const)),
    );
  const { found } = await readUnderAllKeys([first, ...others], {}, read);
  if (found.size < others.length + 1) throw new DomainError('too-busy');
  const byKey = new Map([...found.values()].flat().map((one) => [one.key, one]));
  return [...byKey.values()];
}
