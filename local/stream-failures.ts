import { appendFileSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { DynamoDBRecord } from 'aws-lambda';

/** What is kept of a change that could not be projected: its place in the stream and its key in the table, as with a queue. */
export interface StreamFailure {
  readonly table: string;
  readonly reason: string;
  readonly DDBStreamBatchInfo: {
    readonly streamArn: string;
    readonly shardId: string;
    readonly startSequenceNumber: string;
    readonly endSequenceNumber: string;
  };
  readonly keys: readonly { readonly pk: string; readonly sk: string }[];
}

interface Where {
  readonly table: string;
  readonly streamArn: string;
  readonly shardId: string;
}

export function failureOf(
  { dynamodb = {} }: DynamoDBRecord,
  { table, streamArn, shardId }: Where,
  reason: string,
): StreamFailure {
  const { SequenceNumber: at = '', Keys = {} } = dynamodb;
  return {
    table,
    reason,
    DDBStreamBatchInfo: { streamArn, shardId, startSequenceNumber: at, endSequenceNumber: at },
    keys: [{ pk: Keys.pk?.S ?? '', sk: Keys.sk?.S ?? '' }],
  };
}

const lineOf = (failure: StreamFailure): string => `${JSON.stringify(failure)}\n`;

/** Readable by this user alone. */
const MODE = { mode: 0o600 };

export const addFailure = (file: string, failure: StreamFailure): void =>
  appendFileSync(file, lineOf(failure), MODE);

/** A last line that a crash has torn is none: the stream brings its change again. */
export function readFailures(file: string): readonly StreamFailure[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    return lines.slice(0, -1).map((line) => JSON.parse(line) as StreamFailure);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Replaces the file whole. */
export function writeFailures(file: string, failures: readonly StreamFailure[]): void {
  writeFileSync(`${file}.new`, failures.map(lineOf).join(''), MODE);
  renameSync(`${file}.new`, file);
}
