import { randomUUID } from 'node:crypto';
import type { Keying } from '../crypto/personal-data.ts';
import { openListing } from '../domain/credit/listing-case.ts';
import type { Basis } from '../domain/credit/record.ts';
import { DomainError } from '../domain/errors.ts';
import { type Caller, concerns } from '../domain/subject/caller.ts';
import type { NamedSubject } from '../domain/subject/named-subject.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { ListingStore } from '../store/listing-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import { admitRecord, codeMarkOf } from './admit-record.ts';
import { type Answered, type Asked, answerOnce } from './answer-once.ts';
import { authorityOf } from './caller-authority.ts';
import { identifySubject } from './identify-subject.ts';
import { knownByLinks } from './known-by-links.ts';
import { type ListingFile, listTermsAt } from './listing-rules.ts';
import { prepareLink } from './prepare-link.ts';

export interface ProposeListingDeps {
  readonly listings: ListingStore;
  readonly standings: StandingStore;
  readonly requests: RequestStore;
  readonly personalData: Keying;
  readonly writeAll: WriteAll;
}

export interface ProposedListing {
  readonly list: string;
  readonly subject: NamedSubject;
  readonly grounds: string;
  readonly basis: readonly Basis[];
  readonly origin: 'officer' | 'automation';
}

/**
 * Proposes that a subject be listed (提出列入), for the caller's own authority: nothing is known of it outside that
 * authority until the subject is told.
 *
 * @throws DomainError `forbidden`, `concerns-officer`, `unknown-list`, `record-out-of-catalogue` where the list takes no
 *   such subject or is none of this authority's.
 */
export function createProposeListing({
  listings,
  standings,
  requests,
  personalData,
  writeAll,
}: ProposeListingDeps) {
  return async (
    caller: Caller,
    { list, subject: named, grounds, basis, origin }: ProposedListing,
    asked: Asked<ListingFile>,
    moment: Moment,
  ): Promise<Answered> => {
    const issuer = authorityOf(caller);
    listTermsAt(list, moment.on);
    const { key: subject, shown, otherKey } = await identifySubject(named, personalData);
    const officer = await knownByLinks(caller, [subject, otherKey], standings);
    if (concerns(officer, subject) || concerns(officer, otherKey)) throw new DomainError('concerns-officer');
    const mark = codeMarkOf(shown);
    const id = randomUUID();
    const wouldBe = { class: list, subject, issuedBy: issuer.id, documentNumber: id, ordinal: 1, basis };
    admitRecord({ ...wouldBe, decidedOn: moment.on }, { issuer, recordedBy: issuer.id, ...mark, moment });
    const { id: authority, jurisdiction } = issuer;
    const about = {
      id,
      list,
      subject,
      authority,
      jurisdiction,
      ...mark,
    };
    const listing = openListing(about, { kind: 'proposed', origin, grounds, basis }, caller.id, moment);
    return answerOnce(requests, writeAll, asked, async ({ unanswered, save }) => {
      await unanswered();
      /* What it comes to is published under this key; whoever knows only the other has to find it. */
      const linked =
        otherKey === undefined
          ? []
          : await prepareLink(subject, { key: otherKey, is: 'former' }, jurisdiction, { standings });
      await save({ listing }, [...listings.put(listing), ...linked]);
      return { listing };
    });
  };
}

export type ProposeListing = ReturnType<typeof createProposeListing>;
