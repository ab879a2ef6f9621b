import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { type ListingFile, listingRulesOn, removableFrom } from '../../lib/acts/listing-rules.ts';
import { listingEndOn, listingStateOn } from '../../lib/acts/read-listings.ts';
import type { getListingCase } from '../../lib/contract/listing-cases.ts';
import {
  type ListingCase,
  type ListingRules,
  type ListingStep,
  listingActKinds,
  listingStateOf,
  stepOf,
  versionOf,
  whyNotListingStep,
} from '../../lib/domain/credit/listing-case.ts';
import { periodsOf } from '../../lib/domain/credit/periods.ts';
import type { RecordState } from '../../lib/domain/credit/record-state.ts';
import { subjectKindOf } from '../../lib/domain/subject/subject-key.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';

export type ListingBody = ResponseOf<typeof getListingCase>['body'];

const presentSubject = ({ subject, codeCheck }: ListingCase): ListingBody['subject'] =>
  subjectKindOf(subject) === 'person'
    ? { kind: 'person' }
    : { kind: 'organisation', code: subject.slice('O:'.length), codeCheck: codeCheck ?? 'passed' };

function presentStep(step: ListingStep): ListingBody['steps'][number] {
  const { number, kind, on, at, by, authority } = step;
  return {
    number,
    kind,
    on,
    at,
    by,
    ...(authority !== undefined && { authority }),
    ...('reason' in step && { reason: step.reason }),
    ...('outcome' in step && { outcome: step.outcome }),
    ...('proofs' in step && { proofs: [...step.proofs] }),
    ...('document' in step && { document: step.document }),
    ...('documentNumber' in step && { documentNumber: step.documentNumber }),
  };
}

function presentObjection(listing: ListingCase, rules: ListingRules): Pick<ListingBody, 'objection'> {
  const notified = stepOf(listing, 'notified');
  if (notified === undefined) return {};
  const { dueOn, provisional } = notified.objectBy;
  const open = whyNotListingStep(listing, 'objected', rules) === undefined;
  return { objection: { until: dueOn, provisional, open } };
}

/** The days of the listing by its rule, as far as it was published. */
function presentPeriod({ last }: RecordState): Pick<ListingBody, 'listed'> {
  const rules = findRecordClass(last.class);
  const { effect, disclosure } = rules === undefined ? {} : periodsOf(rules, last);
  const period = effect ?? disclosure;
  if (period === undefined) return {};
  const { from, until } = period;
  return { listed: { from, ...(until !== 'open' && { until }) } };
}

/** A listing case to whoever has to do with it, as of a day. */
export function presentListing(file: ListingFile, on: PlainDate): ListingBody {
  const { listing, record } = file;
  const { terms, superior, ...rules } = listingRulesOn(listing, on);
  const judged = { ...rules, terms };
  const proposed = stepOf(listing, 'proposed');
  const listed = stepOf(listing, 'listed');
  const end = listingEndOn(file, on);
  const consentOf = stepOf(listing, 'consent-asked')?.of ?? (rules.consentNeeded ? superior?.id : undefined);
  return {
    id: listing.id,
    version: versionOf(listing),
    state: listingStateOn(file, on),
    list: listing.list,
    subject: presentSubject(listing),
    authority: listing.authority,
    jurisdiction: listing.jurisdiction,
    origin: proposed?.origin ?? 'officer',
    ...(proposed?.filing !== undefined && { filing: proposed.filing }),
    grounds: proposed?.grounds ?? '',
    basis: [...(proposed?.basis ?? [])],
    rights: [...(terms.notice?.rights ?? [])],
    ...presentObjection(listing, judged),
    consent: { needed: rules.consentNeeded, ...(consentOf !== undefined && { of: consentOf }) },
    ...(listed && { record: listed.record, repairNotice: terms.repairNotice }),
    ...(record && presentPeriod(record)),
    ...(end && { removal: end }),
    ...(record && end === undefined && { removableFrom: removableFrom(terms, record.last) }),
    next:
      end !== undefined && listingStateOf(listing) === 'listed'
        ? []
        : listingActKinds.filter((kind) => whyNotListingStep(listing, kind, judged) === undefined),
    steps: listing.steps.map(presentStep),
  };
}
