import type { LoggedLookup } from '../domain/subject/logged-lookup.ts';
import type { LogRootStore } from '../store/log-root-store.ts';
import type { LookupAlarmStore } from '../store/lookup-alarm-store.ts';
import { type LookupLogStore, loggedLookupFrom } from '../store/lookup-log-store.ts';
import { placeInShard } from './prove-lookup.ts';

/** One new or changed item of a table, by its place in the stream. */
export interface StreamedItem {
  readonly sequence: string;
  readonly image: Readonly<Record<string, unknown>>;
}

export interface ProjectLookupsDeps {
  readonly lookupLog: LookupLogStore;
  readonly logRoots: LogRootStore;
  readonly alarms: Pick<LookupAlarmStore, 'raise'>;
}

/**
 * Fans the log of look-ups out by subject, and raises an alarm of an entry that came after its day was sealed. Answers
 * the sequence numbers that failed; the others are done, and doing one again changes nothing.
 */
export function createProjectLookups(
  { lookupLog, logRoots, alarms }: ProjectLookupsDeps,
  onFault: (fault: unknown) => void = () => undefined,
) {
  /** An entry of a sealed day that stands in its tree has only come through the stream late. */
  async function raiseIfLate(lookup: LoggedLookup, isSealed: boolean): Promise<void> {
    if (!isSealed || (await placeInShard(logRoots, lookup)) !== undefined) return;
    const { id, at, caller, authority, purpose, subjects } = lookup;
    const count = subjects.length;
    await alarms.raise({ kind: 'entry-after-seal', at, caller, authority, purpose, lookup: id, count });
  }

  return async (items: readonly StreamedItem[]): Promise<readonly string[]> => {
    const failed: string[] = [];
    /** Each day of the batch is asked for once. */
    const sealed = new Map<string, Promise<boolean>>();
    const isSealed = ({ jurisdiction, on }: LoggedLookup): Promise<boolean> => {
      const known = sealed.get(`${jurisdiction}#${on}`);
      const asked = known ?? logRoots.findSealed(jurisdiction, on).then((day) => day !== undefined);
      sealed.set(`${jurisdiction}#${on}`, asked);
      return asked;
    };
    for (const { sequence, image } of items) {
      try {
        const lookup = loggedLookupFrom(image);
        if (lookup === undefined) continue;
        await lookupLog.addSeen(lookup);
        await raiseIfLate(lookup, await isSealed(lookup));
      } catch (fault) {
        onFault(fault);
        failed.push(sequence);
      }
    }
    return failed;
  };
}

export type ProjectLookups = ReturnType<typeof createProjectLookups>;
