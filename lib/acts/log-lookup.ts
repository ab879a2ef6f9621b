import { newEntrySalt, newLookupId } from '../crypto/lookup-id.ts';
import { DomainError } from '../domain/errors.ts';
import { isSameSubject, type LinkedKey } from '../domain/subject/linked-key.ts';
import type { LoggedLookup } from '../domain/subject/logged-lookup.ts';
import { type SubjectKey, subjectKindOf } from '../domain/subject/subject-key.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';

/** Counts the look-up under its id, and says afterwards whether it may be answered. */
export type Count = (id: string, signal: AbortSignal) => Promise<{ readonly requireWithin: () => void }>;

const notCounted: Count = async () => ({ requireWithin: () => undefined });

/** What the halves that were read for an answer say of other keys. */
export type LinkedIn<Answer> = (answer: Answer) => readonly LinkedKey[];

/** More keys than an entry has room for are not written into one. */
const KEYS_OF_ENTRY = 1_000;

/**
 * Codes whose records were read beside those asked for, as they are linked. They are known only once the halves are read, and a
 * link of codes can be withdrawn: whoever has such a code then has the look-up in their own log all the same. The keys
 * of a person stay linked, so that their log is one by whichever they were asked for.
 */
const codesReadThrough = (linked: readonly LinkedKey[], subjects: readonly SubjectKey[]) => [
  ...new Set(
    linked
      .filter((link) => isSameSubject(link) && subjectKindOf(link.key) === 'organisation')
      .map(({ key }) => key)
      .filter((key) => !subjects.includes(key)),
  ),
];

/**
 * Answers a look-up only once it is durably logged, and counted where it counts; both are written beside the reads. What
 * was read through links is an entry of its own, written before the answer leaves.
 *
 * @throws DomainError `lookup-not-logged` when any of it could not be written: then nothing is answered; whatever
 *   `requireWithin` throws, of a look-up that is logged.
 */
export async function answerLogged<Answer>(
  lookupLog: Pick<LookupLogStore, 'append'>,
  asked: Omit<LoggedLookup, 'id' | 'salt'>,
  deadlineMs: number,
  answer: () => Promise<Answer>,
  count: Count = notCounted,
  linkedIn: LinkedIn<Answer> = () => [],
): Promise<{ readonly id: string; readonly answer: Answer }> {
  const id = newLookupId(asked.at);
  const notLogged = (cause: unknown): never => {
    throw new DomainError('lookup-not-logged', { cause });
  };
  const signal = AbortSignal.timeout(deadlineMs);
  const log = (entry: string, subjects: readonly SubjectKey[], within: AbortSignal) =>
    lookupLog.append({ id: entry, ...asked, subjects, salt: newEntrySalt() }, within).catch(notLogged);
  const logged = log(id, asked.subjects, signal);
  const counted = count(id, signal).catch(notLogged);
  const [, { requireWithin }, answered] = await Promise.all([logged, counted, answer()]);
  requireWithin();
  const codes = codesReadThrough(linkedIn(answered), asked.subjects);
  const within = AbortSignal.timeout(deadlineMs);
  const rest = Array.from({ length: Math.ceil(codes.length / KEYS_OF_ENTRY) }, (_, entry) =>
    log(newLookupId(asked.at), codes.slice(entry * KEYS_OF_ENTRY, (entry + 1) * KEYS_OF_ENTRY), within),
  );
  await Promise.all(rest);
  return { id, answer: answered };
}
