import { type LookupLogStore, loggedLookupFrom } from '../store/lookup-log-store.ts';

/** One new or changed item of a table, by its place in the stream. */
export interface StreamedItem {
  readonly sequence: string;
  readonly image: Readonly<Record<string, unknown>>;
}

/**
 * Fans the log of look-ups out by subject. Answers the sequence numbers that failed; the others are done, and
 * doing one again changes nothing.
 */
export function createProjectLookups(
  { lookupLog }: { readonly lookupLog: LookupLogStore },
  onFault: (fault: unknown) => void = () => undefined,
) {
  return async (items: readonly StreamedItem[]): Promise<readonly string[]> => {
    const failed: string[] = [];
    for (const { sequence, image } of items) {
      try {
        const lookup = loggedLookupFrom(image);
        if (lookup !== undefined) await lookupLog.addSeen(lookup);
      } catch (fault) {
        onFault(fault);
        failed.push(sequence);
      }
    }
    return failed;
  };
}

export type ProjectLookups = ReturnType<typeof createProjectLookups>;
