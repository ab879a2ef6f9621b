import { DatabaseSync } from 'node:sqlite';

const INDEX =
  'CREATE INDEX IF NOT EXISTS sr_seq ON _stream_records(table_name, CAST(sequence_number AS INTEGER))';

/**
 * Gives the embedded engine the index its streams lack. Without it every write looks for the highest sequence
 * number among all stream records of the table, and writing becomes slower with each write.
 */
export function indexStreamRecords(file: string): void {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    database.exec(INDEX);
  } finally {
    database.close();
  }
}

/**
 * Drops stream records that were consumed, up to and with `upTo`. The highest stays in any case: the engine counts
 * on from it, and a number given twice would be taken for a record already seen.
 */
export function dropConsumedRecords(file: string, table: string, upTo: bigint): number {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const consumed = database.prepare(
      `DELETE FROM _stream_records WHERE table_name = ?1 AND CAST(sequence_number AS INTEGER) <= ?2
       AND CAST(sequence_number AS INTEGER) <
         (SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?1)`,
    );
    return Number(consumed.run(table, upTo).changes);
  } finally {
    database.close();
  }
}
