import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { getFiling } from '../../lib/contract/filings.ts';
import { getEnterprise, getLicence } from '../../lib/contract/licences.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService } from '../support/local-service.ts';
import { overTheDays } from './later.ts';
import { about, file, officerOf, registered } from './lives.ts';

afterAll(endAll);

const days = overTheDays();
let service: LocalService;
let code = '';

const enterprise = async () => (await service.ask(getEnterprise, { params: { code } })).body;
const licence = async () => (await service.ask(getLicence, { params: { code } })).body;
const register = async (id: string) =>
  service.send(decideFiling, {
    token: await officerOf(service, 'reg-511623'),
    params: { id },
    body: { action: 'register', reason: '十日内无异议' },
  });

beforeAll(async () => {
  service = await days.on(plainDate('2026-12-01'));
});

/** In this order alone. */
describe('an individual business', { shuffle: false }, () => {
  test('without a name it is registered under its operator, and its licence has none', async () => {
    const told = await registered(service, 'establish-individual-business', {
      change: ({ name: _name, ...facts }) => facts,
    });
    code = told.registration?.code ?? '';
    expect(code).toMatch(/^92511623/);
    const { content } = await licence();
    expect(content).not.toHaveProperty('name');
    expect(content).not.toHaveProperty('capital');
    expect(content).toMatchObject({
      head: { title: 'operator', names: ['林望舒'] },
      place: { title: 'place-of-business' },
    });
  });

  test('its operator changes at once, and its code stays (促进个体工商户发展条例 第十三条)', async () => {
    const told = await registered(service, 'change-operator', { change: about(code) });
    expect(told.registration).toMatchObject({ code });
    expect((await licence()).content).toMatchObject({ number: 2, head: { names: ['何知远'] } });
  });

  test('it ends simply: nobody decides within ten days, then an officer registers it', async () => {
    const bySuccessor = about(code, (facts) => ({
      ...facts,
      persons: [
        {
          ref: 'p1',
          name: '何知远',
          document: { kind: 'citizen-id' as const, number: '511623199111020004' },
        },
      ],
    }));
    const { id, state, due } = await file(service, 'cancel-individual-business-simple', {
      change: bySuccessor,
    });
    expect({ state, due }).toMatchObject({ state: 'in-review', due: { dueOn: '2026-12-16' } });
    service = await days.on(plainDate('2026-12-11'));
    expect(await register(id)).toMatchObject({ status: 422, body: { code: 'outcome-not-admissible' } });
    service = await days.on(plainDate('2026-12-12'));
    expect(await register(id)).toMatchObject({ status: 200, body: { state: 'registered' } });
    expect(await enterprise()).toMatchObject({ status: 'cancelled', statusSince: '2026-12-12' });
    expect((await licence()).current).toBe(false);
    const kept = (await service.ask(getFiling, { as: 'applicant', params: { id } })).body;
    expect(kept.ruling).toMatchObject({ outcome: 'register', on: '2026-12-12' });
  });
});

test('a department objects within the ten days, and it is not registered', async () => {
  service = await days.on(plainDate('2027-01-04'));
  const told = await registered(service, 'establish-individual-business');
  code = told.registration?.code ?? '';
  const filed = await file(service, 'cancel-individual-business-simple', { change: about(code) });
  service = await days.on(plainDate('2027-01-08'));
  await registered(service, 'record-department-objection', {
    token: await officerOf(service, 'reg-511623'),
    change: about(code, (facts) => ({ ...facts, objectedOn: '2027-01-07' })),
  });
  service = await days.on(plainDate('2027-01-15'));
  expect(await register(filed.id)).toMatchObject({ status: 422, body: { code: 'outcome-not-admissible' } });
  expect(await enterprise()).toMatchObject({ status: 'registered' });
});

test('an applicant cannot record what a department says', async () => {
  const change = about(code);
  await expect(file(service, 'record-department-objection', { change })).rejects.toThrow('forbidden');
});
