import { newEntrySalt, newLookupId } from '../crypto/lookup-id.ts';
import { DomainError } from '../domain/errors.ts';
import type { LoggedLookup } from '../domain/subject/logged-lookup.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';

/** Counts the look-up under its id, and says afterwards whether it may be answered. */
export type Count = (id: string, signal: AbortSignal) => Promise<{ readonly requireWithin: () => void }>;

const notCounted: Count = async () => ({ requireWithin: () => undefined });

/**
 * Answers a look-up only once it is durably logged, and counted where it counts; both are written beside the reads.
 *
 * @throws DomainError `lookup-not-logged` when either could not be written: then nothing is answered; whatever
 *   `requireWithin` throws, of a look-up that is logged.
 */
export async function answerLogged<Answer>(
  lookupLog: Pick<LookupLogStore, 'append'>,
  asked: Omit<LoggedLookup, 'id' | 'salt'>,
  deadlineMs: number,
  answer: () => Promise<Answer>,
  count: Count = notCounted,
): Promise<{ readonly id: string; readonly answer: Answer }> {
  const id = newLookupId(asked.at);
  const notLogged = (cause: unknown): never => {
    throw new DomainError('lookup-not-logged', { cause });
  };
  const signal = AbortSignal.timeout(deadlineMs);
  const logged = lookupLog.append({ id, ...asked, salt: newEntrySalt() }, signal).catch(notLogged);
  const counted = count(id, signal).catch(notLogged);
  const [, { requireWithin }, answered] = await Promise.all([logged, counted, answer()]);
  requireWithin();
  return { id, answer: answered };
}
