import { DomainError } from '../domain/errors.ts';
import { type Caller, ownKeys } from '../domain/subject/caller.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { readWhole } from './read-under-all-keys.ts';

const DEADLINE_MS = 3_000;

/**
 * The keys of the caller's token and those they are linked with, of former hashing keys and of codes that were replaced: a
 * file that went on under another key is whole all the same. One
 * step, and one for each further key.
 *
 * @throws DomainError `forbidden` for a token that names no subject, `too-busy`; whatever the store throws.
 */
export async function allOwnKeys(
  caller: Caller,
  standings: Pick<StandingStore, 'readHalves'>,
): Promise<readonly SubjectKey[]> {
  const told = ownKeys(caller);
  if (told.length === 0) throw new DomainError('forbidden');
  const all = await readWhole(told, standings, AbortSignal.timeout(DEADLINE_MS));
  return [...new Set([...told, ...all.map(({ key }) => key)])];
}
