import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decodeProtectedHeader } from 'jose';
import { afterAll, expect, test } from 'vitest';
import { getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { listKeys } from '../../lib/contract/standards.ts';
import { aFiling } from '../journeys/a-filing.ts';
import { run } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';

afterAll(endAll);

/** docs/operations.md, "Rotate keys": tried as it stands there. */
async function aCompany(service: LocalService) {
  const told = (await service.ask(submitFiling, { as: 'applicant', body: await aFiling(service) })).body;
  const code = told.registration?.code ?? '';
  const { receipt } = (await service.ask(getReceipt, { as: 'applicant', params: { id: told.id } })).body;
  const { licence } = (await service.ask(getLicence, { params: { code } })).body;
  return { receipt, licence, keys: [receipt, licence].map((text) => decodeProtectedHeader(text).kid) };
}

test('keys are rotated one by one: what the old ones signed holds, what is new is signed by the next', async () => {
  const first = await startLocalService();
  const { dataDir, port } = first;
  const before = await aCompany(first);
  const rotate = (name: string) => run('rotate-keys.ts', [name], { DATA_DIR: dataDir });
  expect(await rotate('receipt')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('stop it first'),
  });
  await first.end('SIGTERM');
  expect(await rotate('seal')).toMatchObject({ code: 2, stdout: '' });
  for (const name of ['receipt', 'licence', 'log'])
    expect(await rotate(name)).toMatchObject({ code: 0, stdout: expect.stringContaining('still verifies') });

  const second = await startLocalService({ dataDir, port });
  const after = await aCompany(second);
  expect(after.keys).not.toEqual(before.keys);
  for (const { receipt, licence } of [before, after]) {
    expect((await second.ask(verifyReceipt, { body: { receipt } })).body).toMatchObject({
      valid: true,
      factsMatch: true,
      sameFindings: true,
    });
    expect((await second.ask(verifyLicence, { body: { licence } })).body).toMatchObject({ valid: true });
  }
  const { keys } = (await second.ask(listKeys, {})).body;
  expect(
    keys.map(({ signs, retiredAt }) => `${signs} ${retiredAt === undefined ? 'signs' : 'retired'}`),
  ).toEqual(expect.arrayContaining(['receipt signs', 'receipt retired', 'licence retired', 'log retired']));
  /* No secret of a former key is kept, and the tools that read the data by themselves have the former ones too. */
  expect(readFileSync(join(dataDir, 'former-keys.json'), 'utf8')).not.toContain('"d"');
  expect(await run('replay.ts', ['--data', dataDir], {})).toMatchObject({ code: 0 });
}, 120_000);
