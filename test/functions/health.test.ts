import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { expect, test } from 'vitest';
import { createHandler } from '../../functions/standards/handlers.ts';
import { createReadHealth } from '../../lib/acts/read-health.ts';
import type { Signers } from '../../lib/crypto/create-signers.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { createHealthStore } from '../../lib/store/health-store.ts';
import { logOf } from '../edge/an-event.ts';
import { startTables } from '../support/engine.ts';

const asking = (language: string) =>
  ({
    routeKey: 'GET /v1/health',
    headers: { 'accept-language': language, 'x-amzn-trace-id': 'Root=1-5759e988-bd862e3fe1be46a994272793' },
    isBase64Encoded: false,
    requestContext: { requestId: 'r1' },
  }) as unknown as APIGatewayProxyEventV2;

test('an engine that is gone is told with 200: what is known, in both languages, and nothing of the inside', async () => {
  const tables = await startTables();
  await tables.stop();
  const handler = createHandler({
    stage: 'test',
    build: '1.2.3',
    engine: 'own',
    standards: 'abc',
    signers: {} as Signers,
    readHealth: createReadHealth({
      store: createHealthStore(tables.client, tables.names),
      onFault: logFailedRead,
    }),
  });
  let answer = { statusCode: 0, body: '' };
  const log = await logOf(async () => {
    answer = await handler(asking('en'), {} as Context);
  });
  expect(answer.statusCode).toBe(200);
  const body = JSON.parse(answer.body);
  expect(body).toMatchObject({ status: 'degraded', stage: 'test', build: '1.2.3', standards: 'abc' });
  const [store, sources, calendar, seal] = body.parts;
  expect(store).toMatchObject({
    part: 'store',
    status: 'degraded',
    since: expect.stringMatching(/Z$/),
    says: { zh: expect.stringContaining('数据暂不可读'), en: expect.stringContaining('come back later') },
  });
  expect([sources.status, seal.status]).toEqual(['unknown', 'unknown']);
  expect(['ok', 'degraded']).toContain(calendar.status);
  expect(answer.body).not.toMatch(/127\.0\.0\.1|ECONN|Error|test-/);
  expect(JSON.parse(log.split('\n')[0] ?? '')).toMatchObject({
    read: 'failed',
    route: 'GET /v1/health',
    requestId: 'r1',
    traceId: '1-5759e988-bd862e3fe1be46a994272793',
  });
});
