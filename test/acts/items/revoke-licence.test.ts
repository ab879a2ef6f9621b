import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FiledRevocation } from '../../../catalog/items/revoke-licence/facts.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import { aMaterial, aPerson, citizenNumber } from '../../support/a-filing.ts';
import { moment } from '../../support/credit-service.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';
import { DIANJIANG, establish, LINSHUI, type Side } from './a-move.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const LATER = moment('2027-06-01T02:00:00.000Z');
const first = registrar('511623');
const second = registrar('511623', { id: 'registrar-511623-b' });

const aRevocation = (enterprise: string, overrides: Partial<FiledRevocation> = {}): FiledRevocation => ({
  enterprise,
  penalty: 'licence-revoked',
  ground: { kind: 'false-materials' },
  violation: { discoveredOn: plainDate('2027-03-01'), extendedLimit: false },
  caseOpenedOn: plainDate('2027-03-08'),
  notifiedOn: plainDate('2027-05-10'),
  hearing: { kind: 'not-requested' },
  decision: { documentNumber: '邻市监处罚〔2027〕12号', decidedOn: plainDate('2027-05-28') },
  responsible: 'p1',
  persons: [aPerson()],
  materials: [
    aMaterial('penalty-decision'),
    aMaterial('notice-of-penalty'),
    aMaterial('collective-decision'),
  ],
  ...overrides,
});

const revoke = async (facts: FiledRevocation) => {
  const told = await service.submit(facts as never, { item: 'revoke-licence', by: first, at: LATER });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  return told.id;
};

/** Another company of the same legal representative, on one side. */
const another = async ({ division, word }: Side, at = LATER) => {
  await service.allComplete('2027-06-01T01:00:00.000Z', at);
  const plain = aCompanyFiling();
  const facts = {
    ...plain,
    name: { ...plain.name, division: word, tradeName: '云岫' },
    address: { ...plain.address, division },
    shareholders: plain.shareholders.map((one) => ({ ...one, payBy: plainDate('2032-01-31') })),
  };
  return service.submit(await service.proven(facts, at), { at });
};

test('is handed in by one officer and decided by another', async () => {
  const { code } = await establish(service, LINSHUI);
  await expect(
    service.submit(aRevocation(code) as never, { item: 'revoke-licence', at: LATER }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  await expect(
    service.submit(aRevocation(code) as never, {
      item: 'revoke-licence',
      by: registrar('500231'),
      at: LATER,
    }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  const id = await revoke(aRevocation(code));
  await expect(service.decide(id, { outcome: 'register' }, { by: first, at: LATER })).rejects.toMatchObject({
    code: 'concerns-officer',
  });
  const told = await service.decide(id, { outcome: 'register' }, { by: second, at: LATER });
  expect(told).toMatchObject({ state: 'registered', registration: { code, version: 2 } });
  expect(told.registration?.records).toHaveLength(2);
});

test('marks the register, takes the licence, and bars whoever is responsible from office on both sides', async () => {
  const { code } = await establish(service, LINSHUI);
  const id = await revoke(aRevocation(code));
  await service.decide(id, { outcome: 'register' }, { by: second, at: LATER });
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    status: 'licence-revoked',
    statusSince: '2027-05-28',
    licence: 0,
    name: '邻水县禾岚科技有限公司',
  });
  expect(await service.enterprisesFor.licence(code)).toMatchObject({ current: false });
  for (const side of [LINSHUI, DIANJIANG]) {
    const told = await another(side);
    expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'refuse'] });
    expect(told.findings.map(({ rule, path, values }) => [rule, path, values.until])).toEqual([
      ['credit.office-bar-revoked', '/persons/0', '2030-05-29'],
    ]);
  }
});

test('an order to close leaves the licence, and nobody barred where nobody is responsible', async () => {
  const { code } = await establish(service, LINSHUI);
  const { responsible: _, ...facts } = aRevocation(code, {
    penalty: 'ordered-to-close',
    ground: { kind: 'other-law', law: '安全生产法', article: '第一百一十三条' },
    persons: [],
  });
  const told = await service.decide(await revoke(facts), { outcome: 'register' }, { by: second, at: LATER });
  expect(told.registration?.records).toHaveLength(1);
  expect(await service.enterprisesFor.get(code)).toMatchObject({ status: 'ordered-to-close', licence: 1 });
  expect(await another(DIANJIANG)).toMatchObject({ state: 'registered' });
});

test('who was the head before is judged, and barred too', async () => {
  const { code } = await establish(service, LINSHUI);
  const former = aPerson({
    name: '周启明',
    document: { kind: 'citizen-id', number: citizenNumber('500231', '1985-11-20', '317') },
  });
  const told = await service.submit(aRevocation(code, { persons: [former] }) as never, {
    item: 'revoke-licence',
    by: first,
    at: LATER,
  });
  expect(told.findings.map(({ rule }) => rule)).toEqual([
    'penalty.responsible-not-head',
    'ex-officio.decision',
  ]);
  await service.decide(told.id, { outcome: 'register' }, { by: second, at: LATER });
  const next = await another(DIANJIANG);
  expect(next.findings.map(({ rule, path }) => [rule, path])).toEqual([
    ['credit.office-bar-revoked', '/persons/1'],
  ]);
});

test('decided before the hearing could be asked for: it goes back', async () => {
  const { code } = await establish(service, LINSHUI);
  const facts = aRevocation(code, { notifiedOn: plainDate('2027-05-25') });
  const told = await service.submit(facts as never, { item: 'revoke-licence', by: first, at: LATER });
  expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
});

test('two officers at once decide it once, and it is on record once', async () => {
  const { code } = await establish(service, LINSHUI);
  const id = await revoke(aRevocation(code));
  const third = registrar('511623', { id: 'registrar-511623-c' });
  const settled = await Promise.allSettled(
    [second, third].map((by) => service.decide(id, { outcome: 'register' }, { by, at: LATER })),
  );
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect((await service.enterprisesFor.get(code)).version).toBe(2);
  const records = (await service.itemsOf('credit')).filter(({ sk }) => String(sk).startsWith('RECORD#'));
  expect(records).toHaveLength(2);
});

test('two revocations at once: the second finds it revoked', async () => {
  const { code } = await establish(service, LINSHUI);
  const ids = [await revoke(aRevocation(code)), await revoke(aRevocation(code))];
  const settled = await Promise.allSettled(
    ids.map((id) => service.decide(id, { outcome: 'register' }, { by: second, at: LATER })),
  );
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'outcome-not-admissible' },
  });
});
