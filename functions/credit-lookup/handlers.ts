import type { LookUp, LookupAnswer } from '../../lib/acts/look-up.ts';
import { lookUp as lookUpRoute } from '../../lib/contract/credit-lookup.ts';
import { readAskedRows } from '../../lib/domain/subject/asked-rows.ts';
import type { Verdict } from '../../lib/domain/subject/standing-evidence.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import type { Count } from '../../lib/edge/metrics.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { presentLookup } from './present-lookup.ts';

export interface CreditLookupActs {
  readonly lookUp: LookUp;
  /** @default nothing is counted */
  readonly count?: Count;
}

/** How many of those asked about got each verdict. */
function verdictsOf({ results }: LookupAnswer) {
  const got = (wanted: Verdict): number =>
    results.filter(({ standing }) => standing.verdict === wanted).length;
  return { LookupsClear: got('clear'), LookupsHit: got('hit'), LookupsUnknown: got('unknown') };
}

export const createHandler = ({ lookUp, count = () => undefined }: CreditLookupActs) =>
  surfaceHandler([
    httpHandler(lookUpRoute, async ({ caller, body, moment }) => {
      const begun = performance.now();
      const { rows, subjects } = readAskedRows(body.subjects, moment.on);
      const answer = await lookUp(caller, { ...body, subjects }, moment);
      const json = await presentLookup(answer, rows);
      count({ ...verdictsOf(answer), LookupMilliseconds: performance.now() - begun });
      return { status: 200, json };
    }),
  ]);
