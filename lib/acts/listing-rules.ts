import { getAuthority } from '../../catalog/authorities.ts';
import { listTermsOn } from '../../catalog/records/lists.ts';
import { superiorOf } from '../../catalog/superior-authority.ts';
import {
  type ListingActKind,
  type ListingCase,
  type ListingRules,
  lastStep,
  stepOf,
  whyNotListingStep,
} from '../domain/credit/listing-case.ts';
import { type ListTerms, needsConsent } from '../domain/credit/listing-terms.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { RecordState } from '../domain/credit/record-state.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addMonths, type PlainDate } from '../domain/time/plain-date.ts';

/** A case with the record it came to, where it came to one. */
export interface ListingFile {
  readonly listing: ListingCase;
  readonly record?: RecordState;
}

/** @throws DomainError `unknown-list`. */
export function listTermsAt(list: string, on: PlainDate): ListTerms {
  const terms = listTermsOn(list, on);
  if (terms === undefined) throw new DomainError('unknown-list', { values: { list } });
  return terms;
}

/** The procedure is that of the day on which it was proposed; whether consent is needed, that of the day itself. */
export function listingRulesOn(listing: ListingCase, on: PlainDate) {
  const terms = listTermsAt(listing.list, listing.steps[0]?.on ?? on);
  const current = listTermsOn(listing.list, on) ?? terms;
  const authority = getAuthority(listing.authority);
  const superior = superiorOf(authority, on);
  const consentNeeded = superior !== undefined && needsConsent(current, authority.level, on);
  return { terms, superior, consentNeeded, on } satisfies ListingRules & Record<string, unknown>;
}

/** @throws DomainError `listing-step-not-allowed` telling why, and until or from when where a day decides. */
export function requireListingStep(listing: ListingCase, kind: ListingActKind, { on }: Moment): void {
  const reason = whyNotListingStep(listing, kind, listingRulesOn(listing, on));
  if (reason === undefined) return;
  const until = stepOf(listing, 'notified')?.objectBy.dueOn;
  const byPeriod = reason === 'objection-period-runs' || reason === 'objection-period-over';
  throw new DomainError('listing-step-not-allowed', {
    values: { reason, ...(byPeriod && until !== undefined && { until }) },
  });
}

/** @throws DomainError `invalid-request` for a document of a day to come, or of before the step that went ahead of it. */
export function requireDayOfDecision(listing: ListingCase, decidedOn: PlainDate, { on }: Moment): void {
  const path = '/document/decidedOn';
  if (decidedOn > on) throw new DomainError('invalid-request', { defects: [{ path, code: 'after-today' }] });
  if (decidedOn < lastStep(listing).on)
    throw new DomainError('invalid-request', { defects: [{ path, code: 'before-step' }] });
}

/** From when a listing can be taken off early. */
export const removableFrom = (
  { removal }: ListTerms,
  { decidedOn }: Pick<RecordVersion, 'decidedOn'>,
): PlainDate => addMonths(decidedOn, removal.earliestMonths);
