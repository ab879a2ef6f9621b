import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getFiling, submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise } from '../../lib/contract/licences.ts';
import { routes } from '../../lib/contract/routes.ts';
import { readProblem } from '../support/client.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling } from './a-filing.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

/** An address as it stands, which `fetch` would tidy up. */
async function ask(method: string, target: string) {
  const socket = connect(service.port, '127.0.0.1');
  socket.write(`${method} ${target} HTTP/1.1\r\nhost: local\r\nconnection: close\r\n\r\n`);
  let text = '';
  socket.setEncoding('utf8').on('data', (part) => {
    text += part;
  });
  await once(socket, 'close');
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = new Headers(
    lines.map((one) => [one.slice(0, one.indexOf(':')), one.slice(one.indexOf(':') + 2)]),
  );
  return { status: Number(line.split(' ')[1]), headers, text: body };
}

const problemOf = async (method: string, target: string) => {
  const { status, headers, text } = await ask(method, target);
  return readProblem(status, headers, JSON.parse(text));
};

describe('an address that is none', () => {
  test.each([
    '/v1',
    '/v1/',
    '/v1/unheard-of',
    '/v2/health',
    '/health',
    '/V1/health',
    '/v1/health/',
    '/v1//health',
    '/v1/filings//receipt',
    '/v1/queues/',
    '/v1/enterprises/',
    '/v1/standards/items/a/b',
    '/v1/%68ealth',
    '/v1/health%2f',
    '/v1/__proto__',
    '/v1/../v1/health',
    '/v1/health;a=1',
  ])('GET %s', async (target) => {
    expect(await problemOf('GET', target)).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test.each([
    '/v1/enterprises/%',
    '/v1/enterprises/%zz',
    '/v1/enterprises/%ff',
    '/v1/%c3%28',
    '/v1/standards/items?on=%',
  ])('GET %s is not even encoded', async (target) => {
    expect(await problemOf('GET', target)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });

  test.each(['*', 'http://elsewhere/v1/health', 'v1/health'])('GET %s', async (target) => {
    const { status } = await ask('GET', target);
    expect([400, 404]).toContain(status);
  });

  test('an address of 100 kB is too long', async () => {
    const { status, headers } = await ask('GET', `/v1/enterprises/${'a'.repeat(100_000)}`);
    expect([status, headers.get('content-type')]).toEqual([431, 'application/problem+json; charset=utf-8']);
  });
});

describe('a method that an address does not take', () => {
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  const byPath = [...Map.groupBy(routes, ({ path }) => path)].map(
    ([path, those]) => [path, those.map((route) => route.method as string)] as const,
  );

  test.each(byPath)('%s', async (path, taken) => {
    const target = `/v1${path.replaceAll(/\{\w+\}/g, 'x')}`;
    const allow = taken.flatMap((one) => (one === 'GET' ? ['GET', 'HEAD'] : [one])).sort();
    for (const method of methods.filter((one) => !allow.includes(one))) {
      const refused = await problemOf(method, target);
      expect(refused).toMatchObject({
        status: 405,
        body: { code: 'method-not-allowed', values: { allow: allow.join(', ') } },
      });
      expect(refused.headers.get('allow')).toBe(allow.join(', '));
    }
    const options = await ask('OPTIONS', target);
    expect([options.status, options.headers.get('allow'), options.text]).toEqual([204, allow.join(', '), '']);
  });
});

describe('HEAD', () => {
  test.each(['/v1/health', '/v1/standards/items', '/v1/enterprises/91500231MA5U000A5X', '/v1/filings'])(
    '%s answers as GET does, without the body',
    async (target) => {
      const [head, get] = [await ask('HEAD', target), await ask('GET', target)];
      expect(head.text).toBe('');
      expect(head.status).toBe(get.status);
      for (const name of ['content-type', 'content-length', 'cache-control'])
        expect(head.headers.get(name)).toBe(get.headers.get(name));
    },
  );
});

test('a parameter given twice, or by another name, is told', async () => {
  for (const target of [
    '/v1/standards/items?on=2026-01-01&on=2026-01-02',
    '/v1/standards/items?On=2026-01-01',
    '/v1/health?on=2026-01-01',
  ])
    expect(await problemOf('GET', target)).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
});

describe('codes in a path', () => {
  test.each(['91500231', '垫江', '%00', '../../health', "' OR 1=1", 'a'.repeat(4_000)])(
    '%j is no code',
    async (code) => {
      const told = await service.refused(getEnterprise, { params: { code } });
      expect(told).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      expect(told.body.defects?.at(-1)).toMatchObject({ path: 'path:/code', code: 'malformed-code' });
    },
  );

  test('one that fails its check is nobody’s', async () => {
    const told = await service.refused(getEnterprise, { params: { code: '91500231MA5U000A57' } });
    expect(told).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('lower case and full width name the same enterprise', async () => {
    const filed = await service.ask(submitFiling, { as: 'applicant', body: await aFiling(service) });
    const code = filed.body.registration?.code ?? '';
    const fullWidth = [...code]
      .map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
      .join('');
    for (const given of [code.toLowerCase(), fullWidth])
      expect((await service.ask(getEnterprise, { params: { code: given } })).body.code).toBe(code);
  });

  test.each([
    '1',
    'not-an-id',
    '00000000-0000-4000-8000-00000000000',
    '00000000-0000-4000-8000-00000000000G',
  ])('%s is no filing', async (id) => {
    const told = await service.refused(getFiling, { as: 'applicant', params: { id } });
    expect(told).toMatchObject({ status: 400, body: { defects: [{ path: 'path:/id' }] } });
  });
});
