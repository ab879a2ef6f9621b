import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Moment } from '../../../lib/domain/time/instant.ts';
import { moment, NOW } from '../../support/credit-service.ts';
import { aRegisteredCompany, aStep, inPerson } from '../../support/registered-company.ts';
import {
  applicant,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';
import { aSimpleCancellation, aSimpleNotice } from '../../support/simple-cancellation.ts';

let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
  await service.submit(await service.proven(aSimpleNotice(code)), { item: 'publish-notice' });
});
afterEach(() => service.stop());

const objection = (overrides: object = {}) => ({
  ...aStep(code, [], ['p3']),
  notice: 'simple-cancellation',
  objector: { kind: 'person' },
  interest: 'creditor',
  reason: '货款尚未支付',
  claimFen: 1_250_000,
  ...overrides,
});
const object = async (overrides: object = {}, at: Moment = NOW) =>
  service.submit(await service.proven(objection(overrides), at), { item: 'object-to-notice', at });
const counted = async () =>
  (await service.enterprisesFor.get(code)).notices.map(({ objections }) => objections);

test('anybody with a claim may object, to the last day, and each objection counts once', async () => {
  expect(await object()).toMatchObject({ state: 'registered', findings: [] });
  expect(await object({}, moment('2026-12-13T15:59:59.000Z'))).toMatchObject({ state: 'registered' });
  expect(await counted()).toEqual([2]);
});

test('the day after its last there is nothing to object to', async () => {
  const told = await object({}, moment('2026-12-13T16:00:00.000Z'));
  expect(told).toMatchObject({ state: 'returned' });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['objection.no-notice']);
  expect(await counted()).toEqual([0]);
});

test('nothing of who objects or why stands in the register', async () => {
  await object();
  const kept = (await service.itemsOf('filings')).filter(({ pk }) => String(pk) === `ENTERPRISE#${code}`);
  expect(JSON.stringify(await service.enterprisesFor.get(code))).not.toMatch(/何若水|货款/);
  expect(kept.length).toBeGreaterThan(1);
});

test('in person it counts at once, so that nobody is cancelled while it waits', async () => {
  const told = await service.submit(inPerson(objection()), {
    item: 'object-to-notice',
    by: registrar('500231'),
    at: moment('2026-12-11T02:00:00.000Z'),
  });
  expect(told).toMatchObject({ state: 'registered', decidedBy: 'reg-511623' });
  expect(told.findings.map(({ rule, effect }) => [rule, effect])).toEqual([['identity.in-person', 'note']]);
  expect(await counted()).toEqual([1]);
  const at = moment('2026-12-14T02:00:00.000Z');
  const after = await service.submit(await service.proven(aSimpleCancellation(code), at), {
    item: 'cancel-simple',
    at,
  });
  expect(after.findings.map(({ rule }) => rule)).toEqual(['simple.objected']);
});

test('however many object, the steps that can be undone stay', async () => {
  const { steps } = await service.enterprisesFor.get(code);
  await object();
  await object();
  expect((await service.enterprisesFor.get(code)).steps).toEqual(steps);
});

test('who is not proven is not heard', async () => {
  const told = await service.submit(objection(), { item: 'object-to-notice', by: applicant });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['identity.unproven']);
});
