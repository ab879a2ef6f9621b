import { getAuthority } from '../../catalog/authorities.ts';
import { workingCalendar } from '../../catalog/calendar.ts';
import type { Proof } from '../domain/credit/dispute.ts';
import {
  type ListingAct,
  type ListingCase,
  stepOf,
  versionOf,
  withStep,
} from '../domain/credit/listing-case.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { StepDocument } from '../domain/credit/record-event.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays } from '../domain/time/working-days.ts';
import type { ListingStore } from '../store/listing-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { admitRecord } from './admit-record.ts';
import { type Answered, type Asked, answerOnce, type Undertaking } from './answer-once.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import { knownByLinks, type LinkDeps } from './known-by-links.ts';
import { requireListingOfficer, requireSightOfListing } from './listing-rights.ts';
import {
  type ListingFile,
  listingRulesOn,
  requireDayOfDecision,
  requireListingStep,
} from './listing-rules.ts';
import type { PreparePublication } from './prepare-publication.ts';

export interface TakeListingStepDeps extends LinkDeps {
  readonly listings: ListingStore;
  readonly requests: RequestStore;
  readonly preparePublication: PreparePublication;
  readonly writeAll: WriteAll;
}

/** A step as it is handed in; what takes a listing off the list is an act of its own. */
export type ListingMove =
  | { readonly kind: 'notified'; readonly documentNumber: string }
  | { readonly kind: 'objected'; readonly reason: string; readonly proofs: readonly Proof[] }
  | {
      readonly kind: 'objection-answered';
      readonly outcome: 'accepted' | 'rejected';
      readonly reason: string;
    }
  | { readonly kind: 'consent-asked' | 'consented' | 'declined' | 'not-listed'; readonly reason: string }
  | { readonly kind: 'listed'; readonly reason: string; readonly document: StepDocument };

export interface ListingRequest {
  readonly listing: string;
  /** The version of the case the caller has read. */
  readonly expectedVersion?: number | undefined;
}

/** @throws DomainError `version-conflict`. */
export function requireVersionOf(listing: ListingCase, expected: number | undefined): void {
  const current = versionOf(listing);
  if (expected !== undefined && expected !== current)
    throw new DomainError('version-conflict', { values: { current } });
}

/** Who takes the step; the subject speaks for itself, and an officer may take in what it said on paper. */
function whoTakes(caller: Caller, listing: ListingCase, move: ListingMove): string | undefined {
  if (move.kind !== 'objected') return requireListingOfficer(caller, listing, move.kind).id;
  return requireSightOfListing(caller, listing).as === 'subject'
    ? undefined
    : requireListingOfficer(caller, listing, move.kind).id;
}

/** The record that a decision publishes. */
function recordOf(listing: ListingCase, { number, decidedOn }: StepDocument, moment: Moment): RecordVersion {
  const { list, subject, authority, codeCheck } = listing;
  const basis = stepOf(listing, 'proposed')?.basis ?? [];
  const told = {
    class: list,
    subject,
    issuedBy: authority,
    documentNumber: number,
    ordinal: 1,
    decidedOn,
    basis,
  };
  const issuer = getAuthority(authority);
  return admitRecord(told, { issuer, recordedBy: authority, ...(codeCheck && { codeCheck }), moment });
}

function actOf(
  listing: ListingCase,
  move: Exclude<ListingMove, { kind: 'listed' }>,
  { on }: Moment,
): ListingAct {
  const { terms, superior } = listingRulesOn(listing, on);
  if (move.kind === 'notified') {
    const objectBy = addWorkingDays(workingCalendar, on, terms.notice?.objectionWorkingDays ?? 0);
    return { ...move, objectBy };
  }
  if (move.kind === 'consent-asked') {
    if (superior === undefined) throw new RangeError(`No authority is above ${listing.authority}`);
    return { ...move, kind: 'consent-asked', of: superior.id };
  }
  return move as ListingAct;
}

/**
 * Takes one step of a listing case (列入程序): notice of grounds and rights, objection, its answer, the consent of the next
 * higher authority, the decision in writing. A decision to list publishes the record with the same write and by the same
 * code as any other publication. Of two steps at one moment one is taken, and the other is judged by what stands then.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `listing-step-not-allowed`, `version-conflict`,
 *   `record-conflict` where another record has the document's number, `too-busy`.
 */
export function createTakeListingStep(deps: TakeListingStepDeps) {
  const { listings, requests, preparePublication, standings, writeAll } = deps;

  async function attempt(
    caller: Caller,
    { listing: id, expectedVersion, move }: ListingRequest & { readonly move: ListingMove },
    moment: Moment,
    { unanswered, save }: Undertaking<ListingFile>,
  ): Promise<ListingFile> {
    const [listing] = await Promise.all([listings.find(id), unanswered()]);
    if (listing === undefined) throw new DomainError('not-found');
    const known = await knownByLinks(caller, [listing.subject], standings);
    const authority = whoTakes(known, listing, move);
    requireListingStep(listing, move.kind, moment);
    requireVersionOf(listing, expectedVersion);
    const head = {
      on: moment.on,
      at: moment.at,
      by: caller.id,
      ...(authority !== undefined && { authority }),
    };
    if (move.kind !== 'listed') {
      const next = { listing: withStep(listing, actOf(listing, move, moment), head) };
      await save(next, listings.put(next.listing));
      return next;
    }
    requireDayOfDecision(listing, move.document.decidedOn, moment);
    const record = recordOf(listing, move.document, moment);
    const prepared = await preparePublication(record, moment);
    if ('stands' in prepared) {
      const { id: held, version } = prepared.stands.last;
      throw new DomainError('record-conflict', { values: { record: held, version } });
    }
    const next = withStep(listing, { ...move, record: record.id }, head);
    const file = { listing: next, record: { last: record, suspended: [] } };
    await save(file, [...prepared.writes, ...listings.put(next)]);
    return file;
  }

  return (
    caller: Caller,
    request: ListingRequest & { readonly move: ListingMove },
    asked: Asked<ListingFile>,
    moment: Moment,
  ): Promise<Answered> =>
    answerOnce(requests, writeAll, asked, async (undertaking) => {
      for (let race = 0; race < ATTEMPTS; race += 1) {
        await backOff(race);
        try {
          return await attempt(caller, request, moment, undertaking);
        } catch (error) {
          const overtaken = error instanceof ConditionsFailed && !error.conditions.includes('request-is-new');
          if (!overtaken) throw error;
        }
      }
      throw new DomainError('too-busy');
    });
}

export type TakeListingStep = ReturnType<typeof createTakeListingStep>;
