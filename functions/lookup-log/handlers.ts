import type { ProveLookup } from '../../lib/acts/prove-lookup.ts';
import type { ReadLogRoots } from '../../lib/acts/read-log-roots.ts';
import {
  proveConsistency as consistencyRoute,
  listAlarms,
  listLogRoots,
  proveLookup as proofRoute,
} from '../../lib/contract/lookup-log.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import type { LookupAlarmStore } from '../../lib/store/lookup-alarm-store.ts';

export interface LookupLogActs {
  readonly roots: ReadLogRoots;
  readonly alarms: Pick<LookupAlarmStore, 'listMonth'>;
  readonly proveLookup: ProveLookup;
}

export const createHandler = ({ roots, alarms, proveLookup }: LookupLogActs) =>
  surfaceHandler([
    httpHandler(listLogRoots, async ({ query }) => ({ status: 200, body: await roots.list(query) })),
    httpHandler(consistencyRoute, async ({ query }) => {
      const proofs = await roots.proveConsistency(query);
      return {
        status: 200,
        body: { proofs: proofs.map(({ path, ...days }) => ({ ...days, path: [...path] })) },
      };
    }),
    httpHandler(proofRoute, async ({ caller, params }) => {
      const { entry, shards, subject, ...proof } = await proveLookup(caller, params.lookup);
      return {
        status: 200,
        body: {
          ...proof,
          entry: { ...entry, path: [...entry.path] },
          shards: { ...shards, path: [...shards.path] },
          ...(subject && { subject: { ...subject, path: [...subject.path] } }),
        },
      };
    }),
    httpHandler(listAlarms, async ({ caller, query, moment }) => {
      const month = query.month ?? moment.at.slice(0, 7);
      const { entries, next } = await alarms.listMonth(month, caller.id, query.cursor);
      return { status: 200, body: { alarms: [...entries], ...(next !== undefined && { next }) } };
    }),
  ]);
