import { afterAll, beforeAll, expect, test } from 'vitest';
import { getHealth } from '../../lib/contract/health.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';

/** A service whose sources never started, as nobody plays them. */
let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

const CODES = /\b(CQ|SC|reg-\d|credit-\d|court-\d|tongbiao-|[a-z]+-[a-z]+-list)\b/;

test('health says what is degraded, in words that anybody may read, with its build and standards', async () => {
  const { body } = await service.ask(getHealth);
  expect(body).toMatchObject({ status: 'degraded', stage: 'local', engine: 'own' });
  expect(body.parts.map(({ part }) => part)).toEqual(['store', 'sources', 'calendar', 'log-seal']);
  const [store, sources] = body.parts;
  expect(store).toEqual({
    part: 'store',
    status: 'ok',
    says: { zh: '数据可读', en: 'Data can be read' },
  });
  expect(sources).toMatchObject({ status: 'degraded' });
  expect(sources?.says.zh).toContain('失信被执行人名单');
  expect(JSON.stringify(body.parts.map(({ says }) => says))).not.toMatch(CODES);
});
