import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aMaterial, aPerson } from '../support/a-filing.ts';
import { aCaller, moment } from '../support/credit-service.ts';
import { aRegisteredCompany } from '../support/registered-company.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
  kindsOf,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const inReview = async (by = applicant) => service.submit(await service.proven(aDoubtfulFiling()), { by });
const claims = async () => (await service.nameClaims.get('reg-511623', '禾岚')).claims;
const queue = async () =>
  (await service.read.listQueue(registrar('511623'), 'reg-511623')).entries.map(({ id }) => id);
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'done',
    (error: { code?: string }) => error.code ?? 'fault',
  );

test('whoever filed it withdraws it: the name is free, the queue empty, the receipt signed', async () => {
  const { id } = await inReview();
  expect([(await claims()).length, await queue()]).toEqual([1, [id]]);
  const told = await service.withdraw(id, { reason: '另行申请' });
  expect(told).toMatchObject({
    version: 2,
    state: 'withdrawn',
    withdrawal: { by: 'applicant', on: '2026-11-23', at: '2026-11-23T02:00:00.000Z', reason: '另行申请' },
  });
  expect(told).not.toHaveProperty('due');
  expect([await claims(), await queue()]).toEqual([[], []]);
  const { receipt } = await service.read.receipt(applicant, id);
  expect(await service.verifyReceipt(receipt)).toMatchObject({
    valid: true,
    factsMatch: true,
    sameFindings: true,
    receipt: { event: 'FilingWithdrawn', withdrawal: { reason: '另行申请' } },
  });
  expect((await service.submit(await service.proven(aDoubtfulFiling()))).state).toBe('in-review');
});

test('a colleague of the window that took it withdraws it for the applicant', async () => {
  const { id } = await inReview(registrar('500231'));
  const colleague = registrar('500231', { id: 'colleague' });
  expect(await service.withdraw(id, { by: colleague })).toMatchObject({
    state: 'withdrawn',
    withdrawal: { by: 'colleague' },
  });
});

describe('nobody else', () => {
  test.each([
    ['another applicant', aCaller(undefined, { id: 'other', roles: ['applicant'] }), 'not-found'],
    ['a registrar of the deciding authority', registrar('511623'), 'forbidden'],
    ['its head', head('511623'), 'forbidden'],
    ['another window', registrar('500231'), 'not-found'],
  ])('%s', async (_, by, code) => {
    const { id } = await inReview();
    const before = await service.kept();
    expect(await codeOf(service.withdraw(id, { by }))).toBe(code);
    expect(await service.kept()).toEqual(before);
  });
});

test.each(['decided', 'withdrawn'])('what is %s is withdrawn no more', async (how) => {
  const { id } = await inReview();
  if (how === 'decided') await service.decide(id, { outcome: 'return', reason: 'x' });
  else await service.withdraw(id);
  await expect(service.withdraw(id)).rejects.toMatchObject({
    code: 'filing-not-open',
    values: { state: how === 'decided' ? 'returned' : 'withdrawn' },
  });
});

test('one key, one withdrawal; another reason under it is a conflict', async () => {
  const { id } = await inReview();
  const first = await service.withdraw(id, { key: 'key-1' });
  expect(await service.withdraw(id, { key: 'key-1' })).toEqual({ ...first, replayed: true });
  expect(await codeOf(service.withdraw(id, { key: 'key-1', reason: 'x' }))).toBe('idempotency-conflict');
});

test('of an older version it is told which one is current', async () => {
  const { id } = await inReview();
  await service.extend(id, { step: 'propose', reason: '需要核实' });
  await expect(service.withdraw(id, { version: 1 })).rejects.toMatchObject({
    code: 'version-conflict',
    values: { current: 2 },
  });
});

test('a step by office is not withdrawn, not even by its own authority: another officer returns it', async () => {
  const later = moment('2027-06-01T02:00:00.000Z');
  const code = await aRegisteredCompany(service);
  const clerk = registrar('511623', { id: 'clerk' });
  const facts = {
    enterprise: code,
    penalty: 'licence-revoked',
    ground: { kind: 'false-materials' },
    violation: { discoveredOn: '2027-03-01', extendedLimit: false },
    caseOpenedOn: '2027-03-08',
    notifiedOn: '2027-05-10',
    hearing: { kind: 'not-requested' },
    decision: { documentNumber: '邻市监处罚〔2027〕12号', decidedOn: '2027-05-28' },
    responsible: 'p1',
    persons: [aPerson()],
    materials: [
      aMaterial('penalty-decision'),
      aMaterial('notice-of-penalty'),
      aMaterial('collective-decision'),
    ],
  };
  const { id, state } = await service.submit(facts as never, {
    item: 'revoke-licence',
    by: clerk,
    at: later,
  });
  expect(state).toBe('in-review');
  await expect(service.withdraw(id, { by: clerk, at: later })).rejects.toMatchObject({
    code: 'withdrawal-not-allowed',
    values: { reason: 'by-office' },
  });
  expect(await service.decide(id, { outcome: 'return', reason: '立案有误' }, { at: later })).toMatchObject({
    state: 'returned',
  });
});

describe('at one moment with a decision', () => {
  test.each([1, 2, 3, 4, 5])('one of them holds (%d)', async () => {
    const { id } = await inReview();
    const told = await Promise.all([
      codeOf(service.decide(id, { outcome: 'register' })),
      codeOf(service.withdraw(id)),
      codeOf(
        service.decide(id, { outcome: 'return', reason: 'x' }, { by: registrar('511623', { id: 'b' }) }),
      ),
    ]);
    expect(told.filter((one) => one === 'done')).toHaveLength(1);
    expect(['version-conflict', 'filing-not-open']).toEqual(
      expect.arrayContaining(told.filter((one) => one !== 'done')),
    );
    const filing = await service.filings.find(id);
    const kinds = kindsOf(await service.kept());
    expect([filing?.version, kinds['FILING/EVENT']]).toEqual([2, 2]);
    expect(kinds['ENTERPRISE/ENTERPRISE'] ?? 0).toBe(filing?.state === 'registered' ? 1 : 0);
    expect((await claims()).map(({ state }) => state)).toEqual(
      filing?.state === 'registered' ? ['registered'] : [],
    );
  });

  test('while others take and give up the same trade name, it is withdrawn all the same', async () => {
    const { id } = await inReview();
    const facts = await service.proven(aDoubtfulFiling());
    const other = (word: string, cls: string) =>
      service.submit({ ...facts, name: { ...facts.name, industry: { word, class: cls } } });
    const told = await Promise.all([
      service.withdraw(id),
      other('云算', 'I65'),
      other('云仓', 'G59'),
      other('云贸', 'F51'),
    ]);
    expect(told.map(({ state }) => state)).toEqual(['withdrawn', 'in-review', 'in-review', 'in-review']);
    expect(await claims()).toHaveLength(3);
  });
});
