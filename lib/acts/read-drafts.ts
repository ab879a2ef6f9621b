import type { PersonalData } from '../crypto/personal-data.ts';
import { type DraftContent, isOpen, type OpenDraft } from '../domain/registration/draft.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { DraftStore } from '../store/draft-store.ts';
import { unsealContent } from './draft-content.ts';
import { requireOpenDraft } from './draft-rights.ts';

export interface ReadDraftDeps {
  readonly drafts: DraftStore;
  readonly personalData: PersonalData;
}

/** The open drafts of whoever asks. Of others there are none. */
export function createReadDrafts({ drafts, personalData }: ReadDraftDeps) {
  return {
    /** The one saved last comes first. */
    async list(caller: Caller, { at }: Moment): Promise<readonly OpenDraft[]> {
      const all = await drafts.findMany(await drafts.list(caller.id));
      return all
        .filter((draft) => isOpen(draft, at))
        .toSorted((a, b) => (a.savedAt === b.savedAt ? 0 : a.savedAt < b.savedAt ? 1 : -1));
    },
    /** @throws DomainError `not-found`. */
    async get(
      caller: Caller,
      id: string,
      { at }: Moment,
    ): Promise<{ readonly draft: OpenDraft; readonly content: DraftContent }> {
      const found = await drafts.findWithContent(caller.id, id);
      const draft = requireOpenDraft(found?.draft, at);
      return { draft, content: await unsealContent(personalData, id, found?.sealed ?? '') };
    },
  };
}

export type ReadDrafts = ReturnType<typeof createReadDrafts>;
