import { join } from 'node:path';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';
import { tableNames } from '../create-tables.ts';
import { loadStreamFunctions } from '../function-entries.ts';
import { clientAt, openData } from '../open-data.ts';
import { setFunctionEnvironment } from '../service-environment.ts';
import { lambdaRecord } from '../stream-event.ts';
import { pagesOfTable, type RawItem } from './scan-table.ts';

/** The items whose writing is told of, as the projections' filters have them (`lib/cloud/stacks/service-stack.ts`). */
const TOLD: readonly (readonly [string, string])[] = [
  ['FILING#', 'EVENT#'],
  ['FILING#', 'FOLLOWUP'],
  ['FILING#', 'PROMISED#'],
  ['ERASED#', ''],
  ['SUBJECT#', 'RECORD#'],
  ['SUBJECT#', 'SUCCESSION#'],
  ['SUBJECT#', 'DISPUTE#'],
  ['TASK#', 'TASK'],
  ['ENDED#', ''],
  ['SOURCETURNS#', ''],
  ['LOG#', ''],
];
const AT_ONCE = 100;

const isTold = ({ pk, sk }: RawItem): boolean =>
  TOLD.some(([under, sort]) => pk?.S?.startsWith(under) && sk?.S?.startsWith(sort));

/** When an item was written; items that do not say so are told in any case. */
const writtenAt = ({ at, recordedAt }: RawItem): string => at?.S ?? recordedAt?.S ?? '9999';

type Handler = (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>;

export interface ToldAgain {
  readonly looked: number;
  readonly failed: number;
}

/**
 * Hands what was written since an instant to the stream functions again, in its order: after a restore, what followed from it
 * may be gone although it stands. They bear seeing it twice, so that it is safe to begin too early.
 */
export async function tellAgain(dataDir: string, tablePrefix: string, since: string): Promise<ToldAgain> {
  const engine = await openData(dataDir, tablePrefix);
  const client = clientAt(engine.endpoint);
  try {
    const nobody = { url: 'http://localhost/none', audience: 'none' };
    const names = tableNames(engine.tablePrefix);
    setFunctionEnvironment({
      endpoint: engine.endpoint,
      tables: names,
      build: 'retell',
      keyFile: join(dataDir, 'keys.json'),
      publicUrl: nobody.url,
      materials: { folder: join(dataDir, 'materials'), url: nobody.url },
      issuer: nobody,
      identityProvider: nobody,
    });
    let [looked, failed] = [0, 0];
    for (const { table, handler } of await loadStreamFunctions(names)) {
      const items: RawItem[] = [];
      for await (const page of pagesOfTable(client, table))
        items.push(...page.filter((item) => isTold(item) && writtenAt(item) >= since));
      items.sort((a, b) => (writtenAt(a) < writtenAt(b) ? -1 : 1));
      for (let from = 0; from < items.length; from += AT_ONCE) {
        const records = items
          .slice(from, from + AT_ONCE)
          .map((NewImage, at) =>
            lambdaRecord(
              { eventName: 'INSERT', dynamodb: { NewImage, SequenceNumber: String(from + at + 1) } },
              table,
            ),
          );
        const answer = await (handler as unknown as Handler)({ Records: records });
        looked += records.length;
        failed += answer.batchItemFailures.length;
      }
    }
    return { looked, failed };
  } finally {
    client.destroy();
    await engine.stop();
  }
}
