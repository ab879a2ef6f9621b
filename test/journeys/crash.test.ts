import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { checkFiling, getFiling, getReceipt, listFilings, submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise, getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { endAll, startLocalService } from '../support/local-service.ts';
import { aFiling, freshPerson, type Package } from './a-filing.ts';
import { lookUpOf, recordOf } from './a-record.ts';

afterAll(endAll);

const AT_ONCE = 6;

/** Keeps on submitting, each under its own key, until the service is gone; tells what was acknowledged. */
async function submitUntilGone(
  service: Awaited<ReturnType<typeof startLocalService>>,
  bodies: readonly Package[],
  acknowledged: Map<number, unknown>,
) {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < bodies.length; at = next++) {
      const body = bodies[at];
      if (body === undefined) return;
      const headers = { 'idempotency-key': `crash-${at}` };
      try {
        const told = await service.ask(submitFiling, { as: 'applicant', body, headers });
        acknowledged.set(at, told.body);
      } catch {
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return next;
}

test('killed in the midst of submissions and started again, it has all it acknowledged and nothing by half', async () => {
  const first = await startLocalService();
  const bodies = await Promise.all(Array.from({ length: 120 }, () => aFiling(first)));
  const debtor = freshPerson();
  await first.ask(publishRecord, { as: 'publisher-cq', body: recordOf(debtor) });
  const acknowledged = new Map<number, unknown>();
  const submitting = submitUntilGone(first, bodies, acknowledged);
  while (acknowledged.size < 15) await pause(1);
  await first.end('SIGKILL');
  const begun = Math.min(await submitting, bodies.length);
  expect(begun).toBeLessThan(bodies.length);
  expect(acknowledged.size).toBeGreaterThanOrEqual(15);

  const second = await startLocalService({ dataDir: first.dataDir, port: first.port });
  const people = { as: 'applicant' };
  const again = await Promise.all(
    bodies
      .slice(0, begun)
      .map((body, at) =>
        second.ask(submitFiling, { ...people, body, headers: { 'idempotency-key': `crash-${at}` } }),
      ),
  );
  for (const [at, body] of acknowledged) {
    expect(again[at]?.body).toEqual(body);
    expect(again[at]?.headers.get('idempotency-replayed')).toBe('true');
  }
  // What was under way and not acknowledged happened whole or not at all: each is registered once.
  expect(again.map(({ body }) => body.state)).toEqual(again.map(() => 'registered'));

  const listed = new Map<string, unknown>();
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = (await second.ask(listFilings, { ...people, ...(cursor && { query: { cursor } }) })).body;
    for (const filing of page.filings) listed.set(filing.id, filing);
    cursor = page.next;
  }
  expect([...listed.keys()].sort()).toEqual(again.map(({ body }) => body.id).sort());
  for (const { body } of again) {
    const code = body.registration?.code ?? '';
    const params = { id: body.id };
    const [filing, enterprise, licence, receipt] = await Promise.all([
      second.ask(getFiling, { ...people, params }),
      second.ask(getEnterprise, { params: { code } }),
      second.ask(getLicence, { params: { code } }),
      second.ask(getReceipt, { ...people, params }),
    ]);
    expect([filing.body, enterprise.body.name]).toEqual([body, body.name]);
    expect((await second.ask(verifyLicence, { body: { licence: licence.body.licence } })).body).toMatchObject(
      {
        valid: true,
        current: true,
      },
    );
    expect((await second.ask(verifyReceipt, { body: { receipt: receipt.body.receipt } })).body).toMatchObject(
      {
        valid: true,
        factsMatch: true,
      },
    );
  }
  const untouched = bodies[bodies.length - 1] as Package;
  expect((await second.ask(checkFiling, { ...people, body: untouched })).body.findings).toEqual([]);
  expect((await lookUpOf(second, [debtor])).results).toMatchObject([{ verdict: 'hit' }]);
});
