import type { ProveConsistency, ProveLookup } from '../../lib/acts/prove-lookup.ts';
import {
  proveConsistency as consistencyRoute,
  listAlarms,
  listLogRoots,
  proveLookup as proofRoute,
} from '../../lib/contract/lookup-log.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import type { LogRootStore } from '../../lib/store/log-root-store.ts';
import type { LookupAlarmStore } from '../../lib/store/lookup-alarm-store.ts';

export interface LookupLogActs {
  readonly logRoots: Pick<LogRootStore, 'listRoots'>;
  readonly alarms: Pick<LookupAlarmStore, 'listMonth'>;
  readonly proveLookup: ProveLookup;
  readonly proveConsistency: ProveConsistency;
}

export const createHandler = ({ logRoots, alarms, proveLookup, proveConsistency }: LookupLogActs) =>
  surfaceHandler([
    httpHandler(listLogRoots, async ({ query }) => {
      const { days, next } = await logRoots.listRoots(query.jurisdiction, query.after);
      return { status: 200, body: { roots: [...days], ...(next !== undefined && { next }) } };
    }),
    httpHandler(consistencyRoute, async ({ query }) => {
      const { from, to, path } = await proveConsistency(query.jurisdiction, query.from, query.to);
      return { status: 200, body: { from, to, path: [...path] } };
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
