import { closed, type Draft } from '../domain/registration/draft.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { DraftStore } from '../store/draft-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce } from './answer-once.ts';
import { draftConflict, requireOpenDraft } from './draft-rights.ts';
import { outrunRaces } from './outrun-races.ts';

export interface DiscardDraftDeps {
  readonly drafts: DraftStore;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

export interface DraftToDiscard {
  readonly id: string;
  readonly expectedVersion?: number | undefined;
}

/**
 * Gives a draft up: what it said is overwritten at once, and that there was one ends with its days.
 *
 * @throws DomainError `not-found`, `version-conflict`, `idempotency-conflict`, `too-busy`.
 */
export const createDiscardDraft =
  ({ drafts, requests, writeAll }: DiscardDraftDeps) =>
  (
    caller: Caller,
    { id, expectedVersion }: DraftToDiscard,
    asked: Asked<Draft>,
    { at }: Moment,
  ): Promise<Answered> =>
    answerOnce(requests, writeAll, asked, ({ unanswered, save }) =>
      outrunRaces(async () => {
        const [found] = await Promise.all([drafts.find(caller.id, id), unanswered()]);
        const read = requireOpenDraft(found, at, expectedVersion);
        const discarded: Draft = closed(read, { state: 'discarded' });
        await save(discarded, drafts.replace(discarded, '')).catch((error: unknown) => {
          throw draftConflict(error, read, expectedVersion);
        });
        return discarded;
      }),
    );
