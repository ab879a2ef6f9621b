import { getAuthority } from '../../catalog/authorities.ts';
import { workingCalendar } from '../../catalog/calendar.ts';
import { dataRequestAnswerDays } from '../../catalog/data-requests.ts';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { newDataRequestId } from '../crypto/data-request-id.ts';
import type { PersonalData } from '../crypto/personal-data.ts';
import { DomainError } from '../domain/errors.ts';
import { type Caller, isOneself } from '../domain/subject/caller.ts';
import type { AboutData, DataRequest, DataRequestKind } from '../domain/subject/data-request.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays } from '../domain/time/working-days.ts';
import type { Page } from '../store/cursor.ts';
import type { DataRequestStore } from '../store/data-request-store.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import { allOwnKeys } from './all-own-keys.ts';
import { type Answered, type Asked, answerOnce } from './answer-once.ts';
import { knownByLinks, type LinkDeps } from './known-by-links.ts';
import { listUnderKeys } from './list-under-keys.ts';

export interface OwnDataDeps extends LinkDeps {
  readonly dataRequests: DataRequestStore;
  readonly filings: Pick<FilingStore, 'find'>;
  readonly records: Pick<RecordStore, 'findSubject' | 'listOf'>;
  readonly personalData: Pick<PersonalData, 'seal' | 'unseal'>;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

/** What somebody says of their request; kept sealed. */
export interface AskedWords {
  readonly what: string;
  readonly why?: string;
}

export interface DataQuestion extends AskedWords {
  readonly kind: DataRequestKind;
  readonly about: AboutData;
}

/** A request with what was said. */
export interface OpenedRequest {
  readonly request: DataRequest;
  readonly words: AskedWords;
}

const MOST_OPEN = 20;

const notFound = (): DomainError => new DomainError('not-found');

function subjectOf({ subjectKey }: Caller): SubjectKey {
  if (subjectKey === undefined) throw new DomainError('forbidden');
  return subjectKey;
}

export const wordsOf = async (
  { sealed, id }: DataRequest,
  personalData: Pick<PersonalData, 'unseal'>,
): Promise<AskedWords> => (await personalData.unseal(sealed, id)) as AskedWords;

/** Requests about what is kept of the caller (个人信息保护法 第四十四条至第五十条). */
export function createAskAboutOwnData(deps: OwnDataDeps) {
  const { dataRequests, filings, records, personalData, standings } = deps;

  /** Whose side answers. A filing or record that is none of the caller's is told as one there is none of. */
  async function sideOf(about: AboutData, caller: Caller): Promise<string> {
    switch (about.of) {
      case 'filing': {
        const filing = await filings.find(about.filing);
        const persons = filing?.persons.map(({ subject }) => subject) ?? [];
        const isFiler = filing?.submittedBy === caller.id;
        const known = isFiler ? caller : await knownByLinks(caller, persons, standings);
        const own = isFiler || persons.some((person) => isOneself(known, person));
        if (filing === undefined || !own) throw notFound();
        return getAuthority(filing.decidedBy).jurisdiction;
      }
      case 'record': {
        const subject = await records.findSubject(about.record);
        const known = await knownByLinks(caller, [subject], standings);
        const [version] =
          subject !== undefined && isOneself(known, subject)
            ? await records.listOf(subject, about.record)
            : [];
        if (version === undefined) throw notFound();
        return version.jurisdiction;
      }
      case 'file':
        if (!jurisdictions.some(({ code }) => code === about.jurisdiction))
          throw new DomainError('invalid-request', {
            defects: [{ path: '/about/jurisdiction', code: 'unknown-jurisdiction' }],
          });
        return about.jurisdiction;
    }
  }

  return {
    /**
     * @throws DomainError `forbidden` for a token that names no subject, `not-found`, `too-many-data-requests`,
     *   `idempotency-conflict`, `too-busy`.
     */
    ask: (
      caller: Caller,
      { kind, about, ...words }: DataQuestion,
      asked: Asked<DataRequest>,
      moment: Moment,
    ): Promise<Answered> =>
      answerOnce(deps.requests, deps.writeAll, asked, async ({ unanswered, save }) => {
        const subject = subjectOf(caller);
        const id = newDataRequestId();
        const [jurisdiction, open, sealed] = await Promise.all([
          sideOf(about, caller),
          dataRequests.countOpen(subject),
          personalData.seal(words, id),
          unanswered(),
        ]);
        if (open >= MOST_OPEN)
          throw new DomainError('too-many-data-requests', { values: { most: MOST_OPEN } });
        const request: DataRequest = {
          id,
          version: 1,
          kind,
          about,
          jurisdiction,
          subject,
          askedBy: caller.id,
          askedAt: moment.at,
          askedOn: moment.on,
          sealed,
          due: addWorkingDays(workingCalendar, moment.on, dataRequestAnswerDays()),
        };
        await save(request, [dataRequests.create(request)]);
        return request;
      }),

    /** The caller's own, the newest first. */
    async list(caller: Caller, cursor?: string): Promise<Page<OpenedRequest>> {
      const { entries, ...page } = await listUnderKeys(
        await allOwnKeys(caller, standings),
        caller.id,
        cursor,
        (key, from) => dataRequests.listOf(key, caller.id, from),
      );
      const opened = entries.map(async (request) => ({
        request,
        words: await wordsOf(request, personalData),
      }));
      return { ...page, entries: await Promise.all(opened) };
    },
  };
}

export type AskAboutOwnData = ReturnType<typeof createAskAboutOwnData>;
