import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { endsAfter } from '../domain/credit/end.ts';
import {
  type ListingCase,
  type ListingState,
  listingStateOf,
  stepOf,
} from '../domain/credit/listing-case.ts';
import { periodsOf } from '../domain/credit/periods.ts';
import { recordStateOf } from '../domain/credit/record-state.ts';
import { DomainError } from '../domain/errors.ts';
import { type Caller, ownKeys } from '../domain/subject/caller.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Page } from '../store/cursor.ts';
import type { ListingStore } from '../store/listing-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import { byAllLinks, knownByLinks, type LinkDeps } from './known-by-links.ts';
import { requireSightOfListing } from './listing-rights.ts';
import type { ListingFile } from './listing-rules.ts';

export interface ReadListingsDeps extends LinkDeps {
  readonly listings: ListingStore;
  readonly records: RecordStore;
}

/** How and when a listing ended, as read on a day; `undefined` while it stands, or where nobody was listed. */
export interface ListingEnd {
  readonly how: 'expired' | 'decision' | 'annulled' | 'repaired';
  readonly on: PlainDate;
}

export function listingEndOn({ listing, record }: ListingFile, on: PlainDate): ListingEnd | undefined {
  if (record === undefined) return undefined;
  const { withdrawn, last } = record;
  if (withdrawn?.kind === 'annulled') return { how: 'annulled', on: withdrawn.on };
  if (withdrawn !== undefined)
    return { how: stepOf(listing, 'removed') === undefined ? 'repaired' : 'decision', on: withdrawn.on };
  const rules = findRecordClass(last.class);
  const { effect, disclosure } = rules === undefined ? {} : periodsOf(rules, last);
  const until = (effect ?? disclosure)?.until;
  if (until === undefined || until === 'open' || endsAfter(until, on)) return undefined;
  return { how: 'expired', on: until };
}

/** The state as of a day: whoever was listed and is so no longer has been removed, whatever ended it. */
export const listingStateOn = (file: ListingFile, on: PlainDate): ListingState =>
  listingEndOn(file, on) === undefined ? listingStateOf(file.listing) : 'removed';

export function createReadListings({ listings, records, standings }: ReadListingsDeps) {
  async function fileOf(listing: ListingCase): Promise<ListingFile> {
    const id = stepOf(listing, 'listed')?.record;
    const record = id && recordStateOf(await records.listOf(listing.subject, id));
    return { listing, ...(record && { record }) };
  }

  /** Under all keys; of whoever names no subject there are none. */
  async function ofOneself(caller: Caller): Promise<readonly ListingCase[]> {
    const keys = ownKeys(await byAllLinks(caller, standings));
    return (await Promise.all(keys.map((key) => listings.listOfSubject(key)))).flat();
  }

  return {
    /** @throws DomainError `not-found`, also where the caller may not know of the case. */
    async get(caller: Caller, id: string): Promise<ListingFile> {
      const listing = await listings.find(id);
      if (listing === undefined) throw new DomainError('not-found');
      requireSightOfListing(await knownByLinks(caller, [listing.subject], standings), listing);
      return fileOf(listing);
    },

    /**
     * Of the caller's authority, or for anybody else those about themselves. With a state, what has left it meanwhile is
     * passed over, so that a page may be short and still go on.
     */
    async list(
      caller: Caller,
      { state, cursor }: { readonly state?: ListingState | undefined; readonly cursor?: string | undefined },
      on: PlainDate,
    ): Promise<Page<ListingFile>> {
      const isOfficer = caller.roles.includes('publisher');
      const { authority } = caller;
      if (isOfficer && authority === undefined) throw new DomainError('forbidden');
      const page: Page<ListingCase> =
        isOfficer && authority !== undefined
          ? await listings.listOfAuthority(
              authority,
              state,
              ['listListingCases', caller.id, state].join('#'),
              cursor,
            )
          : { entries: await ofOneself(caller) };
      const files = await Promise.all(page.entries.map(fileOf));
      const entries =
        state === undefined ? files : files.filter((file) => listingStateOn(file, on) === state);
      return { ...page, entries };
    },
  };
}

export type ReadListings = ReturnType<typeof createReadListings>;
