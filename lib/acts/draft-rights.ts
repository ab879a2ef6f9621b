import { DomainError } from '../domain/errors.ts';
import { type Draft, isOpen, type OpenDraft } from '../domain/registration/draft.ts';
import type { Instant } from '../domain/time/instant.ts';
import { ConditionsFailed } from '../store/transaction.ts';

/** @throws DomainError `not-found` for one that is filed, discarded or ended, `version-conflict`. */
export function requireOpenDraft(draft: Draft | undefined, at: Instant, expectedVersion?: number): OpenDraft {
  if (draft === undefined || !isOpen(draft, at)) throw new DomainError('not-found');
  if (expectedVersion !== undefined && draft.version !== expectedVersion)
    throw new DomainError('version-conflict', { values: { current: draft.version } });
  return draft;
}

/** Somebody saved it since it was read, which matters to whoever named the version they rely on. */
export function draftConflict(error: unknown, read: Draft, expectedVersion: number | undefined): unknown {
  const overtaken =
    error instanceof ConditionsFailed &&
    error.conditions.includes('draft-unchanged') &&
    !error.conditions.includes('request-is-new');
  if (!overtaken || expectedVersion === undefined) return error;
  return new DomainError('version-conflict', { values: { current: read.version + 1 }, cause: error });
}
