import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { Period } from './end.ts';
import { addPeriods, emptyHalf, type Half } from './half.ts';
import { periodsOf } from './periods.ts';
import type { RecordVersion } from './record.ts';
import type { FindRecordClass } from './record-class.ts';

/** Of each record the version that was the last one known. */
function versionsKnown(versions: readonly RecordVersion[], knownAt: Instant): readonly RecordVersion[] {
  const known = new Map<string, RecordVersion>();
  for (const version of versions) {
    const last = known.get(version.id);
    if (version.recordedAt <= knownAt && (last === undefined || last.version < version.version))
      known.set(version.id, version);
  }
  return [...known.values()];
}

const begun = (period: Period | undefined, asOf: PlainDate): period is Period =>
  period !== undefined && period.from <= asOf;

/**
 * One side's half of a standing as of a day, by what was known at an instant: the function whose cache every
 * stored half is. Order and repetition of the versions do not matter; those of other sides are passed over.
 */
export function standingAt(
  jurisdiction: string,
  versions: readonly RecordVersion[],
  asOf: PlainDate,
  knownAt: Instant,
  findClass: FindRecordClass,
): Half {
  let half = emptyHalf(jurisdiction);
  for (const version of versionsKnown(versions, knownAt)) {
    if (version.jurisdiction !== jurisdiction) continue;
    const recordClass = findClass(version.class);
    if (recordClass === undefined) throw new RangeError(`No class ${version.class}`);
    const { disclosure, effect } = periodsOf(recordClass, version);
    const periods = {
      ...(begun(disclosure, asOf) && { disclosure }),
      ...(begun(effect, asOf) && { effect }),
    };
    half = addPeriods(half, version, periods, recordClass.bears !== 'neutral');
  }
  return half;
}
