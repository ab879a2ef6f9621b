import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { emptyHalf } from '../domain/credit/half.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { getAll } from './batch-get.ts';
import { keys } from './keys.ts';
import { type VersionedHalf, versionedHalfFrom } from './standing-store.ts';
import { recordFrom } from './stored-record.ts';

/** The first version of a record, and the row of a file that it came by, where it did. */
export interface FirstVersion {
  readonly version: RecordVersion;
  readonly importedBy?: string;
}

/** What stands of some subjects before more is published about them. */
export interface Held {
  readonly halfOf: (subject: SubjectKey) => VersionedHalf;
  readonly firstOf: (record: string) => FirstVersion | undefined;
}

/** Which records are asked about: as many as one transaction can write. */
export interface AskedHeld {
  readonly subject: SubjectKey;
  readonly id: string;
}

/**
 * Reads in one step what up to 50 publications rest on: the half of each subject on one side, and whether each record
 * stands already.
 *
 * @throws DomainError `too-busy`.
 */
export const createHeldStore = (client: DynamoDBDocumentClient, table: string) => ({
  async read(jurisdiction: string, asked: readonly AskedHeld[]): Promise<Held> {
    const subjects = [...new Set(asked.map(({ subject }) => subject))];
    const records = [...new Map(asked.map((one) => [one.id, one])).values()];
    const items = await getAll(client, table, [
      ...subjects.map((subject) => keys.standing(subject, jurisdiction)),
      ...records.map(({ subject, id }) => keys.recordVersion(subject, id, 1)),
    ]);
    const halves = new Map<string, VersionedHalf>();
    const firsts = new Map<string, FirstVersion>();
    for (const item of items) {
      if (String(item.pk).startsWith('STANDING#')) {
        halves.set(String(item.pk), versionedHalfFrom(item));
        continue;
      }
      const version = recordFrom(item);
      const { importedBy } = item;
      firsts.set(version.id, { version, ...(typeof importedBy === 'string' && { importedBy }) });
    }
    return {
      halfOf: (subject) =>
        halves.get(keys.standing(subject, jurisdiction).pk) ?? { half: emptyHalf(jurisdiction), version: 0 },
      firstOf: (record) => firsts.get(record),
    };
  },
});

export type HeldStore = ReturnType<typeof createHeldStore>;
