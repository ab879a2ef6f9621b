import type { SearchNames } from '../../lib/acts/search-names.ts';
import { searchNames } from '../../lib/contract/credit-names.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export const createHandler = ({ search }: { readonly search: SearchNames }) =>
  surfaceHandler([
    httpHandler(searchNames, async ({ caller, body, moment }) => {
      const { candidates, ...found } = await search(caller, body, moment);
      return {
        status: 200,
        body: {
          ...found,
          at: moment.at,
          candidates: candidates.map(({ reasons, formerNames = [], ...candidate }) => ({
            ...candidate,
            reasons: [...reasons],
            ...(formerNames.length > 0 && {
              formerNames: formerNames.map(({ name, until }) => ({ name, until })),
            }),
          })),
        },
      };
    }),
  ]);
