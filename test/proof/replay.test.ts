import { DeleteCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getReceipt } from '../../lib/contract/filings.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { documentClient } from '../../lib/store/client.ts';
import { keys } from '../../lib/store/keys.ts';
import type { AskedStore } from '../../local/proof/asked-store.ts';
import { openStore } from '../../local/proof/open-store.ts';
import { type Replay, replayStore } from '../../local/proof/replay-store.ts';
import { findRunningService } from '../../local/service-file.ts';
import { file, registered, settle, type Told } from '../journeys/lives.ts';
import { run, tablePrefixOf } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const named = (tradeName: string) => ({
  change: (facts: Parameters<NonNullable<NonNullable<Parameters<typeof file>[2]>['change']>>[0]) => ({
    ...facts,
    name: { ...(facts.name as object), tradeName },
  }),
});

async function replayed(asked: AskedStore): Promise<Replay> {
  const store = await openStore(asked);
  try {
    return await replayStore(store);
  } finally {
    await store.close();
  }
}
const ofData = () => replayed({ data: service.dataDir });

/** As a person at a terminal, or a machine, starts it. */
async function replay(...args: readonly string[]) {
  const { code, stdout, stderr } = await run('replay.ts', ['--json', ...args], {});
  return { code, stderr, told: stdout === '' ? undefined : (JSON.parse(stdout) as Replay) };
}

/** The engine itself, beside the service: what an insider with rights on the table could do. */
function table() {
  const { engine = '', tablePrefix } = findRunningService(service.dataDir) ?? {};
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = documentClient({ endpoint: engine, region: 'us-east-1', credentials });
  const TableName = `${tablePrefix}-filings`;
  return {
    all: async (id: string): Promise<Record<string, unknown>[]> => {
      const values = { ':pk': keys.filing(id).pk };
      const asked = { TableName, KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: values };
      return (await client.send(new QueryCommand(asked))).Items ?? [];
    },
    put: (Item: Record<string, unknown>) => client.send(new PutCommand({ TableName, Item })),
    remove: ({ pk, sk }: Record<string, unknown>) =>
      client.send(new DeleteCommand({ TableName, Key: { pk, sk } })),
  };
}

describe('a store nobody touched', { shuffle: false }, () => {
  test('every receipt is decided again, here and on the other side', async () => {
    await registered(service, 'establish-company');
    await file(service, 'establish-company');
    const handedIn = await file(service, 'establish-branch');
    await settle(service, handedIn);
    const told = await ofData();
    expect(told.all).toEqual({ filings: 3, receipts: 4, swaps: 4, erased: 0, divergences: 0 });
    expect(Object.keys(told.byStandard)).toEqual(['establish-branch@2025-02', 'establish-company@2025-02']);
  });

  test('read by its endpoint with the published keys, it comes to the same', async () => {
    const { engine = '', tablePrefix = '' } = findRunningService(service.dataDir) ?? {};
    const published = `${service.url}/v1/standards/keys`;
    const { code, told } = await replay('--endpoint', engine, '--prefix', tablePrefix, '--keys', published);
    expect([code, told?.all.receipts]).toEqual([0, 4]);
  });
});

