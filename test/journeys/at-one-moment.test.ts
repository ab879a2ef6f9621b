import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { checkFiling, getFiling, listFilings, submitFiling } from '../../lib/contract/filings.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, freshPerson, freshTradeName, toBeJudged } from './a-filing.ts';
import { lookUpOf, recordOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const times = <T>(count: number, work: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

const keyed = (key: string) => ({ headers: { 'idempotency-key': key } });

/** Somebody who has filed nothing yet. */
const newApplicant = () => service.forge.accessToken({ claims: { sub: crypto.randomUUID() } });

describe('eight identical submissions at one moment', () => {
  test('without a key make one registration and seven returned for the name', async () => {
    const body = await aFiling(service);
    const token = await newApplicant();
    const filed = await times(8, () => service.ask(submitFiling, { token, body }));
    const states = filed.map((told) => told.body.state).sort();
    expect(states).toEqual([...Array(1).fill('registered'), ...Array(7).fill('returned')].sort());
    const codes = filed.flatMap((told) => told.body.registration?.code ?? []);
    expect(codes).toHaveLength(1);
    for (const { body: told } of filed.filter((one) => one.body.state === 'returned'))
      expect(told.findings.map(({ rule }) => rule)).toEqual(['names.taken']);
    expect((await service.ask(listFilings, { token })).body.filings).toHaveLength(8);
  });

  test('with one key make one filing, told eight times', async () => {
    const body = await aFiling(service);
    const token = await newApplicant();
    const filed = await times(8, () => service.ask(submitFiling, { token, body, ...keyed('eight-at-once') }));
    expect(new Set(filed.map((told) => JSON.stringify(told.body))).size).toBe(1);
    const replayed = filed.filter(({ headers }) => headers.get('idempotency-replayed') === 'true');
    expect(replayed).toHaveLength(7);
    expect(filed[0]?.body.state).toBe('registered');
    expect((await service.ask(listFilings, { token })).body.filings).toHaveLength(1);
  });
});

test('seven companies of one trade name (字号) in seven industries all get their answer', async () => {
  const tradeName = freshTradeName();
  const industries = [...'甲乙丙丁戊己庚'].map((word, at) => ({
    word: `数智${word}`,
    class: ['I65', 'M75', 'F51', 'L72', 'M74', 'O80', 'R88'][at] ?? '',
  }));
  const bodies = await Promise.all(
    industries.map((industry) =>
      aFiling(service, {
        tradeName,
        facts: (facts) => ({
          ...facts,
          name: { ...facts.name, industry },
        }),
      }),
    ),
  );
  const filed = await Promise.all(bodies.map((body) => service.ask(submitFiling, { as: 'applicant', body })));
  expect(filed.map(({ body }) => body.state)).toEqual(industries.map(() => 'in-review'));
});

test('forty companies at once get forty codes', async () => {
  const bodies = await times(40, () => aFiling(service));
  const filed = await Promise.all(bodies.map((body) => service.ask(submitFiling, { as: 'applicant', body })));
  expect(filed.map(({ body }) => body.state)).toEqual(bodies.map(() => 'registered'));
  expect(new Set(filed.map(({ body }) => body.registration?.code)).size).toBe(40);
});

describe('a key', () => {
  test('gives the first answer again, and says so', async () => {
    const body = await aFiling(service);
    const first = await service.ask(submitFiling, { as: 'applicant', body, ...keyed('again-1') });
    const again = await service.ask(submitFiling, { as: 'applicant', body, ...keyed('again-1') });
    expect(first.headers.has('idempotency-replayed')).toBe(false);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect([again.status, again.body]).toEqual([first.status, first.body]);
  });

  test('refuses another body, and files nothing of it', async () => {
    const [one, other] = [await aFiling(service), await aFiling(service)];
    await service.ask(submitFiling, { as: 'applicant', body: one, ...keyed('other-body') });
    const refused = await service.refused(submitFiling, {
      as: 'applicant',
      body: other,
      ...keyed('other-body'),
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } });
    expect((await service.ask(checkFiling, { as: 'applicant', body: other })).body.findings).toEqual([]);
  });

  test('belongs to its caller', async () => {
    const [mine, theirs] = [await aFiling(service), await aFiling(service)];
    const [one, other] = [await newApplicant(), await newApplicant()];
    const first = await service.ask(submitFiling, { token: one, body: mine, ...keyed('shared-key') });
    const second = await service.ask(submitFiling, { token: other, body: theirs, ...keyed('shared-key') });
    expect(second.body.id).not.toBe(first.body.id);
    expect(second.headers.has('idempotency-replayed')).toBe(false);
  });

  test('of one route is not taken for another', async () => {
    const { id } = (
      await service.ask(submitFiling, {
        as: 'registrar-sc',
        body: await aFiling(service, { facts: toBeJudged }),
        ...keyed('two-routes'),
      })
    ).body;
    const refused = await service.refused(decideFiling, {
      as: 'registrar-sc',
      params: { id },
      body: { action: 'register' },
      ...keyed('two-routes'),
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'idempotency-conflict' } });
    expect((await service.ask(getFiling, { as: 'registrar-sc', params: { id } })).body.state).toBe(
      'in-review',
    );
  });

  test('of a request that was refused is free for the mended one', async () => {
    const body = await aFiling(service);
    const broken = { ...body, facts: { ...body.facts, surplus: true } };
    await service.refused(submitFiling, { as: 'applicant', body: broken, ...keyed('mended') });
    const mended = await service.ask(submitFiling, { as: 'applicant', body, ...keyed('mended') });
    expect(mended.body.state).toBe('registered');
  });

  test.each(['', 'with space', 'a'.repeat(129)])('that is none is told: %j', async (key) => {
    const asked = { as: 'applicant', body: await aFiling(service), ...keyed(key) };
    const refused = await service.refused(submitFiling, asked);
    expect(refused.body.defects).toMatchObject([{ path: 'header:idempotency-key', code: 'invalid-format' }]);
  });
});

test('one record published eight times at once is held once', async () => {
  const person = freshPerson();
  const body = recordOf(person);
  const published = await times(8, () => service.ask(publishRecord, { as: 'publisher-cq', body }));
  expect(published.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  expect(new Set(published.map((told) => told.body.id)).size).toBe(1);
  const { results } = await lookUpOf(service, [person]);
  expect(results[0]?.disclosed?.entries).toHaveLength(1);
});

test('of a registration and a return at one moment one holds, the other hears that it came late', async () => {
  const body = await aFiling(service, { facts: toBeJudged });
  const { id } = (await service.ask(submitFiling, { as: 'applicant', body })).body;
  const actions = [{ action: 'register' }, { action: 'return', reason: '行业表述不规范' }];
  const told = await Promise.all(
    [...actions, ...actions].map((action) =>
      service.send(decideFiling, { as: 'registrar-sc', params: { id }, body: action }),
    ),
  );
  expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(told.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
  expect((await service.ask(getFiling, { as: 'applicant', params: { id } })).body.version).toBe(2);
});
