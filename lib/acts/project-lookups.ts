import type { LoggedLookup } from '../domain/subject/logged-lookup.ts';
import type { LookupAlarm } from '../domain/subject/lookup-alarm.ts';
import type { LogRootStore } from '../store/log-root-store.ts';
import type { LookupAlarmStore } from '../store/lookup-alarm-store.ts';
import { type LookupLogStore, loggedLookupFrom } from '../store/lookup-log-store.ts';
import { createFanOut, type ItemProjection, type StreamedItem } from './fan-out.ts';
import { placeInShard } from './prove-lookup.ts';

export interface ProjectLookupsDeps {
  readonly lookupLog: LookupLogStore;
  readonly logRoots: LogRootStore;
  readonly alarms: Pick<LookupAlarmStore, 'raise'>;
  /** Told of each alarm beside the store, so that it can be counted. */
  readonly onAlarm?: (alarm: LookupAlarm) => void;
}

/**
 * Fans the log of look-ups out by subject, and raises an alarm of an entry that came after its day was sealed. Answers
 * the sequence numbers that failed; the others are done, and doing one again changes nothing.
 */
export function createProjectLookups(
  { lookupLog, logRoots, alarms, onAlarm }: ProjectLookupsDeps,
  onFault?: (fault: unknown, projection: string) => void,
) {
  /** An entry of a sealed day that stands in its tree has only come through the stream late. */
  async function raiseIfLate(lookup: LoggedLookup, isSealed: boolean): Promise<void> {
    if (!isSealed || (await placeInShard(logRoots, lookup)) !== undefined) return;
    const { id, at, caller, authority, purpose, subjects } = lookup;
    const count = subjects.length;
    const who = { caller, authority, purpose };
    const alarm: LookupAlarm = { kind: 'entry-after-seal', at, ...who, lookup: id, count };
    onAlarm?.(alarm);
    await alarms.raise(alarm);
  }

  /** Each day of a batch is asked for once. */
  const sealedDays = () => {
    const sealed = new Map<string, Promise<boolean>>();
    return ({ jurisdiction, on }: LoggedLookup): Promise<boolean> => {
      const known = sealed.get(`${jurisdiction}#${on}`);
      const asked = known ?? logRoots.findSealed(jurisdiction, on).then((day) => day !== undefined);
      sealed.set(`${jurisdiction}#${on}`, asked);
      return asked;
    };
  };

  const ofLookups =
    (project: (lookup: LoggedLookup) => Promise<void>): ItemProjection['project'] =>
    async (image) => {
      const lookup = loggedLookupFrom(image);
      if (lookup !== undefined) await project(lookup);
    };
  return (items: readonly StreamedItem[]): Promise<readonly string[]> => {
    const isSealed = sealedDays();
    const late = async (lookup: LoggedLookup) => raiseIfLate(lookup, await isSealed(lookup));
    const projections = [
      { name: 'seen', project: ofLookups(lookupLog.addSeen) },
      { name: 'late-entries', project: ofLookups(late) },
    ];
    return createFanOut(projections, onFault)(items);
  };
}

export type ProjectLookups = ReturnType<typeof createProjectLookups>;
