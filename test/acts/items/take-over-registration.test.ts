import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FiledTakeOver } from '../../../catalog/items/take-over-registration/facts.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { aMaterial, aPerson } from '../../support/a-filing.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const CODE = '91500231MA5U000A5X';
const first = registrar('500231');
const second = registrar('500231', { id: 'registrar-500231-b' });

const anOldCompany = (overrides: Partial<FiledTakeOver> = {}): FiledTakeOver => ({
  code: CODE,
  type: 'limited-company',
  typeName: '有限责任公司',
  name: { whole: '垫江县云岫餐饮有限公司', tradeName: '云岫', industry: 'H62' },
  address: { division: '500231', detail: '桂溪街道文毕路 3 号' },
  registeredCapitalFen: 50_000_000,
  businessScope: ['餐饮服务'],
  establishedOn: plainDate('2018-05-04'),
  status: 'registered',
  heads: [{ kind: 'person', person: 'p1' }],
  members: [
    {
      kind: 'person',
      person: 'p1',
      as: 'shareholder',
      subscribedFen: 50_000_000,
      payBy: plainDate('2038-05-04'),
    },
  ],
  offices: [{ person: 'p1', office: 'director' }],
  stateInvestor: 'none',
  persons: [aPerson()],
  materials: [aMaterial('register-extract')],
  ...overrides,
});

const handIn = (facts: FiledTakeOver, by = first) =>
  service.submit(facts as never, { item: 'take-over-registration', by });
const takeOver = async (facts: FiledTakeOver) =>
  service.decide((await handIn(facts)).id, { outcome: 'register' }, { by: second });

test('it comes in with its code, its day, its name and whoever has a part in it', async () => {
  const told = await takeOver(anOldCompany());
  expect(told).toMatchObject({
    state: 'registered',
    decidedBy: 'reg-500231',
    registration: { code: CODE, version: 1, licence: `/v1/enterprises/${CODE}/licence` },
  });
  const enterprise = await service.enterprisesFor.get(CODE);
  expect(enterprise).toMatchObject({
    name: '垫江县云岫餐饮有限公司',
    status: 'registered',
    statusSince: '2018-05-04',
    establishedOn: '2018-05-04',
    address: '重庆市垫江县桂溪街道文毕路 3 号',
    capitalFen: 50_000_000,
    registeredBy: 'reg-500231',
    members: [{ name: '林晓岚', as: 'shareholder', payBy: '2038-05-04' }],
  });
  const { content } = await service.enterprisesFor.licence(CODE);
  expect(content).toMatchObject({ code: CODE, establishedOn: '2018-05-04', issuedOn: '2026-11-23' });
  expect((await service.nameClaims.get('reg-500231', '云岫')).claims).toMatchObject([
    { name: '垫江县云岫餐饮有限公司', state: 'registered', holder: CODE },
  ]);
  const [head] = enterprise.heads;
  const held = await service.roles.listHeld(head?.subject ?? ('' as never));
  expect(held.map(({ role, code }) => [role, code]).toSorted()).toEqual([
    ['director', CODE],
    ['legal-representative', CODE],
    ['shareholder', CODE],
  ]);
});

test('one whose licence was revoked comes in without one', async () => {
  const told = await takeOver(
    anOldCompany({ status: 'licence-revoked', statusSince: plainDate('2022-02-28') }),
  );
  expect(told.registration?.licence).toBeUndefined();
  expect(await service.enterprisesFor.get(CODE)).toMatchObject({
    status: 'licence-revoked',
    statusSince: '2022-02-28',
    licence: 0,
    licences: 0,
  });
  await expect(service.enterprisesFor.licence(CODE)).rejects.toMatchObject({ code: 'not-found' });
});

test('once alone: what the register holds already goes back', async () => {
  await takeOver(anOldCompany());
  const told = await handIn(anOldCompany());
  expect(told).toMatchObject({ state: 'returned' });
  expect(told.findings.map(({ rule, path }) => [rule, path])).toContainEqual(['take-over.held', '/code']);
});

test('two at once: one enterprise, and the other filing cannot be registered any more', async () => {
  const ids = [(await handIn(anOldCompany())).id, (await handIn(anOldCompany())).id];
  const settled = await Promise.allSettled(
    ids.map((id) => service.decide(id, { outcome: 'register' }, { by: second })),
  );
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await service.enterprisesFor.get(CODE)).version).toBe(1);
});

test('not by an officer of another authority, and not without a place', async () => {
  await expect(handIn(anOldCompany(), registrar('511623'))).rejects.toMatchObject({ code: 'forbidden' });
  const { address: _, ...nowhere } = anOldCompany();
  await expect(handIn(nowhere)).rejects.toMatchObject({ code: 'unknown-place' });
});
