import type { ListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import { listMyLookups } from '../../lib/contract/own-file.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface OwnFileActs {
  readonly listLookups: ListLookupsOfSubject;
}

export const createHandler = ({ listLookups }: OwnFileActs) =>
  surfaceHandler([
    httpHandler(listMyLookups, async ({ caller, query }) => {
      const { entries, next } = await listLookups(caller, query.cursor);
      const lookups = entries.map(({ id, on: _on, jurisdiction: _side, ...entry }) => ({
        lookup: id,
        ...entry,
      }));
      return { status: 200, body: { lookups, ...(next !== undefined && { next }) } };
    }),
  ]);
