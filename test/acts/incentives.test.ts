import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aBranchFiling } from '../support/a-branch.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aMaterial } from '../support/a-filing.ts';
import { anHonour } from '../support/an-honour.ts';
import { aCaller } from '../support/credit-service.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const item = 'establish-branch';
const FORM = aMaterial('application-form');
const PLACE = aMaterial('address-document');
const PROMISE = aMaterial('tolerance-commitment');
const ELSEWHERE = '91500112MA5U000B33';

const auditor = aCaller(undefined, { id: 'auditor', roles: ['auditor'] });

const honour = (code: string) => service.publish(anHonour(code), 'credit-510000');
const aParent = async (): Promise<string> =>
  (await service.submit(await service.proven(aCompanyFiling()))).registration?.code ?? '';
const file = async (parent: string, ...materials: ReturnType<typeof aMaterial>[]) =>
  service.submit(await service.proven(aBranchFiling(parent, { materials: materials as never })), { item });
const rulesOf = ({ findings }: Awaited<ReturnType<typeof file>>) => findings.map(({ rule }) => rule);
const incentiveLookups = async () =>
  (await service.itemsOf('lookupLog')).filter(({ purpose }) => purpose === 'incentive').length;

test('what no law demands follows, by the promise of a company on a red list; why is told, and in the receipt', async () => {
  const parent = await aParent();
  const { id: record } = await honour(parent);
  const filed = await file(parent, FORM, PLACE, PROMISE);
  expect(filed.state).toBe('registered');
  expect(filed.findings.map(({ rule, effect }) => [rule, effect])).toEqual([
    ['materials.head-appointment-follows', 'note'],
    ['incentives.green-channel', 'note'],
  ]);
  expect(filed.findings[0]?.values).toMatchObject({
    row: 'tolerant-acceptance',
    records: [record],
    days: 10,
  });
  expect(filed.measures).toMatchObject([
    { row: 'tolerant-acceptance', records: [record], effect: 'told', path: '/materials' },
    { row: 'green-channel', records: [record], effect: 'told' },
  ]);
  expect(filed.measures?.[0]?.why.zh).toContain('10 个工作日内补交');
  const { receipt } = await service.read.receipt(auditor, filed.id);
  expect(await service.verifyReceipt(receipt)).toMatchObject({ valid: true, sameFindings: true });
  expect(await incentiveLookups()).toBe(1);
});

describe('it goes back with everything at once', () => {
  test('without the promise, and nobody is looked up for it', async () => {
    const parent = await aParent();
    await honour(parent);
    const filed = await file(parent, FORM, PLACE);
    expect([filed.state, ...rulesOf(filed)]).toEqual(['returned', 'materials.head-appointment']);
    expect(filed).not.toHaveProperty('measures');
    expect(await incentiveLookups()).toBe(0);
  });

  test('where what law demands is missing too: that is never waived, and asking could change nothing', async () => {
    const parent = await aParent();
    await honour(parent);
    const filed = await file(parent, PLACE, PROMISE);
    expect([filed.state, ...rulesOf(filed)]).toEqual([
      'returned',
      'materials.application-form',
      'materials.head-appointment',
    ]);
    expect(await incentiveLookups()).toBe(0);
  });

  test('of whoever is on no red list', async () => {
    const filed = await file(await aParent(), FORM, PLACE, PROMISE);
    expect([filed.state, ...rulesOf(filed)]).toEqual(['returned', 'materials.head-appointment']);
    expect(await incentiveLookups()).toBe(1);
  });

  test('of whoever is on the serious list of either side, red list or not', async () => {
    const parent = await aParent();
    await honour(parent);
    const listing = anHonour(parent, {
      class: 'serious-list',
      issuedBy: 'reg-500231',
      documentNumber: '渝垫市监列〔2026〕虚构1号',
    });
    await service.publish(listing);
    const filed = await file(parent, FORM, PLACE, PROMISE);
    expect([filed.state, ...rulesOf(filed)]).toEqual(['returned', 'materials.head-appointment']);
  });

  test('where nobody can tell whether they are on the serious list', async () => {
    const uncertain = await startRegistrationService({ complete: false });
    try {
      await uncertain.publish(anHonour(ELSEWHERE), 'credit-510000');
      const facts = aBranchFiling(ELSEWHERE, { materials: [FORM, PLACE, PROMISE] as never });
      const filed = await uncertain.submit(await uncertain.proven(facts), { item });
      expect(filed.state).toBe('returned');
      expect(rulesOf(filed)).toContain('materials.head-appointment');
    } finally {
      await uncertain.stop();
    }
  });
});

test('on the green channel a review is promised for the next working day, and is a review all the same', async () => {
  const ordinary = await file(ELSEWHERE, FORM, PLACE, aMaterial('head-appointment'));
  expect(ordinary).toMatchObject({ state: 'in-review', due: { dueOn: '2026-11-26' } });
  await honour(ELSEWHERE);
  const facts = aBranchFiling(ELSEWHERE, { name: '邻水县禾岚科技有限公司垫江第二分公司' });
  const filed = await service.submit(await service.proven(facts), { item });
  expect(filed).toMatchObject({
    state: 'in-review',
    due: { dueOn: '2026-11-24' },
    admissible: ['register', 'return'],
  });
  expect(rulesOf(filed)).toEqual(['parent.elsewhere', 'incentives.green-channel']);
});
