import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSearchNames, type SearchNames } from '../../lib/acts/search-names.ts';
import { createEnterpriseNameStore } from '../../lib/store/enterprise-name-store.ts';
import { aCaller, NOW } from '../support/credit-service.ts';
import {
  aRegisteredCompany,
  besideIt,
  INDIVIDUAL_BUSINESS,
  SUSPENDED,
} from '../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../support/registration-service.ts';
import { injectFaults, recordCalls } from '../support/sdk-faults.ts';

let service: RegistrationService;
let search: SearchNames;
let company: string;
beforeAll(async () => {
  service = await startRegistrationService();
  search = createSearchNames({
    names: createEnterpriseNameStore(service.client, service.names.filings),
    lookupLog: service.lookupLog,
    countLookup: service.countLookup,
  });
  company = await aRegisteredCompany(service);
  await besideIt(service, company, {
    code: INDIVIDUAL_BUSINESS,
    name: '邻水县青禾餐饮店',
    tradeName: '青禾',
  });
  await besideIt(service, company, {
    code: SUSPENDED,
    name: '四川青禾科技有限公司',
    tradeName: '青禾',
    status: 'cancelled',
  });
});
afterAll(() => service.stop());

const ask = (name: string, more: object = {}) =>
  search(
    aCaller('reg-511623'),
    { purpose: 'supervision', basis: 'risk-based-supervision', name, ...more },
    NOW,
  );

test('a name is found by what it is like, the nearest first, and never with a verdict', async () => {
  const { candidates, more } = await ask('四川青禾科技股份有限公司');
  expect(more).toBe(false);
  expect(candidates).toEqual([
    {
      code: SUSPENDED,
      name: '四川青禾科技有限公司',
      status: 'cancelled',
      registeredBy: expect.any(String),
      reasons: ['same-without-form', 'same-trade-name'],
    },
    expect.objectContaining({ code: INDIVIDUAL_BUSINESS, reasons: ['same-trade-name'] }),
  ]);
});

test('a registered company is found as it is registered, in the same write', async () => {
  const { name = '' } = await service.enterprisesFor.get(company);
  const { candidates } = await ask(name);
  expect(candidates[0]).toMatchObject({ code: company, name });
  expect(candidates[0]?.reasons[0]).toBe('same');
  expect((await ask('查无此名实业有限公司')).candidates).toEqual([]);
});

test('whom a search found is logged before it answers; where that fails nothing is told', async () => {
  const { lookup } = await ask('青禾');
  const entries = await service.itemsOf('lookupLog');
  expect(entries.find(({ id }) => id === lookup)).toMatchObject({
    purpose: 'supervision',
    authority: 'reg-511623',
    subjects: [`O:${SUSPENDED}`, `O:${INDIVIDUAL_BUSINESS}`].toSorted(),
  });
  expect(JSON.stringify(entries)).not.toContain('青禾');
  const fault = await injectFaults(service.client, ({ name }) => (name === 'PutItem' ? 'error' : undefined));
  await expect(ask('青禾')).rejects.toMatchObject({ code: 'lookup-not-logged' });
  await fault.stop();
});

test('a purpose nobody may ask for, a division alone, a form alone are refused', async () => {
  await expect(ask('青禾', { purpose: 'own-file', basis: 'access-of-the-person' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(ask('青禾', { basis: 'no-such' })).rejects.toMatchObject({ code: 'unknown-purpose' });
  await expect(ask('（）  岚')).rejects.toMatchObject({ code: 'invalid-request' });
});

test('the longest name costs ten bounded Queries side by side, the log entry and the count', async () => {
  const recorded = recordCalls(service.client);
  await ask('青禾山水云天地玄黄宇宙洪荒有限公司');
  expect(recorded.calls.map(({ name }) => name)).toEqual([
    ...Array.from({ length: 10 }, () => 'Query'),
    'PutItem',
    'UpdateItem',
  ]);
  expect(recorded.calls.every(({ name, input }) => name !== 'Query' || input.Limit === 20)).toBe(true);
  recorded.stop();
});
