import { dataRequestGrounds } from '../../catalog/data-requests.ts';
import { retentionOfFiling } from '../../catalog/retention.ts';
import type { PersonalData } from '../crypto/personal-data.ts';
import { DomainError } from '../domain/errors.ts';
import { endedOn, erased, isFruitless, restricted } from '../domain/registration/erase-filing.ts';
import { type Caller, concerns } from '../domain/subject/caller.ts';
import { type DataRequest, type DataRequestRuling, decided } from '../domain/subject/data-request.ts';
import { type Erasable, erasableOnRequest } from '../domain/subject/retention.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Page } from '../store/cursor.ts';
import type { DataRequestStore } from '../store/data-request-store.ts';
import type { ErasureStore } from '../store/erasure-store.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { Write, WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce } from './answer-once.ts';
import { type OpenedRequest, wordsOf } from './ask-about-own-data.ts';
import { authorityOf } from './caller-authority.ts';
import { knownByLinks, type LinkDeps } from './known-by-links.ts';
import { outrunRaces } from './outrun-races.ts';

export interface AnswerDataDeps extends LinkDeps {
  readonly dataRequests: DataRequestStore;
  readonly filings: Pick<FilingStore, 'find' | 'erase' | 'restrict'>;
  readonly erasures: ErasureStore;
  readonly personalData: Pick<PersonalData, 'unseal'>;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

export interface DataAnswer extends Pick<DataRequestRuling, 'outcome' | 'ground' | 'reason'> {
  readonly request: string;
  readonly expectedVersion?: number | undefined;
}

const notRestrictable = (reason: 'kept-by-law' | 'erased' | 'restricted'): DomainError =>
  new DomainError('restriction-not-allowed', { values: { reason } });

const notErasable = (why: 'kept-by-law' | 'period-runs' | 'erased', until?: PlainDate): DomainError =>
  new DomainError('erasure-not-allowed', { values: { reason: why, ...(until && { until }) } });

const asRefusal = (found: Erasable): DomainError | undefined => {
  if (found.erasable) return undefined;
  return found.why === 'period-runs' ? notErasable(found.why, found.until) : notErasable(found.why);
};

/** A request is seen by the officers of its side alone, and decided by none whom it is about or who asked. */
function requireOfficer(caller: Caller, request: DataRequest | undefined): DataRequest {
  const { jurisdiction } = authorityOf(caller);
  if (request === undefined || request.jurisdiction !== jurisdiction) throw new DomainError('not-found');
  if (concerns(caller, request.subject) || caller.id === request.askedBy)
    throw new DomainError('concerns-officer');
  return request;
}

/** What data officers do: see what their side is asked, and answer it with its ground and article. */
export function createAnswerDataRequest(deps: AnswerDataDeps) {
  const { dataRequests, filings, erasures, personalData, standings } = deps;

  /** @throws DomainError `erasure-not-allowed` for whatever law has kept: records, registrations, filings in review. */
  async function erasure({ about }: DataRequest, { at, on }: Moment): Promise<readonly Write[]> {
    const filing = about.of === 'filing' ? await filings.find(about.filing) : undefined;
    if (filing === undefined || !isFruitless(filing)) throw notErasable('kept-by-law');
    if (filing.erasedOn !== undefined) throw notErasable('erased');
    const refusal = asRefusal(erasableOnRequest(retentionOfFiling(filing.state), endedOn(filing), on));
    if (refusal !== undefined) throw refusal;
    return [filings.erase(erased(filing, on)), erasures.tell(filing, at)];
  }

  /** @throws DomainError `restriction-not-allowed` for whatever law has used: records, registrations, filings in review. */
  async function restriction({ about }: DataRequest, on: PlainDate): Promise<Write> {
    const filing = about.of === 'filing' ? await filings.find(about.filing) : undefined;
    if (filing === undefined || !isFruitless(filing)) throw notRestrictable('kept-by-law');
    if (filing.erasedOn !== undefined) throw notRestrictable('erased');
    if (filing.restrictedOn !== undefined) throw notRestrictable('restricted');
    return filings.restrict(restricted(filing, on));
  }

  /** What an answer does beside being given. A copy is at `GET /me/data`; a correction has a procedure of its own. */
  async function effectOf(
    request: DataRequest,
    { outcome }: Pick<DataAnswer, 'outcome'>,
    moment: Moment,
  ): Promise<readonly Write[]> {
    if (outcome === 'refuse') return [];
    if (outcome === 'restrict' || request.kind === 'restriction')
      return [await restriction(request, moment.on)];
    return request.kind === 'erasure' ? erasure(request, moment) : [];
  }

  return {
    /** Open ones of the caller's side, the most urgent first. */
    async list(caller: Caller, cursor?: string): Promise<Page<OpenedRequest>> {
      const { jurisdiction } = authorityOf(caller);
      const { entries, ...page } = await dataRequests.listDue(jurisdiction, caller.id, cursor);
      const officer = await knownByLinks(
        caller,
        entries.map(({ subject }) => subject),
        standings,
      );
      const opened = entries
        .filter(({ subject }) => !concerns(officer, subject))
        .map(async (request) => ({ request, words: await wordsOf(request, personalData) }));
      return { ...page, entries: await Promise.all(opened) };
    },

    /**
     * A granted erasure takes the facts of the filing away in the same write, and what they hold elsewhere soon after, and a restriction its use.
     *
     * @throws DomainError `forbidden`, `not-found`, `concerns-officer`, `data-request-decided`, `version-conflict`,
     *   `erasure-not-allowed`, `restriction-not-allowed`, `idempotency-conflict`, `too-busy`; `invalid-request` for a ground of another kind.
     */
    decide: (
      caller: Caller,
      { request: id, expectedVersion, ...answer }: DataAnswer,
      asked: Asked<DataRequest>,
      moment: Moment,
    ): Promise<Answered> =>
      answerOnce(deps.requests, deps.writeAll, asked, ({ unanswered, save }) =>
        outrunRaces(async () => {
          const { id: authority } = authorityOf(caller);
          const [found] = await Promise.all([dataRequests.find(id), unanswered()]);
          const request = requireOfficer(await knownByLinks(caller, [found?.subject], standings), found);
          if (expectedVersion !== undefined && expectedVersion !== request.version)
            throw new DomainError('version-conflict');
          const ruling = { ...answer, by: caller.id, authority };
          const done = decided(request, ruling, dataRequestGrounds(), moment);
          await save(done, [dataRequests.replace(done), ...(await effectOf(request, answer, moment))]);
          return done;
        }),
      ),
  };
}

export type AnswerDataRequest = ReturnType<typeof createAnswerDataRequest>;
