import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { moment } from '../../support/credit-service.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';
import { aMove, DIANJIANG, establish, LINSHUI } from './a-move.ts';
import { anOrder, rename } from './a-name-order.ts';
import { anInquiry, aRevocation, aStep, byOffice, first, second } from './an-inquiry.ts';

const item = 'order-name-change';
const LATER = moment('2026-12-01T02:00:00.000Z');
let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  ({ code } = await establish(service, LINSHUI));
  await service.allComplete('2026-12-01T01:00:00.000Z', LATER);
});
afterEach(() => service.stop());

const claims = async (tradeName: string, authority = 'reg-511623') =>
  (await service.nameClaims.get(authority, tradeName)).claims.map(({ state, name }) => [state, name]);
const licence = async () => (await service.enterprisesFor.licence(code)).content;

test('handed in by one officer of the authority and decided by another', async () => {
  for (const by of [registrar('500231'), undefined])
    await expect(
      service.submit(anOrder(code) as never, { item, at: LATER, ...(by && { by }) }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  const told = await service.submit(anOrder(code) as never, { item, by: first, at: LATER });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  await expect(
    service.decide(told.id, { outcome: 'register' }, { by: first, at: LATER }),
  ).rejects.toMatchObject({ code: 'concerns-officer' });
  expect((await licence()).name).toBe('邻水县禾岚科技有限公司');
  expect(await service.decide(told.id, { outcome: 'register' }, { by: second, at: LATER })).toMatchObject({
    state: 'registered',
    registration: { code, version: 2, licence: `/v1/enterprises/${code}/licence` },
  });
});

test('the code takes the place of the name, on a licence of its own; the name stays claimed', async () => {
  const old = await service.enterprisesFor.licence(code);
  const { id } = await byOffice(service, item, anOrder(code), LATER);
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    name: '邻水县禾岚科技有限公司',
    status: 'registered',
    nameOrders: [
      {
        filing: id,
        ground: 'court',
        name: '邻水县禾岚科技有限公司',
        tradeName: '禾岚',
        receivedOn: '2026-11-25',
        changeBy: '2026-12-25',
      },
    ],
  });
  expect(await licence()).toMatchObject({ name: code, code, number: 2, issuedOn: '2026-12-01' });
  expect(await service.enterprisesFor.verify(old.token)).toMatchObject({ valid: true, current: false });
  expect(await claims('禾岚')).toEqual([['registered', '邻水县禾岚科技有限公司']]);
});

test('everything else may be filed, and shows the code; the days to change are told', async () => {
  await byOffice(service, item, anOrder(code), LATER);
  const told = await rename(service, code, '', LATER, {
    name: undefined,
    businessScope: [{ text: '软件开发' }],
  });
  expect(told).toMatchObject({
    state: 'registered',
    name: code,
    findings: [{ rule: 'names.to-be-changed', values: { changeBy: '2026-12-25' } }],
  });
  expect(await licence()).toMatchObject({ name: code, number: 3, businessScope: ['软件开发'] });
});

test('another name ends it: it is shown, the old one is given up and not taken again', async () => {
  await byOffice(service, item, anOrder(code), LATER);
  expect((await rename(service, code, '禾岚', LATER)).findings.map(({ rule }) => rule)).toEqual([
    'change.same',
    'names.stopped',
  ]);
  const told = await rename(service, code, '云岫', LATER);
  expect(told).toMatchObject({ state: 'registered', findings: [], name: '邻水县云岫科技有限公司' });
  expect(await licence()).toMatchObject({ name: '邻水县云岫科技有限公司', number: 3 });
  expect(await claims('禾岚')).toEqual([['given-up', '邻水县禾岚科技有限公司']]);
  expect(await rename(service, code, '禾岚', LATER)).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'names.stopped', path: '/changes/name' }],
  });
});

test('its trade name in another name goes to an officer', async () => {
  await byOffice(service, item, anOrder(code), LATER);
  const told = await rename(service, code, '禾岚', LATER, {
    name: {
      division: '邻水县',
      tradeName: '禾岚',
      industry: { word: '软件', class: 'I65' },
      form: '有限公司',
    },
  });
  expect(told).toMatchObject({
    state: 'in-review',
    findings: [{ rule: 'names.stopped-trade-name' }],
    admissible: ['register', 'return', 'refuse'],
  });
  await service.decide(told.id, { outcome: 'register' }, { by: second, at: LATER });
  expect((await licence()).name).toBe('邻水县禾岚软件有限公司');
});

test('a move under another name ends it too', async () => {
  await byOffice(service, item, anOrder(code), LATER);
  const facts = aMove(code, DIANJIANG);
  const move = async (tradeName: string) =>
    service.submit(
      await service.proven(
        { ...facts, name: { ...facts.name, parts: { ...facts.name.parts, tradeName } } } as never,
        LATER,
      ),
      { item: 'migrate-enterprise', at: LATER },
    );
  expect((await move('禾岚')).findings.map(({ rule }) => rule)).toContain('names.stopped-trade-name');
  expect(await move('云岫')).toMatchObject({ state: 'registered' });
  expect(await licence()).toMatchObject({ name: '垫江县云岫科技有限公司', registeredBy: 'reg-500231' });
});

test('where that change of name is revoked as false, the order stands again', async () => {
  await byOffice(service, item, anOrder(code), LATER);
  const changed = { name: '邻水县云岫科技有限公司', tradeName: '云岫' };
  const concerns = await aStep(service, code, changed, 'change-registration', LATER);
  expect((await service.enterprisesFor.get(code)).name).toBe('邻水县云岫科技有限公司');
  const inquiry = await anInquiry(service, code, concerns, LATER);
  await byOffice(service, 'revoke-registration', aRevocation(code, inquiry, concerns), LATER);
  expect(await service.enterprisesFor.get(code)).toMatchObject({ name: '邻水县禾岚科技有限公司' });
  expect((await licence()).name).toBe(code);
});

test('who holds no licence any more gets none by it', async () => {
  await aStep(service, code, { status: 'licence-revoked', licence: 0 }, 'revoke-licence');
  const told = await byOffice(service, item, anOrder(code), LATER);
  expect(told.registration).toEqual({ code, version: 3, enterprise: `/v1/enterprises/${code}` });
  expect(await service.enterprisesFor.licence(code)).toMatchObject({ current: false });
});

test.each([
  ['of another name', { name: '邻水县禾岚贸易有限公司' }, 'name-order.other-name'],
  ['received on a day to come', { receivedOn: plainDate('2026-12-02') }, 'name-order.received'],
  [
    'not in effect yet',
    { ground: { kind: 'court', effectiveOn: plainDate('2026-12-02') } },
    'name-order.not-effective',
  ],
] as const)('%s it is returned', async (_, overrides, rule) => {
  const told = await service.submit(anOrder(code, overrides) as never, { item, by: first, at: LATER });
  expect(told).toMatchObject({ state: 'returned' });
  expect(told.findings.map((finding) => finding.rule)).toContain(rule);
});

test('two orders at once: the second finds that it stands', async () => {
  const facts = anOrder(code) as never;
  const ids = await Promise.all([1, 2].map(() => service.submit(facts, { item, by: first, at: LATER })));
  const settled = await Promise.allSettled(
    ids.map(({ id }) => service.decide(id, { outcome: 'register' }, { by: second, at: LATER })),
  );
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await service.enterprisesFor.get(code)).nameOrders).toHaveLength(1);
});
