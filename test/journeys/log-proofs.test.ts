import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DeleteCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { listAlarms, listLogRoots, proveConsistency, proveLookup } from '../../lib/contract/lookup-log.ts';
import { listMyLookups } from '../../lib/contract/own-file.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { clientAt } from '../../local/open-data.ts';
import { findPersona } from '../../local/personas.ts';
import { findRunningService } from '../../local/service-file.ts';
import { endAll, type LocalService } from '../support/local-service.ts';
import { subjectOf } from './a-record.ts';
import { overTheDays } from './later.ts';

afterAll(endAll);
const days = overTheDays({ schedules: 'on' });

const personOf = (persona: string) => findPersona(persona)?.person ?? expect.fail();

async function verifyLog(...args: readonly string[]) {
  const bin = join(import.meta.dirname, '../../bin/verify-log.ts');
  return promisify(execFile)(process.execPath, [bin, ...args]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      stdout: error.stdout,
      stderr: error.stderr,
    }),
  );
}

const rootsOf = async (service: LocalService, jurisdiction: string) =>
  (await service.ask(listLogRoots, { query: { jurisdiction } })).body.roots;

test('a look-up is logged, sealed with its day, proven to whom it concerns, and checked off-line', async () => {
  const first = await days.on(plainDate('2026-12-01'));
  const ask = (as: string, persona: string) =>
    first.ask(lookUp, {
      as,
      body: {
        purpose: 'registration',
        basis: 'registration-review',
        subjects: [subjectOf(personOf(persona)), subjectOf(personOf('subject'))],
      },
    });
  const { body: answer } = await ask('regulator-sc', 'applicant');
  const { lookup } = answer;
  expect(await first.refused(proveLookup, { as: 'applicant', params: { lookup } })).toMatchObject({
    status: 409,
    body: { code: 'log-not-sealed', values: { day: '2026-12-01', sealedFrom: '2026-12-01T17:00:00.000Z' } },
  });
  // An officer who looks himself up is logged and shown like anybody.
  const { body: own } = await ask('regulator-cq', 'regulator-cq');
  await expect
    .poll(async () => (await first.ask(listMyLookups, { as: 'regulator-cq' })).body.lookups, {
      timeout: 60_000,
    })
    .toMatchObject([{ lookup: own.lookup, authority: 'reg-500231', purpose: 'registration' }]);

  const service = await days.on(plainDate('2026-12-03'));
  await expect
    .poll(async () => (await rootsOf(service, 'SC')).map(({ day, entries }) => [day, entries]), {
      timeout: 60_000,
    })
    .toEqual([
      ['2026-11-30', 0],
      ['2026-12-01', 1],
      ['2026-12-02', 0],
    ]);
  const keys = await (await fetch(`${service.url}/v1/standards/keys`)).json();
  const keyFile = join(service.dataDir, 'public-keys.json');
  writeFileSync(keyFile, JSON.stringify(keys));
  for (const as of ['applicant', 'subject', 'regulator-sc', 'auditor']) {
    const { body: proof } = await service.ask(proveLookup, { as, params: { lookup } });
    const file = join(service.dataDir, `proof-${as}.json`);
    writeFileSync(file, JSON.stringify(proof));
    expect(await verifyLog('--proof', file, '--keys', keyFile)).toMatchObject({ code: 0 });
    writeFileSync(file, JSON.stringify(proof).replace('registration-review', 'audit-inquiry'));
    expect(await verifyLog('--proof', file, '--keys', keyFile)).toMatchObject({ code: 1 });
  }
  for (const as of ['regulator-cq', 'registrar-sc'])
    expect(await service.refused(proveLookup, { as, params: { lookup } })).toMatchObject({ status: 404 });
  const query = { jurisdiction: 'SC', from: '2026-11-30', to: '2026-12-02' };
  expect((await service.ask(proveConsistency, { query })).body).toMatchObject({
    proofs: [{ from: { log: { size: 1 } }, to: { log: { size: 3 } } }],
  });
  expect((await service.ask(listAlarms, { as: 'auditor' })).body.alarms).toEqual([]);

  const whole = await verifyLog('--data', service.dataDir);
  expect(whole).toMatchObject({ code: 0, stderr: '' });
  expect(whole.stdout).toContain('6 sealed days, 0 of them not whole');
  const running = findRunningService(service.dataDir);
  const client = clientAt(running?.engine ?? '');
  const TableName = `${running?.tablePrefix}-lookup-log`;
  for (let shard = 0; shard < 8; shard += 1) {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': `LOG#SC#2026-12-01#${shard}` },
      }),
    );
    for (const { pk, sk } of Items) await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
  }
  client.destroy();
  // The copies, made as the days were sealed, are whole, and by themselves.
  const copies = join(service.dataDir, 'evidence');
  const kept = await verifyLog('--copies', copies, '--keys', keyFile);
  expect(kept).toMatchObject({ code: 0, stderr: '' });
  expect(kept.stdout).toContain('6 sealed days, 0 of them not whole');
  expect(await verifyLog('--copies', copies, '--data', service.dataDir)).toMatchObject({ code: 0 });
  const broken = await verifyLog('--data', service.dataDir);
  expect(broken).toMatchObject({ code: 1 });
  expect(broken.stdout).toContain('SC 2026-12-01 1 不完整 NOT WHOLE');
  expect(await verifyLog('--data', join(service.dataDir, 'nothing'))).toMatchObject({ code: 2 });
}, 180_000);
