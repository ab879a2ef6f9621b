import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { getAuthority } from '../catalog/authorities.ts';
import { findRecordClass } from '../catalog/records/record-classes.ts';
import { admitPublication } from '../lib/acts/admit-publication.ts';
import { appendRecord } from '../lib/acts/append-record.ts';
import { addToHalf, emptyHalf } from '../lib/domain/credit/half.ts';
import type { ChunkRow } from '../lib/domain/credit/import.ts';
import { organisationKey } from '../lib/domain/subject/subject-key.ts';
import { documentClient } from '../lib/store/client.ts';
import type { Write } from '../lib/store/transaction.ts';
import { createTables } from '../local/create-tables.ts';
import { startEngine } from '../local/engine.ts';
import { drawRow } from '../local/load/draw-records.ts';
import { importSteps, now } from './import-steps.ts';
import { interleave, timed } from './interleave.ts';
import type { Figure, Measurement } from './measurement.ts';
import type { Tables, Workbench } from './workbench.ts';

const ROWS = 1_000;
const speaker = getAuthority('credit-500000');

/** Rows that are all published: of the drawn ones those about organisations, three about each, no two alike. */
function* freshRows(): Generator<ChunkRow> {
  for (let index = 0, row = 1; ; index += 1) {
    const { expected, record } = drawRow(index);
    if (expected !== 'accepted' || record.subject.kind !== 'organisation' || index % 40 === 0) continue;
    const { subject, ...told } = record;
    yield { row, line: row + 1, record: told, subject: { key: organisationKey(subject.code) } };
    row += 1;
  }
}

const taken = (rows: Generator<ChunkRow>): readonly ChunkRow[] =>
  Array.from({ length: ROWS }, () => rows.next().value as ChunkRow);

const itemOf = ({ item: { Put } }: Write): Record<string, unknown> => Put?.Item ?? {};

/** What the same rows come to in the table: every record, and the half of each subject. */
function itemsOf(rows: readonly ChunkRow[], { records, standings }: ReturnType<typeof importSteps>) {
  const versions = rows.flatMap((row) =>
    'record' in row ? [admitPublication(speaker, row.record, row.subject, now())] : [],
  );
  const bySubject = Map.groupBy(versions, ({ subject }) => subject);
  return [...bySubject].flatMap(([subject, of]) => {
    const half = of.reduce(
      (sum, version) => addToHalf(sum, version, findRecordClass),
      emptyHalf(speaker.jurisdiction),
    );
    return [...of.map(appendRecord(records)), standings.replace(subject, half, { half, version: 0 })].map(
      itemOf,
    );
  });
}

const AT_ONCE = 4;

/** The least that writing them takes: as many to a call as it takes, and as many calls at once as an import makes. */
async function writeBare(
  { client, names }: Tables,
  items: readonly Record<string, unknown>[],
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let from = next; from < items.length; from = next) {
      next += 25;
      const requests = items.slice(from, from + 25).map((Item) => ({ PutRequest: { Item } }));
      await client.send(new BatchWriteCommand({ RequestItems: { [names.credit]: requests } }));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function pace(bench: Workbench): Promise<Figure> {
  const tables = await bench.tables();
  const steps = importSteps(tables, await bench.folder('imports'));
  const rows = freshRows();
  let imports = 0;
  const whole = async (): Promise<number> => {
    const some = taken(rows);
    imports += 1;
    const of = { speaker, import: `bench-${imports}` };
    const ms = await timed(async () => {
      const receipts = await steps.publishRows(some, of, now);
      if (receipts.some(({ outcome }) => outcome !== 'accepted')) throw new Error('Not all were accepted');
    });
    return (ROWS * 1_000) / ms;
  };
  const floor = async (): Promise<number> => {
    const items = itemsOf(taken(rows), steps);
    return (ROWS * 1_000) / (await timed(() => writeBare(tables, items)));
  };
  const rates = await interleave({ whole, floor }, (run) => run(), { rounds: 7, warmUp: 2 });
  return {
    what: 'import of rows, three about each subject',
    unit: 'per second',
    measured: rates.whole,
    floor: rates.floor,
    budget: { of: 'ratio', atMost: 2 },
    note: 'floor: BatchWrite of the same items',
  };
}

/**
 * What is let grow grows until it is collected, and what is freed is kept for the next time: these bounds show what is
 * held. Whatever grew with the rows would not fit.
 */
const HEAP = ['--max-old-space-size=48', '--max-semi-space-size=4'];
const ALLOCATOR = { MALLOC_ARENA_MAX: '2', MALLOC_TRIM_THRESHOLD_: '131072' };

async function memoryOf(bench: Workbench, rows: number): Promise<number> {
  const folder = await bench.folder('import-memory');
  const engine = await startEngine({ file: `${folder}/dynamodb.sqlite` });
  try {
    const client = documentClient({
      endpoint: engine.endpoint,
      region: 'us-east-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    await createTables(client, 'bench-import');
    client.destroy();
    const program = fileURLToPath(new URL('import-memory.ts', import.meta.url));
    const asked = [...HEAP, program, String(rows), engine.endpoint, 'bench-import', folder];
    const env = { ...process.env, ...ALLOCATOR };
    return Number((await promisify(execFile)(process.execPath, asked, { env })).stdout);
  } finally {
    await engine.stop();
  }
}

const shown = (rows: number): string => rows.toLocaleString('en').replaceAll(',', ' ');

/** The rows of a file against the same items written bare; and the memory of a whole import by its rows. */
export const importing: Measurement = {
  name: 'import',
  run: async (bench) => {
    const figures: Figure[] = [await pace(bench)];
    const few = await memoryOf(bench, 1_000);
    for (const rows of bench.full ? [100_000, 1_000_000] : [100_000])
      figures.push({
        what: `memory of an import of ${shown(rows)} rows`,
        unit: 'MB',
        measured: await memoryOf(bench, rows),
        floor: few,
        budget: { of: 'ratio', atMost: 2 },
        note: 'floor: 1 000 rows',
      });
    return figures;
  },
};
