import type { ListChanges } from '../../lib/acts/list-changes.ts';
import { listChanges } from '../../lib/contract/changes.ts';
import { changeTypes } from '../../lib/domain/changes/change.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { presentChange } from '../../lib/edge/present-change.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

const MOST = 100;

/** Texts of the query that the contract has found to be what they must be. */
function typesOf(types: string | undefined) {
  const named = new Set(types?.split(','));
  return types === undefined ? undefined : changeTypes.filter((type) => named.has(type));
}

export const createHandler = ({ list }: { readonly list: ListChanges }) =>
  surfaceHandler([
    httpHandler(listChanges, async ({ query }) => {
      const { side, after = '0', types, subject, authority, limit = MOST, wait = '0' } = query;
      const { changes, next, more } = await list({
        side,
        after: Number(after),
        limit: Number(limit),
        wait: Number(wait),
        types: typesOf(types),
        subject,
        authority,
      });
      return {
        status: 200,
        body: { side, changes: changes.map(presentChange), next, more },
      };
    }),
  ]);
