import { createHash } from 'node:crypto';
import type { SubjectKey } from '../domain/subject/subject-key.ts';

/** The same authority and subject have the same id, so that nobody is watched twice by one. */
export const watchIdOf = (authority: string, subject: SubjectKey): string =>
  createHash('sha256')
    .update(JSON.stringify(['watch', authority, subject]))
    .digest()
    .subarray(0, 16)
    .toString('base64url');
