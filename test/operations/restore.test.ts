import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, describe, expect, test } from 'vitest';
import { listChanges } from '../../lib/contract/changes.ts';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { clientAt } from '../../local/open-data.ts';
import { findRunningService } from '../../local/service-file.ts';
import { aFiling, freshPerson } from '../journeys/a-filing.ts';
import { recordOf, subjectOf } from '../journeys/a-record.ts';
import { run } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';

afterAll(endAll);

const person = freshPerson();
const publish = async (service: LocalService, documentNumber: string) =>
  (
    await service.ask(publishRecord, {
      as: 'publisher-cq',
      body: recordOf(person, { issuedBy: 'court-500231', documentNumber }),
    })
  ).body.id;
const changesOf = async (service: LocalService, after = 0) =>
  (
    await service.ask(listChanges, {
      as: 'subscriber',
      query: { side: 'CQ', after: String(after), limit: '100' },
    })
  ).body;
const verdict = async (service: LocalService) => {
  const body = {
    purpose: 'registration',
    basis: 'registration-review',
    subjects: [subjectOf(person)],
  };
  return (await service.ask(lookUp, { as: 'regulator-cq', body })).body.results[0]?.verdict;
};
/** Resolves once the feed has the record and grows no more: what follows from it is told a moment later. */
async function settled(service: LocalService, record: string): Promise<void> {
  let seen = -1;
  await expect
    .poll(
      async () => {
        const { changes, next } = await changesOf(service);
        const isQuiet = next === seen;
        seen = next;
        return isQuiet && changes.some(({ event }) => event.subject === `credit/records/${record}`);
      },
      { timeout: 30_000, interval: 700 },
    )
    .toBe(true);
}

const toolsOn =
  (dataDir: string) =>
  (name: string, ...args: readonly string[]) =>
    run(name, args, { DATA_DIR: dataDir, TABLE_PREFIX: dataDir.split('/').at(-1) ?? '' });

/** docs/operations.md, "Restore to a point in time": tried as it stands there. */
test.skipIf(process.env.DYNAMODB_ENDPOINT !== undefined)(
  'the whole is put back to a copy: it agrees with itself, and subscribers who are ahead are told',
  async () => {
    const first = await startLocalService();
    const { dataDir, port } = first;
    const tool = toolsOn(dataDir);
    const told = (await first.ask(submitFiling, { as: 'applicant', body: await aFiling(first) })).body;
    const { receipt } = (await first.ask(getReceipt, { as: 'applicant', params: { id: told.id } })).body;
    await settled(first, await publish(first, '（2026）渝0231执900号'));
    expect(await verdict(first)).toBe('hit');
    await first.end('SIGTERM');
    const copy = `${dataDir}-copy`;
    cpSync(dataDir, copy, { recursive: true });

    const second = await startLocalService({ dataDir, port });
    const { next: ahead } = await changesOf(second);
    await settled(second, await publish(second, '（2026）渝0231执901号'));
    const { next } = await changesOf(second);
    expect(next).toBeGreaterThan(ahead);
    await second.end('SIGTERM');
    rmSync(dataDir, { recursive: true });
    cpSync(copy, dataDir, { recursive: true });
    rmSync(copy, { recursive: true });

    const third = await startLocalService({ dataDir, port });
    expect((await changesOf(third)).next).toBe(ahead);
    const refused = { as: 'subscriber', query: { side: 'CQ', after: String(next) } };
    expect(await third.refused(listChanges, refused)).toMatchObject({
      status: 400,
      body: { defects: [{ code: 'number-not-given' }] },
    });
    expect(await verdict(third)).toBe('hit');
    expect((await third.ask(verifyReceipt, { body: { receipt } })).body).toMatchObject({ valid: true });
    for (const [name, ...args] of [
      ['verify-log.ts', '--data', dataDir],
      ['verify-log.ts', '--data', dataDir, '--copies', join(dataDir, 'evidence')],
      ['replay.ts', '--data', dataDir],
      ['check-standings.ts'],
    ] as const)
      expect(await tool(name, ...args), name).toMatchObject({ code: 0 });
  },
  180_000,
);

describe('one table is put back and the other is not', () => {
  test('what followed from the later one is told again, once, and a half that does not fit is found', async () => {
    const service = await startLocalService();
    const tool = toolsOn(service.dataDir);
    const id = await publish(service, '（2026）渝0231执902号');
    await settled(service, id);
    const { engine = '', tablePrefix } = findRunningService(service.dataDir) ?? {};
    const client = clientAt(engine);
    const table = (name: string) => `${tablePrefix}-${name}`;
    const scan = async (name: string, under: string) => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: table(name) }));
      return Items.filter(({ pk }) => String(pk).startsWith(under));
    };
    const before = await changesOf(service);

    /* The table of filings as it was before: the feed is there, and knows nothing of the record. */
    for (const under of ['CHANGES#', 'SEQUENCED#'])
      for (const { pk, sk } of await scan('filings', under))
        await client.send(new DeleteCommand({ TableName: table('filings'), Key: { pk, sk } }));
    expect((await changesOf(service)).changes).toEqual([]);
    expect(await tool('retell.ts')).toMatchObject({ code: 0 });
    const again = await changesOf(service);
    expect(again.changes.map(({ number }) => number)).toEqual(before.changes.map(({ number }) => number));
    const idsOf = (page: typeof again) => page.changes.map(({ event }) => event.id).toSorted();
    expect(idsOf(again)).toEqual(idsOf(before));
    expect(await tool('retell.ts')).toMatchObject({ code: 0 });
    expect(idsOf(await changesOf(service))).toEqual(idsOf(before));

    /* A half as it was before the record: a false clear, found and put right. */
    expect(await tool('check-standings.ts')).toMatchObject({ code: 0 });
    const [version] = (await scan('credit', 'SUBJECT#')).filter((item) => item.id === id);
    const key = { pk: `STANDING#${version?.subject}`, sk: 'CQ' };
    await client.send(new DeleteCommand({ TableName: table('credit'), Key: key }));
    expect(await tool('check-standings.ts')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`${version?.subject} CQ`),
    });
    expect(await verdict(service)).toBe('clear');
    expect(await tool('check-standings.ts', '--mend')).toMatchObject({ code: 0 });
    expect(await verdict(service)).toBe('hit');
    expect(await tool('check-standings.ts')).toMatchObject({ code: 0 });
    client.destroy();
  }, 120_000);
});
