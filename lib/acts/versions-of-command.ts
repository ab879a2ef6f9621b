import type { RecordVersion } from '../domain/credit/record.ts';
import { DomainError } from '../domain/errors.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { PAGES_OF_COMMAND, type RecordStore, TooManyVersions } from '../store/record-store.ts';

/**
 * Everything recorded of a subject, for a command that makes its half anew.
 *
 * @throws DomainError `refusal`, by default `too-busy`, where that is more than one request may read: nothing was written.
 */
export const versionsOfCommand = (
  records: Pick<RecordStore, 'listVersions'>,
  subject: SubjectKey,
  refusal: (cause: unknown) => DomainError = (cause) => new DomainError('too-busy', { cause }),
): Promise<readonly RecordVersion[]> =>
  records.listVersions(subject, undefined, PAGES_OF_COMMAND).catch((error: unknown) => {
    throw error instanceof TooManyVersions ? refusal(error) : error;
  });
