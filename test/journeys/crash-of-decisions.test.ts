import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { submitFiling, withdrawFiling } from '../../lib/contract/filings.ts';
import { getLicence } from '../../lib/contract/licences.ts';
import { endAll, startLocalService } from '../support/local-service.ts';
import { aFiling, toBeJudged } from './a-filing.ts';

afterAll(endAll);

const AT_ONCE = 6;

test('killed in the midst of decisions and withdrawals, each is done once under its key', async () => {
  const first = await startLocalService();
  const bodies = await Promise.all(Array.from({ length: 60 }, () => aFiling(first, { facts: toBeJudged })));
  const filed = await Promise.all(
    bodies.map(async (body) => (await first.ask(submitFiling, { as: 'applicant', body })).body.id),
  );
  /* Every third is withdrawn by its applicant, the others are registered by an officer. */
  const settle = (service: typeof first, id: string, at: number) => {
    const headers = { 'idempotency-key': `settle-${at}` };
    const params = { id };
    return at % 3 === 0
      ? service.ask(withdrawFiling, { as: 'applicant', params, body: {}, headers })
      : service.ask(decideFiling, { as: 'registrar-sc', params, body: { action: 'register' }, headers });
  };
  const acknowledged = new Map<number, unknown>();
  let begun = 0;
  const worker = async (): Promise<void> => {
    for (let at = begun++; at < filed.length; at = begun++) {
      try {
        acknowledged.set(at, (await settle(first, filed[at] ?? '', at)).body);
      } catch {
        return;
      }
    }
  };
  const working = Promise.all(Array.from({ length: AT_ONCE }, worker));
  while (acknowledged.size < 12) await pause(1);
  await first.end('SIGKILL');
  await working;
  expect(acknowledged.size).toBeLessThan(filed.length);

  const second = await startLocalService({ dataDir: first.dataDir, port: first.port });
  const again = await Promise.all(filed.map((id, at) => settle(second, id, at)));
  for (const [at, body] of acknowledged) {
    expect(again[at]?.body).toEqual(body);
    expect(again[at]?.headers.get('idempotency-replayed')).toBe('true');
  }
  expect(again.map(({ body }) => [body.state, body.version])).toEqual(
    filed.map((_, at) => [at % 3 === 0 ? 'withdrawn' : 'registered', 2]),
  );
  const codes = again.flatMap(({ body }) => body.registration?.code ?? []);
  expect(new Set(codes).size).toBe(40);
  for (const code of codes)
    expect((await second.ask(getLicence, { params: { code } })).body.licence).not.toBe('');
});
