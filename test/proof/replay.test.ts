import { afterAll, beforeAll, expect, test } from 'vitest';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { file, registered } from '../journeys/lives.ts';
import { run } from '../local/running-service.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

test('x', async () => {
  await registered(service, 'establish-company');
  await file(service, 'establish-company');
  await registered(service, 'establish-partnership');
  const live = await run('replay.ts', ['--data', service.dataDir], {});
  console.log(live);
  await service.end('SIGTERM');
  const { basename } = await import('node:path');
  const t = performance.now();
  const dead = await run('replay.ts', ['--data', service.dataDir, '--prefix', basename(service.dataDir)], {});
  console.log(dead, performance.now() - t);
  expect(live.code).toBe(0);
});
