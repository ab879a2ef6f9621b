import type { ListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import type { ListNotices } from '../../lib/acts/list-notices.ts';
import { listMyLookups, listMyNotices } from '../../lib/contract/own-file.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { presentNotice } from '../../lib/edge/present-notice.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface OwnFileActs {
  readonly listLookups: ListLookupsOfSubject;
  readonly listNotices: ListNotices;
}

export const createHandler = ({ listLookups, listNotices }: OwnFileActs) =>
  surfaceHandler([
    httpHandler(listMyLookups, async ({ caller, query }) => {
      const { entries, next } = await listLookups(caller, query.cursor);
      const lookups = entries.map(({ id, on: _on, jurisdiction: _side, ...entry }) => ({
        lookup: id,
        ...entry,
      }));
      return { status: 200, body: { lookups, ...(next !== undefined && { next }) } };
    }),
    httpHandler(listMyNotices, async ({ caller, query, moment, language }) => {
      const { entries, next } = await listNotices(caller, query, moment);
      const notices = entries.map((notice) => presentNotice(notice, language));
      return { status: 200, body: { notices, ...(next !== undefined && { next }) } };
    }),
  ]);
