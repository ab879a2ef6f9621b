import { newSalt } from '../crypto/canonical-hash.ts';
import { newLookupId } from '../crypto/lookup-id.ts';
import { DomainError } from '../domain/errors.ts';
import type { LoggedLookup } from '../domain/subject/logged-lookup.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';

/**
 * Answers a look-up only once it is durably logged; the log is written beside the reads.
 *
 * @throws DomainError `lookup-not-logged` when it could not be written: then nothing is answered.
 */
export async function answerLogged<Answer>(
  lookupLog: LookupLogStore,
  asked: Omit<LoggedLookup, 'id' | 'salt'>,
  deadlineMs: number,
  answer: () => Promise<Answer>,
): Promise<{ readonly id: string; readonly answer: Answer }> {
  const id = newLookupId(asked.at);
  const logged = lookupLog
    .append({ id, ...asked, salt: newSalt() }, AbortSignal.timeout(deadlineMs))
    .catch((cause: unknown) => {
      throw new DomainError('lookup-not-logged', { cause });
    });
  const [, answered] = await Promise.all([logged, answer()]);
  return { id, answer: answered };
}
