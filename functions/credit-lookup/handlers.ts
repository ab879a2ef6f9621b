import type { LookUp } from '../../lib/acts/look-up.ts';
import type { LookUpDetails } from '../../lib/acts/look-up-details.ts';
import { lookUp as lookUpRoute } from '../../lib/contract/credit-lookup.ts';
import { lookUpDetails as detailsRoute } from '../../lib/contract/lookup-details.ts';
import { repairConditions } from '../../lib/domain/credit/repair.ts';
import { readAskedRows } from '../../lib/domain/subject/asked-rows.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { presentDetailed } from './present-details.ts';
import { presentLookup } from './present-lookup.ts';

export interface CreditLookupActs {
  readonly lookUp: LookUp;
  readonly details: LookUpDetails;
}

export const createHandler = ({ lookUp, details }: CreditLookupActs) =>
  surfaceHandler([
    httpHandler(lookUpRoute, async ({ caller, body, moment }) => {
      const { rows, subjects } = readAskedRows(body.subjects, moment.on);
      return { status: 200, body: presentLookup(await lookUp(caller, { ...body, subjects }, moment), rows) };
    }),
    httpHandler(detailsRoute, async ({ caller, body, moment }) => {
      const { records, ...told } = await details(caller, body, moment);
      return {
        status: 200,
        body: {
          ...told,
          at: moment.at,
          repairConditions: [...repairConditions],
          records: records.map(presentDetailed),
        },
      };
    }),
  ]);
