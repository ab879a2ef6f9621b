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
