import { afterEach, beforeEach, expect, test } from 'vitest';
import type { RecordToPublish } from '../../../lib/acts/publish-record.ts';
import { aDebtorRecord } from '../../support/credit-service.ts';
import { day } from '../../support/records.ts';
import { aRegisteredCompany, aStep } from '../../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';
import { aSimpleNotice } from '../../support/simple-cancellation.ts';

let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
});
afterEach(() => service.stop());

const item = 'publish-notice';
const submit = async (facts: ReturnType<typeof aStep>) =>
  service.submit(await service.proven(facts), { item });

test('a notice of a simple cancellation is published at once, and its own standing was looked up for it', async () => {
  const { id, state } = await submit(aSimpleNotice(code));
  expect(state).toBe('registered');
  expect((await service.enterprisesFor.get(code)).notices).toEqual([
    {
      id,
      kind: 'simple-cancellation',
      publishedOn: '2026-11-23',
      endsOn: '2026-12-13',
      objections: 0,
    },
  ]);
  expect((await service.enterprisesFor.licence(code)).current).toBe(true);
  const lookups = await service.itemsOf('lookupLog');
  expect(lookups.map(({ purpose, subjects }) => [purpose, subjects])).toContainEqual([
    'simple-cancellation',
    [`O:${code}`],
  ]);
});

test('with an exclusion declared it is returned', async () => {
  const told = await submit(aSimpleNotice(code, { mortgaged: true }));
  expect(told).toMatchObject({ state: 'returned' });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['simple.mortgaged']);
});

test('on the list of abnormal operations it goes to an officer, who sees record and row', async () => {
  const record: RecordToPublish = aDebtorRecord({
    class: 'abnormal-list',
    subject: { kind: 'organisation', code },
    issuedBy: 'reg-511623',
    documentNumber: '邻市监异列〔2026〕7号',
    decidedOn: day('2026-11-02'),
    basis: [{ law: '企业经营异常名录管理暂行办法', article: '第四条' }],
  });
  await service.publish(record, 'credit-510000');
  const told = await submit(aSimpleNotice(code));
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return', 'refuse'] });
  expect(told.findings).toMatchObject([
    { rule: 'simple.listed', values: { row: 'no-simple-cancellation-abnormal' } },
  ]);
  expect(await service.decide(told.id, { outcome: 'return', reason: '已列入经营异常名录' })).toMatchObject({
    state: 'returned',
  });
  expect((await service.enterprisesFor.get(code)).notices).toEqual([]);
});

test('the head of a published liquidation group may tell the creditors, which a member of it may not', async () => {
  const group = {
    ...aStep(code, [], ['p1', 'p2', 'p3']),
    notice: {
      kind: 'liquidation-group',
      cause: 'resolution',
      causeOn: '2026-11-20',
      formedOn: '2026-11-23',
      head: 'p2',
      members: ['p2', 'p3'],
    },
  };
  const creditors = (by: string) => ({
    ...aStep(code, [], [by]),
    notice: { kind: 'creditors', formedOn: '2026-11-23' },
  });
  expect(await submit(creditors('p2'))).toMatchObject({ state: 'returned' });
  expect(await submit(group)).toMatchObject({ state: 'registered' });
  expect(await submit(creditors('p3'))).toMatchObject({ state: 'returned' });
  expect(await submit(creditors('p2'))).toMatchObject({ state: 'registered' });
  expect((await service.enterprisesFor.get(code)).notices).toMatchObject([
    { kind: 'liquidation-group', endsOn: '2026-11-23' },
    { kind: 'creditors', endsOn: '2027-01-07' },
  ]);
});
