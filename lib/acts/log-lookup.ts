import { randomUUID } from 'node:crypto';
import { DomainError } from '../domain/errors.ts';
import type { LoggedLookup, LookupLogStore } from '../store/lookup-log-store.ts';

/**
 * Answers a look-up only once it is durably logged; the log is written beside the reads.
 *
 * @throws DomainError `lookup-not-logged` when it could not be written: then nothing is answered.
 */
export async function answerLogged<Answer>(
  lookupLog: Pick<LookupLogStore, 'append'>,
  asked: Omit<LoggedLookup, 'id'>,
  deadlineMs: number,
  answer: () => Promise<Answer>,
): Promise<{ readonly id: string; readonly answer: Answer }> {
  const id = randomUUID();
  const logged = lookupLog
    .append({ id, ...asked }, AbortSignal.timeout(deadlineMs))
    .catch((cause: unknown) => {
      throw new DomainError('lookup-not-logged', { cause });
    });
  const [, answered] = await Promise.all([logged, answer()]);
  return { id, answer: answered };
}
