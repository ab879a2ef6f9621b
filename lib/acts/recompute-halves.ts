import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { type Half, keptOf } from '../domain/credit/half.ts';
import { standingAt, type Withdrawn } from '../domain/credit/standing-at.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { HalvesBySubject } from '../store/standing-store.ts';
import type { Past } from './judge-standings.ts';

interface Reading {
  readonly records: Pick<RecordStore, 'listVersions'>;
  readonly onFault: (fault: unknown) => void;
  readonly signal: AbortSignal;
}

/**
 * The halves of each subject computed from all of its versions, with the marks of disputes as they are now. Who cannot
 * be read is left out.
 */
export async function recomputeHalves(
  kept: HalvesBySubject,
  subjects: readonly SubjectKey[],
  { asOf, knownAt, withdrawn }: Past & { readonly withdrawn: Withdrawn },
  { records, onFault, signal }: Reading,
): Promise<HalvesBySubject> {
  const computed = await Promise.all(
    subjects.map(async (subject) => {
      const read = kept.get(subject);
      if (read === undefined) return [];
      const before = new Map(read.map((half) => [half.jurisdiction, half]));
      try {
        const versions = await records.listVersions(subject, signal);
        const halves = jurisdictions.map(({ code }): Half => {
          const half = before.get(code);
          const disputed = half?.disputed;
          return {
            ...standingAt(code, versions, asOf, knownAt, findRecordClass, withdrawn),
            ...(half && keptOf(half)),
            ...(disputed && { disputed }),
          };
        });
        return [[subject, halves] as const];
      } catch (fault) {
        onFault(fault);
        return [];
      }
    }),
  );
  return new Map(computed.flat());
}
