import { DomainError } from '../domain/errors.ts';
import type { Filing, FilingState } from '../domain/registration/filing.ts';
import { ConditionsFailed } from '../store/transaction.ts';
import type { Examined } from './examine-filing.ts';

export type InReview = Filing & { readonly state: 'in-review' };

/** @throws DomainError `filing-not-open`, `version-conflict`. */
export function requireOpen(filing: Filing, expectedVersion?: number): InReview {
  if (expectedVersion !== undefined && filing.version !== expectedVersion)
    throw new DomainError('version-conflict', { values: { current: filing.version } });
  if (filing.state !== 'in-review')
    throw new DomainError('filing-not-open', { values: { state: filing.state } });
  return filing;
}

/** The next version of a filing: what it was, in its new state. */
export function withState(filing: InReview, state: FilingState, examined?: Examined): Filing {
  const { state: _state, due: _due, extension: _extension, evidence: _evidence, ...rest } = filing;
  const { clock: _clock, assignee: _assignee, ...pack } = rest;
  const { findings, admissible } = examined?.decision ?? filing;
  return { ...pack, ...state, findings, admissible, version: filing.version + 1 };
}

/** Somebody else changed the filing since it was read. */
export function asConflict(error: unknown, filing: Filing): unknown {
  if (!(error instanceof ConditionsFailed)) return error;
  const { conditions } = error;
  if (conditions.includes('request-is-new') || !conditions.includes('filing-unchanged')) return error;
  return new DomainError('version-conflict', { values: { current: filing.version + 1 }, cause: error });
}
