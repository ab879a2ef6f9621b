import { type LookupLogStore, loggedLookupFrom } from '../store/lookup-log-store.ts';
import { createFanOut } from './fan-out.ts';

/**
 * Fans the log of look-ups out by subject. Answers the sequence numbers that failed; the others are done, and
 * doing one again changes nothing.
 */
export const createProjectLookups = (
  { lookupLog }: { readonly lookupLog: LookupLogStore },
  onFault?: (fault: unknown) => void,
) =>
  createFanOut(
    [
      {
        name: 'seen',
        project: async (image) => {
          const lookup = loggedLookupFrom(image);
          if (lookup !== undefined) await lookupLog.addSeen(lookup);
        },
      },
    ],
    onFault,
  );

export type ProjectLookups = ReturnType<typeof createProjectLookups>;
