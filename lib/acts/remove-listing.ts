import { type ListingCase, stepOf, withStep } from '../domain/credit/listing-case.ts';
import type { AnnulmentGround, StepDocument } from '../domain/credit/record-event.ts';
import { isPending, type RepairCondition } from '../domain/credit/repair.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { ListingStore } from '../store/listing-store.ts';
import { annulling } from './annul-record.ts';
import type { Answered, Asked } from './answer-once.ts';
import { type ChangeRecord, nextVersion, type RecordFile, type RecordStep } from './change-record.ts';
import { knownByLinks, type LinkDeps } from './known-by-links.ts';
import { requireListingOfficer } from './listing-rights.ts';
import {
  type ListingFile,
  listingRulesOn,
  removableFrom,
  requireDayOfDecision,
  requireListingStep,
} from './listing-rules.ts';
import { listingEndOn } from './read-listings.ts';
import { type ListingRequest, requireVersionOf } from './take-listing-step.ts';

export interface RemoveListingDeps extends LinkDeps {
  readonly listings: ListingStore;
  readonly changeRecord: ChangeRecord;
}

export type ListingRemoval =
  | {
      readonly kind: 'decision';
      readonly reason: string;
      readonly document: StepDocument;
      readonly met: readonly RepairCondition[];
    }
  | {
      readonly kind: 'annulment';
      readonly ground: AnnulmentGround;
      readonly reason: string;
      readonly document: StepDocument;
    };

/**
 * The record leaves publication, sharing, use and measures as by any repair (移出名单属于信用修复); what was asked to be
 * repaired is settled by it.
 */
function takenOff(
  file: RecordFile,
  listing: ListingCase,
  { met }: Extract<ListingRemoval, { kind: 'decision' }>,
  { authority, moment }: { readonly authority: string; readonly moment: Moment },
): RecordStep {
  const { last } = file.state;
  const { terms } = listingRulesOn(listing, moment.on);
  const from = removableFrom(terms, last);
  if (moment.on < from)
    throw new DomainError('repair-not-allowed', { values: { reason: 'too-early', from } });
  const unmet = terms.removal.conditions.filter((condition) => !met.includes(condition));
  if (unmet.length > 0)
    throw new DomainError('repair-not-allowed', { values: { reason: 'conditions-not-met', unmet } });
  return {
    version: nextVersion(
      file,
      { kind: 'repaired', on: moment.on, repair: listing.id },
      { recordedBy: authority, moment },
    ),
    repairs: file.repairs
      .filter((repair) => repair.record === last.id && isPending(repair))
      .map((repair) => ({ ...repair, state: 'moot', version: repair.version + 1 })),
  };
}

/**
 * Takes a subject off a list (移出): early, by a decision after the list's minimum, or by annulling the listing. Record,
 * half and case change with one write. That a listing ends by its time needs nobody to do anything.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `listing-step-not-allowed`, `repair-not-allowed`,
 *   `invalid-request`, `version-conflict`, `too-busy`.
 */
export function createRemoveListing({ listings, changeRecord, standings }: RemoveListingDeps) {
  return async (
    caller: Caller,
    { listing: id, expectedVersion, removal }: ListingRequest & { readonly removal: ListingRemoval },
    { tell, ...asked }: Asked<ListingFile>,
    moment: Moment,
  ): Promise<Answered> => {
    const known = await listings.find(id);
    if (known === undefined) throw new DomainError('not-found');
    const officer = await knownByLinks(caller, [known.subject], standings);
    const { id: authority } = requireListingOfficer(officer, known, 'removed');
    const record = stepOf(known, 'listed')?.record;
    if (record === undefined) {
      requireListingStep(known, 'removed', moment);
      throw new RangeError(`Listing ${id} has no record`);
    }
    let next = known;
    const decide = async (file: RecordFile): Promise<RecordStep> => {
      const listing = (await listings.find(id)) ?? known;
      requireListingStep(listing, 'removed', moment);
      requireVersionOf(listing, expectedVersion);
      const { withdrawn } = file.state;
      if (withdrawn !== undefined)
        throw new DomainError('listing-step-not-allowed', { values: { reason: withdrawn.kind } });
      const isExpired = listingEndOn({ listing, record: file.state }, moment.on) !== undefined;
      if (removal.kind === 'decision' && isExpired)
        throw new DomainError('listing-step-not-allowed', { values: { reason: 'ended' } });
      requireDayOfDecision(listing, removal.document.decidedOn, moment);
      const step =
        removal.kind === 'decision'
          ? takenOff(file, listing, removal, { authority, moment })
          : annulling(file, removal, { authority, caller: caller.id, moment });
      const { kind: how, reason, document } = removal;
      const head = { on: moment.on, at: moment.at, by: caller.id, authority };
      next = withStep(listing, { kind: 'removed', how, reason, document }, head);
      return { ...step, beside: listings.put(next) };
    };
    const told = (file: RecordFile) => tell({ listing: next, record: file.state });
    return changeRecord({ record }, decide, { ...asked, tell: told }, moment);
  };
}

export type RemoveListing = ReturnType<typeof createRemoveListing>;
