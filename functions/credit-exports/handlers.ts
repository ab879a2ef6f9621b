import type { BeginExport } from '../../lib/acts/begin-export.ts';
import type { ContinueExport } from '../../lib/acts/continue-export.ts';
import type { ListExports } from '../../lib/acts/list-exports.ts';
import { beginExport, getExport, listExports } from '../../lib/contract/credit-exports.ts';
import type { CreditExport } from '../../lib/domain/credit/export.ts';
import { addSeconds } from '../../lib/domain/time/instant.ts';
import { askedOnce, replayedHeaders } from '../../lib/edge/asked.ts';
import { httpHandler, type ResponseOf } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';

export interface CreditExportActs {
  readonly begin: BeginExport;
  readonly goOn: ContinueExport;
  readonly list: ListExports;
  readonly settlingSeconds: number;
}

type Begun = ResponseOf<typeof beginExport>['body'];

function presentExport(told: CreditExport, settlingSeconds: number): Begun {
  const { id, state, authority, askedAt, asOf, knownAt, keptUntil, records, parts, walk } = told;
  const startsAt = addSeconds(knownAt, settlingSeconds);
  return {
    ...{ id, state, authority, askedAt, asOf, knownAt, startsAt, keptUntil, records, parts },
    ...(walk !== undefined && { walkedTo: walk.day }),
  };
}

export const createHandler = ({ begin, goOn, list, settlingSeconds }: CreditExportActs) =>
  surfaceHandler([
    httpHandler(beginExport, async (request) => {
      const { caller, moment } = request;
      const tell = (begun: CreditExport) => ({ status: 201, body: presentExport(begun, settlingSeconds) });
      const answered = await begin(caller, { ...askedOnce(beginExport.id, request), tell }, moment);
      const body = answered.answer.body as Begun;
      const headers = { location: `/v1/credit/exports/${body.id}`, ...replayedHeaders(answered) };
      return { status: 201, body, headers };
    }),
    httpHandler(listExports, async ({ caller, query, moment }) => {
      const { entries, next } = await list(caller, query.cursor, moment);
      const exports = entries.map((told) => presentExport(told, settlingSeconds));
      return { status: 200, body: { exports, ...(next !== undefined && { next }) } };
    }),
    httpHandler(getExport, async ({ caller, params, moment }) => {
      const { told, signed } = await goOn(caller, params.id, moment);
      /* As it was signed: the shape only says less exactly what it holds. */
      const body = { ...presentExport(told, settlingSeconds), ...signed };
      return { status: 200, body: body as unknown as ResponseOf<typeof getExport>['body'] };
    }),
  ]);
