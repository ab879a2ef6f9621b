import { join } from 'node:path';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { tableNames } from './create-tables.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { startEngine } from './engine.ts';
import { loadStreamFunctions } from './function-entries.ts';
import { setFunctionEnvironment } from './service-environment.ts';
import { readFailures, type StreamFailure, writeFailures } from './stream-failures.ts';

type QueueHandler = (event: SQSEvent) => Promise<SQSBatchResponse>;

/** What was set aside, as a queue would bring it to the function of its stream. True where it is now done. */
async function sendAgain(
  handler: QueueHandler,
  { DDBStreamBatchInfo, keys }: StreamFailure,
): Promise<boolean> {
  const message = { messageId: '1', body: JSON.stringify({ DDBStreamBatchInfo, keys }) };
  const answer = await handler({ Records: [message] } as SQSEvent);
  return answer.batchItemFailures.length === 0;
}

/**
 * Hands what the streams set aside to the same functions again, on the data of a service that is not running, or on the
 * engine that `DYNAMODB_ENDPOINT` names. What fails again stays set aside.
 *
 * @throws DataDirInUse, NoEngine.
 */
export async function redriveLocally(
  dataDir: string,
  tablePrefix: string,
): Promise<{ readonly done: number; readonly left: number }> {
  const file = join(dataDir, 'stream-failures.jsonl');
  const failures = readFailures(file);
  if (failures.length === 0) return { done: 0, left: 0 };
  const unlock = lockDataDir(dataDir);
  const engine = await startEngine({ file: join(dataDir, 'dynamodb.sqlite') });
  try {
    const nobody = { url: 'http://localhost/none', audience: 'none' };
    const names = tableNames(tablePrefix);
    setFunctionEnvironment({
      endpoint: engine.endpoint,
      tables: names,
      build: 'redrive',
      keyFile: join(dataDir, 'keys.json'),
      publicUrl: nobody.url,
      materials: { folder: join(dataDir, 'materials'), url: nobody.url },
      issuer: nobody,
      identityProvider: nobody,
    });
    const consumers = await loadStreamFunctions(names);
    const left: StreamFailure[] = [];
    for (const failure of failures) {
      const handler = consumers.find(({ table }) => table === failure.table)?.handler;
      const isDone = handler !== undefined && (await sendAgain(handler as unknown as QueueHandler, failure));
      if (!isDone) left.push(failure);
    }
    writeFailures(file, left);
    return { done: failures.length - left.length, left: left.length };
  } finally {
    await engine.stop();
    unlock();
  }
}
