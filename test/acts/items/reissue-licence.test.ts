import { afterEach, beforeEach, expect, test } from 'vitest';
import { aRegisteredCompany, aStep } from '../../support/registered-company.ts';
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

const step = (code: string) => aStep(code, ['application-form'], ['p1']);
const reissue = async (code: string, more: object = { reason: 'lost' }) =>
  service.submit(await service.proven({ ...step(code), ...more } as never), { item: 'reissue-licence' });
const declareVoid = async (code: string) =>
  service.submit(
    await service.proven({ ...step(code), notice: { kind: 'licence-lost', copies: 'both' } } as never),
    { item: 'publish-notice' },
  );

test('lost: first declared void, then issued anew; the old number is no longer current', async () => {
  const code = await aRegisteredCompany(service);
  const old = await service.enterprisesFor.licence(code);
  expect(await reissue(code)).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'licence.not-declared-void', path: '/reason' }],
  });
  expect(await declareVoid(code)).toMatchObject({ state: 'registered' });
  const told = await reissue(code);
  expect(told).toMatchObject({
    state: 'registered',
    findings: [],
    registration: { code, licence: `/v1/enterprises/${code}/licence` },
  });
  expect(await service.enterprisesFor.verify(old.token)).toMatchObject({
    valid: true,
    current: false,
    content: { number: 1 },
  });
  const { content, current, token } = await service.enterprisesFor.licence(code);
  expect(current).toBe(true);
  expect(content).toMatchObject({ ...old.content, number: 2, issuedOn: '2026-11-23' });
  expect(await service.enterprisesFor.verify(token)).toMatchObject({ valid: true, current: true });
});

test('one declaration serves one licence', async () => {
  const code = await aRegisteredCompany(service);
  await declareVoid(code);
  await reissue(code);
  expect(await reissue(code)).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'licence.not-declared-void' }],
  });
});

test('damaged: handed back, without a declaration', async () => {
  const code = await aRegisteredCompany(service);
  expect(await reissue(code, { reason: 'damaged', returned: false })).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'licence.not-returned' }],
  });
  expect(await reissue(code, { reason: 'damaged', returned: true })).toMatchObject({
    state: 'registered',
    registration: { code, version: 2 },
  });
});

test('who is seen in person is confirmed by an officer of the deciding authority', async () => {
  const code = await aRegisteredCompany(service);
  const filed = step(code);
  const facts = {
    ...filed,
    reason: 'damaged',
    returned: true,
    persons: filed.persons.map((person) => ({ ...person, proof: { kind: 'in-person' } })),
  };
  const told = await service.submit(facts as never, { item: 'reissue-licence', by: registrar('500231') });
  expect(told).toMatchObject({ state: 'in-review', findings: [{ rule: 'identity.in-person' }] });
  expect(await service.decide(told.id, { outcome: 'register' })).toMatchObject({
    state: 'registered',
    registration: { code, version: 2 },
  });
});
