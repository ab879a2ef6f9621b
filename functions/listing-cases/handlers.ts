import type { Answered, Asked } from '../../lib/acts/answer-once.ts';
import type { ListingFile } from '../../lib/acts/listing-rules.ts';
import type { ProposeListing } from '../../lib/acts/propose-listing.ts';
import type { ReadListings } from '../../lib/acts/read-listings.ts';
import type { RemoveListing } from '../../lib/acts/remove-listing.ts';
import type { ListingMove, TakeListingStep } from '../../lib/acts/take-listing-step.ts';
import {
  answerListingObjection,
  consentToListing,
  decideListing,
  getListingCase,
  listListingCases,
  notifyListing,
  objectToListing,
  proposeListing,
  removeListing,
} from '../../lib/contract/listing-cases.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { type ListingBody, presentListing } from './present-listing.ts';

export interface ListingActs {
  readonly propose: ProposeListing;
  readonly read: ReadListings;
  readonly take: TakeListingStep;
  readonly remove: RemoveListing;
}

interface StepAsked {
  readonly caller: Caller;
  readonly moment: Moment;
  readonly params: { readonly id: string } | undefined;
  readonly body: unknown;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
}

const askedBy = (routeId: string, status: 200 | 201, request: StepAsked): Asked<ListingFile> => ({
  ...askedOnce(routeId, request),
  tell: (file) => ({ status, body: presentListing(file, request.moment.on) }),
});

const bodyOf = (answered: Answered) => {
  const body = answered.answer.body as ListingBody;
  return { body, headers: { etag: `"${body.version}"`, ...replayedHeaders(answered) } };
};

const targetOf = ({ params, ifMatch }: StepAsked & { readonly params: { readonly id: string } }) => ({
  listing: params.id,
  expectedVersion: ifMatch === undefined ? undefined : Number(ifMatch),
});

const consentKinds = { ask: 'consent-asked', give: 'consented', decline: 'declined' } as const;

export function createHandler({ propose, read, take, remove }: ListingActs) {
  const step = async (
    routeId: string,
    request: StepAsked & { readonly params: { readonly id: string } },
    move: ListingMove,
  ) => {
    const asked = askedBy(routeId, 200, request);
    const answered = await take(request.caller, { ...targetOf(request), move }, asked, request.moment);
    return { status: 200 as const, ...bodyOf(answered) };
  };
  return surfaceHandler([
    httpHandler(proposeListing, async (request) => {
      const asked = askedBy(proposeListing.id, 201, request);
      const answered = await propose(request.caller, request.body, asked, request.moment);
      return { status: 201 as const, ...bodyOf(answered) };
    }),
    httpHandler(listListingCases, async ({ caller, query, moment }) => {
      const { entries, next } = await read.list(caller, query, moment.on);
      const cases = entries.map((file) => presentListing(file, moment.on));
      return { status: 200, body: { cases, ...(next !== undefined && { next }) } };
    }),
    httpHandler(getListingCase, async ({ caller, params, moment }) => {
      const body = presentListing(await read.get(caller, params.id), moment.on);
      return { status: 200, body, headers: { etag: `"${body.version}"` } };
    }),
    httpHandler(notifyListing, (request) =>
      step(notifyListing.id, request, { kind: 'notified', ...request.body }),
    ),
    httpHandler(objectToListing, (request) =>
      step(objectToListing.id, request, { kind: 'objected', ...request.body }),
    ),
    httpHandler(answerListingObjection, (request) =>
      step(answerListingObjection.id, request, { kind: 'objection-answered', ...request.body }),
    ),
    httpHandler(consentToListing, (request) => {
      const { action, reason } = request.body;
      return step(consentToListing.id, request, { kind: consentKinds[action], reason });
    }),
    httpHandler(decideListing, (request) => {
      const { body } = request;
      const { reason } = body;
      return step(
        decideListing.id,
        request,
        body.outcome === 'list'
          ? { kind: 'listed', reason, document: body.document }
          : { kind: 'not-listed', reason },
      );
    }),
    httpHandler(removeListing, async (request) => {
      const asked = askedBy(removeListing.id, 200, request);
      const { caller, body, moment } = request;
      const answered = await remove(caller, { ...targetOf(request), removal: body }, asked, moment);
      return { status: 200 as const, ...bodyOf(answered) };
    }),
  ]);
}
