import { randomUUID } from 'node:crypto';
import type { PersonalData } from '../crypto/personal-data.ts';
import { DomainError } from '../domain/errors.ts';
import { type DraftContent, isOpen, type OpenDraft } from '../domain/registration/draft.ts';
import { intakeLimits } from '../domain/registration/intake-limits.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { addSeconds, type Instant, type Moment } from '../domain/time/instant.ts';
import type { DraftList, DraftStore } from '../store/draft-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce } from './answer-once.ts';
import { sealContent } from './draft-content.ts';
import { draftConflict, requireOpenDraft } from './draft-rights.ts';
import { getItem } from './locate-filing.ts';
import { outrunRaces } from './outrun-races.ts';

export interface SaveDraftDeps {
  readonly drafts: DraftStore;
  readonly requests: RequestStore;
  readonly personalData: PersonalData;
  readonly writeAll: WriteAll;
}

const { keptDays, most } = intakeLimits.draft;

const keptFrom = (at: Instant): Instant => addSeconds(at, keptDays * 86_400);

/** Those that are filed, discarded or ended leave the list when it is full. @throws DomainError `too-many-drafts`. */
async function withRoom(list: DraftList, drafts: DraftStore, at: Instant): Promise<DraftList> {
  if (list.ids.length < most) return list;
  const open = (await drafts.findMany(list)).filter((draft) => isOpen(draft, at));
  if (open.length >= most) throw new DomainError('too-many-drafts', { values: { most } });
  return { ...list, ids: open.map(({ id }) => id) };
}

/**
 * Keeps a new draft.
 *
 * @throws DomainError `unknown-item`, `too-many-drafts`, `idempotency-conflict`, `too-busy`.
 */
export const createStartDraft =
  ({ drafts, requests, personalData, writeAll }: SaveDraftDeps) =>
  (caller: Caller, content: DraftContent, asked: Asked<OpenDraft>, { at }: Moment): Promise<Answered> =>
    answerOnce(requests, writeAll, asked, ({ unanswered, save }) =>
      outrunRaces(async () => {
        const [list] = await Promise.all([drafts.list(caller.id), getItem(content.item), unanswered()]);
        const room = await withRoom(list, drafts, at);
        const draft: OpenDraft = {
          id: randomUUID(),
          owner: caller.id,
          version: 1,
          state: 'open',
          item: content.item,
          savedAt: at,
          keptUntil: keptFrom(at),
        };
        const sealed = await sealContent(personalData, draft.id, content);
        await save(draft, drafts.create(room, draft, sealed));
        return draft;
      }),
    );

export interface DraftToReplace {
  readonly id: string;
  /** The version the caller has read; `undefined` for the current one. */
  readonly expectedVersion?: number | undefined;
  readonly content: DraftContent;
}

/**
 * Puts other content in the place of what a draft says; its days are counted anew.
 *
 * @throws DomainError `not-found`, `unknown-item`, `version-conflict`, `idempotency-conflict`, `too-busy`.
 */
export const createReplaceDraft =
  ({ drafts, requests, personalData, writeAll }: SaveDraftDeps) =>
  (
    caller: Caller,
    { id, expectedVersion, content }: DraftToReplace,
    asked: Asked<OpenDraft>,
    { at }: Moment,
  ): Promise<Answered> =>
    answerOnce(requests, writeAll, asked, ({ unanswered, save }) =>
      outrunRaces(async () => {
        const [found, list] = await Promise.all([
          drafts.find(caller.id, id),
          drafts.list(caller.id),
          getItem(content.item),
          unanswered(),
        ]);
        const read = requireOpenDraft(found, at, expectedVersion);
        const draft: OpenDraft = {
          ...read,
          version: read.version + 1,
          item: content.item,
          savedAt: at,
          keptUntil: keptFrom(at),
        };
        const sealed = await sealContent(personalData, id, content);
        const writes = [...drafts.replace(draft, sealed), ...drafts.outlast(list, draft)];
        await save(draft, writes).catch((error: unknown) => {
          throw draftConflict(error, read, expectedVersion);
        });
        return draft;
      }),
    );
