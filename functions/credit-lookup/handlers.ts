import type { LookUp } from '../../lib/acts/look-up.ts';
import { lookUp as lookUpRoute } from '../../lib/contract/credit-lookup.ts';
import { readAskedRows } from '../../lib/domain/subject/asked-rows.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { presentLookup } from './present-lookup.ts';

export interface CreditLookupActs {
  readonly lookUp: LookUp;
}

export const createHandler = ({ lookUp }: CreditLookupActs) =>
  surfaceHandler([
    httpHandler(lookUpRoute, async ({ caller, body, moment }) => {
      const { rows, subjects } = readAskedRows(body.subjects, moment.on);
      return {
        status: 200,
        body: await presentLookup(await lookUp(caller, { ...body, subjects }, moment), rows),
      };
    }),
  ]);
