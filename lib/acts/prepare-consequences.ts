import { findRecordClass, getRecordClass } from '../../catalog/records/record-classes.ts';
import { recordIdOf } from '../crypto/record-id.ts';
import { addToHalf } from '../domain/credit/half.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { Consequence } from '../domain/registration/register-change.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { Write } from '../store/transaction.ts';

export interface ConsequenceDeps {
  readonly records: RecordStore;
  readonly standings: StandingStore;
}

/** Credit records to be written with the decision they follow from. */
export interface PreparedConsequences {
  readonly ids: readonly string[];
  readonly writes: readonly Write[];
}

function versionOf(
  consequence: Consequence,
  ordinal: number,
  authority: Authority,
  moment: Moment,
): RecordVersion {
  const content = { ...consequence, issuedBy: authority.id, ordinal };
  getRecordClass(content.class);
  return {
    ...content,
    id: recordIdOf(content),
    version: 1,
    jurisdiction: authority.jurisdiction,
    authorityKind: authority.kind,
    happened: { kind: 'published' },
    recordedAt: moment.at,
    recordedBy: authority.id,
  };
}

/**
 * The records a decision has by law (such as the bar of 市场主体登记管理条例 第四十条), in the half of the deciding
 * authority's side: written in the decision's own transaction, so that neither stands without the other.
 */
export function createPrepareConsequences({ records, standings }: ConsequenceDeps) {
  return async (
    consequences: readonly Consequence[],
    authority: Authority,
    moment: Moment,
  ): Promise<PreparedConsequences> => {
    const bySubject = Map.groupBy(
      consequences.map((consequence, index) => versionOf(consequence, index + 1, authority, moment)),
      ({ subject }) => subject,
    );
    const writes = await Promise.all(
      [...bySubject].map(async ([subject, versions]) => {
        const read = await standings.getForUpdate(subject, authority.jurisdiction);
        const next = versions.reduce((half, version) => addToHalf(half, version, findRecordClass), read.half);
        return [...versions.map(records.append), standings.replace(subject, next, read)];
      }),
    );
    return { ids: [...bySubject.values()].flat().map(({ id }) => id), writes: writes.flat() };
  };
}

export type PrepareConsequences = ReturnType<typeof createPrepareConsequences>;