describe('what was changed behind the service’s back is found', () => {
  let told: Told;
  const faultsOf = async () => {
    const { divergences } = await ofData();
    const found = divergences.filter(({ filing }) => filing === told.id);
    return found.map(({ version, fault }) => [version, fault]);
  };
  /** Changes the items of one filing, looks, and puts everything back. */
  async function changed(change: (items: Record<string, unknown>[]) => Record<string, unknown>[]) {
    const before = await table().all(told.id);
    const after = change(structuredClone(before));
    for (const item of before) await table().remove(item);
    for (const item of after) await table().put(item);
    const found = await faultsOf();
    for (const item of after) await table().remove(item);
    for (const item of before) await table().put(item);
    return found;
  }
  const onFiling = (more: Record<string, unknown>) => (items: Record<string, unknown>[]) =>
    items.map((item) => (item.sk === 'FILING' ? { ...item, ...more } : item));
  const onEvent =
    (more: (item: Record<string, unknown>) => Record<string, unknown>) =>
    (items: Record<string, unknown>[]) =>
      items.map((item) => (item.sk === 'EVENT#0001' ? { ...item, ...more(item) } : item));

  beforeAll(async () => {
    told = await registered(service, 'establish-company', named('听澜望岫'));
  });

  test.each<
    readonly [string, Parameters<typeof changed>[0], readonly (readonly [number | undefined, string])[]]
  >([
    ['a person made of another age', onFiling({ persons: [] }), [[1, 'facts']]],
    ['a finding taken away', onFiling({ admissible: ['return'] }), [[undefined, 'state']]],
    [
      'another ruling',
      onFiling({ ruling: { outcome: 'register', by: 'x', at: 'x' } }),
      [[undefined, 'state']],
    ],
    ['a version without its receipt', onFiling({ version: 2 }), [[undefined, 'receipts-missing']]],
    ['no receipt', (items) => items.filter(({ sk }) => sk === 'FILING'), [[undefined, 'receipts-missing']]],
    [
      'a filing deleted',
      (items) => items.filter(({ sk }) => sk !== 'FILING'),
      [[undefined, 'filing-missing']],
    ],
    [
      'a receipt changed',
      onEvent(({ receipt }) => ({ receipt: String(receipt).slice(0, -4) })),
      [[1, 'signature']],
    ],
    ['a filing that is none', onFiling({ state: 'lost' }), [[undefined, 'unreadable']]],
    [
      'a version of the standard that never was',
      onFiling({ item: 'establish-nothing' }),
      [[1, 'standard-unknown']],
    ],
  ])('%s', async (_, change, faults) => {
    expect(await changed(change)).toEqual(faults);
  });

  test('another filing’s receipt in the place of its own', async () => {
    const other = await file(service, 'establish-company', named('听澜望松'));
    const [event] = (await table().all(other.id)).filter(({ sk }) => sk === 'EVENT#0001');
    expect(await changed(onEvent(() => ({ receipt: event?.receipt })))).toEqual([[1, 'misplaced']]);
  });

  test('facts that are erased are counted apart, and are no divergence', async () => {
    const blank = { filed: {}, persons: [], maskedPersons: [], sealedPersons: '', erasedOn: '2026-12-01' };
    const before = await table().all(told.id);
    for (const item of onFiling(blank)(before)) await table().put(item);
    const { all, erased } = await ofData();
    const { receipt } = (await service.ask(getReceipt, { as: 'auditor', params: { id: told.id } })).body;
    const verified = (await service.ask(verifyReceipt, { body: { receipt } })).body;
    for (const item of before) await table().put(item);
    expect([all.divergences, all.erased, erased]).toEqual([0, 1, [told.id]]);
    expect(verified).toMatchObject({ valid: true, erasedOn: '2026-12-01', factsMatch: false });
  });

  test('signed by a key that is not published, nothing holds', async () => {
    const stranger = await startLocalService({ demoData: 'off' });
    const foreign = `${stranger.url}/v1/standards/keys`;
    const { code, told: found } = await replay('--data', service.dataDir, '--keys', foreign);
    expect(code).toBe(1);
    expect(new Set(found?.divergences.map(({ fault, detail }) => `${fault} ${detail}`))).toEqual(
      new Set(['signature unknown-key']),
    );
  });
});

test('once the service has ended, its data is read from a copy', async () => {
  const another = await startLocalService();
  await registered(another, 'establish-partnership');
  await another.end('SIGTERM');
  const given = { data: another.dataDir, prefix: tablePrefixOf(another.dataDir) };
  for (const _ of [1, 2])
    expect(await replayed(given)).toMatchObject({
      store: another.dataDir,
      all: { receipts: 1, divergences: 0 },
    });
});

test.each([
  [['--nothing']],
  [['--data', '/nowhere']],
  [['--endpoint', 'http://127.0.0.1:1']],
  [['--endpoint', 'http://127.0.0.1:1', '--keys', '/nowhere']],
])('asked wrongly, it says how to ask and tells nothing: %j', async (args) => {
  const { code, told, stderr } = await replay(...args);
  expect([code, told]).toEqual([2, undefined]);
  expect(stderr).toContain('npm run replay');
});

test('a prefix under which there is nothing is no empty store', async () => {
  const { code, stderr } = await replay('--data', service.dataDir, '--prefix', 'nothing');
  expect(code).toBe(2);
  expect(stderr).toContain('--prefix');
});
