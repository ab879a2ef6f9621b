import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataDirInUse, lockDataDir } from '../../local/data-dir-lock.ts';
import { startEngine } from '../../local/engine.ts';
import { endLeftover } from '../../local/engine-process.ts';

const embedded = process.env.DYNAMODB_ENDPOINT === undefined;

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tongbiao-engine-'));
  file = join(dir, 'dynamodb.sqlite');
});
afterEach(() => rmSync(dir, { recursive: true }));

function rowsOf<T>(sql: string): readonly T[] {
  const database = new DatabaseSync(file, { readOnly: true });
  const rows = database.prepare(sql).all() as unknown as readonly T[];
  database.close();
  return rows;
}

test.runIf(embedded)('the engine on a file has the index its streams need, and uses it', async () => {
  const engine = await startEngine({ file });
  const [plan] = rowsOf<{ detail: string }>(
    "EXPLAIN QUERY PLAN SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = 'a'",
  );
  await engine.stop();
  expect(plan?.detail).toContain('sr_seq');
});

test.runIf(embedded)('an engine left on a file is ended, and only by its own file', async () => {
  const binary =
    process.env.DYNOXIDE_BIN ?? createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  const child = spawn(binary, ['--port', '0', '--db-path', file], { stdio: 'ignore' });
  const ended = new Promise<string | null>((resolve) => child.once('exit', (_, signal) => resolve(signal)));
  const pid = child.pid ?? 0;
  await expect.poll(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8')).toContain('--db-path');
  await endLeftover(pid, join(dir, 'other.sqlite'));
  expect(child.exitCode).toBeNull();
  await endLeftover(pid, file);
  await ended;
  await endLeftover(process.pid, file);
});

test('a data directory is held by one at a time', () => {
  const letGo = lockDataDir(dir);
  expect(() => lockDataDir(dir)).toThrow(DataDirInUse);
  letGo();
  lockDataDir(dir)();
});
