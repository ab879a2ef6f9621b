import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { listChanges } from '../../lib/contract/changes.ts';
import { documentClient } from '../../lib/store/client.ts';
import { keys } from '../../lib/store/keys.ts';
import { tableNames } from '../../local/create-tables.ts';
import { findRunningService } from '../../local/service-file.ts';
import { aStep } from '../support/a-step.ts';
import { endAll, startLocalService } from '../support/local-service.ts';
import { newDataDir, run, tablePrefixOf } from './running-service.ts';

afterAll(endAll);

const redrive = (dataDir: string) =>
  run('redrive.ts', [], { DATA_DIR: dataDir, TABLE_PREFIX: tablePrefixOf(dataDir) });

const FILING = '00000000-0000-4000-8000-000000000001';

/** Writes a step as the service does, or one that nobody can read. */
async function write(dataDir: string, endpoint: string, more: object): Promise<void> {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = documentClient({ endpoint, region: 'us-east-1', credentials });
  const step = { ...keys.filingEvent(FILING, 1), ...aStep({ filing: FILING, decidedBy: 'reg-500231' }) };
  await client.send(
    new PutCommand({
      TableName: tableNames(tablePrefixOf(dataDir)).filings,
      Item: { ...step, receipt: 'a.b.c', ...more },
    }),
  );
  client.destroy();
}

test('npm run redrive does what was set aside, once it is mended, and keeps what still fails', async () => {
  const first = await startLocalService({ demoData: 'off' });
  const { dataDir, port } = first;
  const file = join(dataDir, 'stream-failures.jsonl');
  const { engine = '' } = findRunningService(dataDir) ?? {};
  await write(dataDir, engine, { version: 'poison' });
  await expect.poll(() => existsSync(file), { timeout: 60_000, interval: 500 }).toBe(true);
  expect(readFileSync(file, 'utf8')).not.toContain('poison');
  const asked = { as: 'subscriber', query: { side: 'CQ' } };
  expect((await first.ask(listChanges, asked)).body.changes).toEqual([]);
  expect(await redrive(dataDir)).toMatchObject({ code: 1, stderr: expect.stringContaining('stop it first') });
  await first.end('SIGTERM');
  expect(await redrive(dataDir)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('0 done, 1 still set aside'),
  });

  const second = await startLocalService({ dataDir, port, demoData: 'off' });
  await write(dataDir, findRunningService(dataDir)?.engine ?? '', {});
  await second.end('SIGTERM');
  expect(await redrive(dataDir)).toMatchObject({ code: 0, stdout: '1 done, 0 still set aside\n' });
  expect(readFileSync(file, 'utf8')).toBe('');

  const third = await startLocalService({ dataDir, port, demoData: 'off' });
  expect((await third.ask(listChanges, asked)).body.changes).toMatchObject([
    { number: 1, event: { id: `filing:${FILING}:1` } },
  ]);
}, 180_000);

test('where nothing was set aside there is nothing to do', async () => {
  const dataDir = newDataDir();
  expect(await redrive(dataDir)).toMatchObject({ code: 0, stdout: '0 done, 0 still set aside\n' });
  /* What a crash has torn comes again by itself. */
  writeFileSync(join(dataDir, 'stream-failures.jsonl'), '{"table":"to');
  expect(await redrive(dataDir)).toMatchObject({ code: 0, stdout: '0 done, 0 still set aside\n' });
});
