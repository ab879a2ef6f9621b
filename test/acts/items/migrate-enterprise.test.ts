import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { presentEnterprise } from '../../../lib/edge/present-enterprise.ts';
import { aPerson } from '../../support/a-filing.ts';
import { moment } from '../../support/credit-service.ts';
import {
  kindsOf,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';
import { aMove, DIANJIANG, establish, LINSHUI, move } from './a-move.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

describe('a move under a name of the new place is registered on the spot, by the authority that receives', () => {
  test.each([
    [LINSHUI, DIANJIANG, 'reg-511623', 'reg-500231', '重庆市垫江县桂溪街道文毕路 3 号'],
    [DIANJIANG, LINSHUI, 'reg-500231', 'reg-511623', '四川省广安市邻水县桂溪街道文毕路 3 号'],
  ])('from $division', async (from, to, left, receives, address) => {
    const { code } = await establish(service, from);
    const told = await move(service, aMove(code, to));
    expect(told).toMatchObject({
      state: 'registered',
      decidedBy: receives,
      division: to.division,
      enterprise: code,
      name: `${to.word}禾岚科技有限公司`,
      registration: { code, version: 2 },
    });
    const enterprise = await service.enterprisesFor.get(code);
    expect(enterprise).toMatchObject({
      code,
      name: `${to.word}禾岚科技有限公司`,
      address,
      division: to.division,
      registeredBy: receives,
      establishedOn: '2026-11-23',
      licence: 2,
      version: 2,
    });
    expect(presentEnterprise(enterprise, 'x', plainDate('2026-11-23')).handover).toEqual({
      from: left,
      to: receives,
      dueOn: '2027-02-23',
    });
    const { content, current } = await service.enterprisesFor.licence(code);
    expect({ ...content, current }).toMatchObject({ code, number: 2, registeredBy: receives, current: true });
    const claimsAt = async (authority: string) =>
      (await service.nameClaims.get(authority, '禾岚')).claims.map(({ name, state, holder }) => [
        name,
        state,
        holder,
      ]);
    expect(await claimsAt(left)).toEqual([[`${from.word}禾岚科技有限公司`, 'given-up', code]]);
    expect(await claimsAt(receives)).toEqual([[`${to.word}禾岚科技有限公司`, 'registered', code]]);
  });
});

test('there and back again: the code stays, and the file on its way goes no further', async () => {
  const { code } = await establish(service, LINSHUI);
  await move(service, aMove(code, DIANJIANG));
  const back = await move(service, aMove(code, LINSHUI));
  expect(back).toMatchObject({ state: 'in-review', decidedBy: 'reg-511623' });
  expect(back.findings.map(({ rule }) => rule)).toEqual(['migration.file-on-its-way']);
  await service.decide(back.id, { outcome: 'register' }, { by: registrar('511623') });
  const enterprise = await service.enterprisesFor.get(code);
  expect(enterprise).toMatchObject({ code, registeredBy: 'reg-511623', licence: 3, version: 3 });
  expect(enterprise.handover).toBeUndefined();
  expect((await service.read.listQueue(registrar('511623'), 'reg-511623')).entries).toEqual([]);
});

test('a name that shows no division of the old place is kept, and released where it was', async () => {
  const { code } = await establish(service, { ...LINSHUI, word: '邻水县' });
  const parts = {
    division: '四川',
    tradeName: '禾岚',
    industry: { word: '科技', class: 'M75' },
    form: '有限公司',
  };
  const { enterprises, writeAll } = service;
  const before = await service.enterprisesFor.get(code);
  await writeAll(
    enterprises.replace({ ...before, name: '四川禾岚科技有限公司', version: before.version + 1 }, before),
  );
  const kept = aMove(code, { division: '511602', word: '广安区' }, { name: { kept: true, parts } });
  const told = await move(service, kept);
  expect(told).toMatchObject({ state: 'registered', name: '四川禾岚科技有限公司', decidedBy: 'reg-511602' });
  expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toEqual([]);
  expect((await service.nameClaims.get('reg-511602', '禾岚')).claims).toMatchObject([
    { name: '四川禾岚科技有限公司', state: 'registered', holder: code },
  ]);
});

test('a name kept with the old place in it goes back', async () => {
  const { code } = await establish(service, LINSHUI);
  const parts = { ...aMove(code, LINSHUI).name.parts };
  const told = await move(service, aMove(code, DIANJIANG, { name: { kept: true, parts } }));
  expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
  expect(told.findings.map(({ rule, path }) => [rule, path])).toEqual([
    ['names.division-elsewhere', '/name/parts/division'],
  ]);
});

test('the name is taken at the new authority: it goes back, and nothing is written', async () => {
  const { code } = await establish(service, LINSHUI);
  await establish(service, DIANJIANG);
  const told = await move(service, aMove(code, DIANJIANG));
  expect(told.state).toBe('returned');
  expect(told.findings.map(({ rule }) => rule)).toEqual(['names.taken']);
  expect(await service.enterprisesFor.get(code)).toMatchObject({ registeredBy: 'reg-511623', version: 1 });
});

test('an order of a court: an officer of the receiving authority refuses, and registers only outside the standard', async () => {
  const { code } = await establish(service, LINSHUI);
  const told = await move(service, aMove(code, DIANJIANG, { obstacles: ['court-order'] }));
  expect(told).toMatchObject({
    state: 'in-review',
    decidedBy: 'reg-500231',
    admissible: ['return', 'refuse'],
  });
  await expect(
    service.decide(told.id, { outcome: 'register' }, { by: registrar('500231') }),
  ).rejects.toMatchObject({ code: 'outcome-not-admissible' });
  await expect(
    service.decide(told.id, { outcome: 'register' }, { by: registrar('511623') }),
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('signed by somebody who does not stand for it: it goes back', async () => {
  const { code } = await establish(service, LINSHUI);
  const told = await move(
    service,
    aMove(code, DIANJIANG, {
      persons: [aPerson({ document: { kind: 'citizen-id', number: '511623199003070004' } })],
    }),
  );
  expect(told.findings.map(({ rule }) => rule)).toEqual(['applicant.signer']);
});

describe('the authority it leaves', () => {
  const confirm = (
    enterprise: string,
    division: string,
    handedOverOn: string,
    at = '2026-12-01T02:00:00.000Z',
  ) =>
    service.submit(
      {
        enterprise,
        handedOverOn,
        persons: [],
        materials: [{ kind: 'file-list', title: '移交清单', sha256: 'a'.repeat(64) }],
      } as never,
      { item: 'confirm-file-handover', by: registrar(division), at: moment(at) },
    );

  test('finds the move in its queue until the file is handed over, and decides nothing', async () => {
    const { code } = await establish(service, LINSHUI);
    const { id } = await move(service, aMove(code, DIANJIANG));
    const left = registrar('511623');
    const queue = async () =>
      (await service.read.listQueue(left, 'reg-511623')).entries.map(({ id, state }) => [id, state]);
    expect(await queue()).toEqual([[id, 'registered']]);
    expect(await service.read.get(left, id)).toMatchObject({ id, item: 'migrate-enterprise' });
    await expect(service.read.get(registrar('511602'), id)).rejects.toMatchObject({ code: 'not-found' });
    await expect(service.decide(id, { outcome: 'return' }, { by: left })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const told = await confirm(code, '511623', '2026-11-30');
    expect(told).toMatchObject({
      state: 'registered',
      decidedBy: 'reg-500231',
      registration: { version: 3 },
    });
    expect((await service.enterprisesFor.get(code)).handover).toMatchObject({ doneOn: '2026-11-30' });
    expect(await queue()).toEqual([]);
    expect(await service.read.get(left, id)).toMatchObject({ version: 1, state: 'registered' });
  });

  test('either authority confirms, and nobody else', async () => {
    const { code } = await establish(service, LINSHUI);
    await move(service, aMove(code, DIANJIANG));
    await expect(confirm(code, '511602', '2026-11-30')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await confirm(code, '500231', '2026-11-30')).toMatchObject({ state: 'registered' });
    expect(await confirm(code, '500231', '2026-11-30')).toMatchObject({ state: 'returned' });
    await expect(confirm(code, '511623', '2026-11-30')).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('two officers at once: it is confirmed once', async () => {
    const { code } = await establish(service, LINSHUI);
    await move(service, aMove(code, DIANJIANG));
    const told = await Promise.all([
      confirm(code, '511623', '2026-11-30'),
      confirm(code, '500231', '2026-11-29'),
    ]).catch((error: { code?: string }) => error.code);
    if (Array.isArray(told))
      expect(told.map(({ state }) => state).toSorted()).toEqual(['registered', 'returned']);
    else expect(told).toBe('forbidden');
    expect((await service.enterprisesFor.get(code)).version).toBe(3);
  });
});

test('two moves at once to two authorities: both filings hold, and one enterprise moved twice in order', async () => {
  const { code } = await establish(service, LINSHUI);
  const [one, other] = await Promise.all([
    move(service, aMove(code, DIANJIANG)),
    move(service, aMove(code, { division: '511602', word: '广安市广安区' })),
  ]);
  const states = [one.state, other.state].toSorted();
  expect(states).toEqual(['in-review', 'registered']);
  expect((await service.enterprisesFor.get(code)).version).toBe(2);
});

test('all of it is one transaction', async () => {
  const { code } = await establish(service, LINSHUI);
  const before = kindsOf(await service.kept());
  await move(service, aMove(code, DIANJIANG));
  const after = kindsOf(await service.kept());
  expect(before['ENTERPRISE/VERSION']).toBeUndefined();
  expect(after).toMatchObject({
    'CODE/CLAIM': 1,
    'ENTERPRISE/ENTERPRISE': 1,
    'ENTERPRISE/LICENCE': 2,
    'ENTERPRISE/VERSION': 1,
    'FILING/FILING': 2,
    'NAME/CLAIMS': 2,
    'STATUS/ENTRY': 1,
    'STATUS/PLACE': 2,
  });
});
