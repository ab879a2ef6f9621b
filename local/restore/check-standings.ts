import { isDeepStrictEqual } from 'node:util';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { emptyHalf, type Half, keptOf } from '../../lib/domain/credit/half.ts';
import { halfOf } from '../../lib/domain/credit/standing-at.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { dayOfRecord, momentOf } from '../../lib/domain/time/instant.ts';
import { createRecordStore, PAGES_OF_COMMAND } from '../../lib/store/record-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { writeAll } from '../../lib/store/transaction.ts';
import { tableNames } from '../create-tables.ts';
import { clientAt, openData } from '../open-data.ts';
import { pagesOfTable } from './scan-table.ts';

export interface StandingsChecked {
  readonly subjects: number;
  /** Subject keys with the side whose half is not what the records give. */
  readonly wrong: readonly string[];
}

/** Marks of disputes and links between keys follow from no version. */
const ofVersions = ({ disputed: _, linked: __, ...half }: Half): Half => half;

/**
 * Computes every half anew from the record versions and compares it with the one that is kept. A half was made on the day of
 * its side's last version, and by the same versions it is the same today; what it leaves to the reader is not compared.
 *
 * @param mend puts the computed half in the place of one that does not fit, with its marks of disputes and its links, unless somebody wrote it
 *   meanwhile.
 */
export async function checkStandings(
  dataDir: string,
  tablePrefix: string,
  mend = false,
): Promise<StandingsChecked> {
  const engine = await openData(dataDir, tablePrefix);
  const client = clientAt(engine.endpoint);
  try {
    const table = tableNames(engine.tablePrefix).credit;
    const records = createRecordStore(client, table);
    const sides = jurisdictions.map(({ code }) => code);
    const standings = createStandingStore(client, table, sides);
    const subjects = new Set<SubjectKey>();
    for await (const page of pagesOfTable(client, table))
      for (const { pk, sk } of page) {
        const [, subject = ''] = /^(?:STANDING|SUBJECT)#(.+)$/.exec(pk?.S ?? '') ?? [];
        if (pk?.S?.startsWith('STANDING#') || sk?.S?.startsWith('RECORD#'))
          subjects.add(subject as SubjectKey);
      }
    const wrong: string[] = [];
    const { on: today } = momentOf(new Date());
    for (const subject of subjects) {
      const versions = await records.listVersions(subject, undefined, PAGES_OF_COMMAND);
      for (const side of sides) {
        const read = await standings.getForUpdate(subject, side);
        const { disputed } = read.half;
        const kept = ofVersions(read.half);
        const own = versions.filter(({ jurisdiction }) => jurisdiction === side);
        const last = own
          .map(({ recordedAt }) => dayOfRecord(recordedAt))
          .toSorted()
          .at(-1);
        const days = last === undefined ? [] : [last, today];
        const right = [
          ...(last === undefined ? [emptyHalf(side)] : []),
          ...days.map((day) => halfOf(side, versions, day, findRecordClass)),
        ];
        if (right.some((half) => isDeepStrictEqual(kept, half))) continue;
        wrong.push(`${subject} ${side}`);
        const half = {
          ...(right.at(-1) ?? emptyHalf(side)),
          ...keptOf(read.half),
          ...(disputed && { disputed }),
        };
        if (mend) await writeAll(client, [standings.replace(subject, half, read)]);
      }
    }
    return { subjects: subjects.size, wrong };
  } finally {
    client.destroy();
    await engine.stop();
  }
}
