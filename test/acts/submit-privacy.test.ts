import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FiledCompany } from '../../catalog/items/establish-company/facts.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aPerson, citizenNumber } from '../support/a-filing.ts';
import {
  aDoubtfulFiling,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const persons: FiledCompany['persons'] = [
  aPerson({ name: '甘娜瑞一', phone: '13900000071' }),
  aPerson({
    ref: 'p2',
    name: '甘娜瑞二',
    document: { kind: 'citizen-id', number: citizenNumber('500231', '1985-11-20', '000') },
    phone: '13900000072',
  }),
  aPerson({
    ref: 'p3',
    name: '甘娜瑞三',
    document: { kind: 'citizen-id', number: citizenNumber('511602', '1995-07-01', '000') },
    phone: '13900000073',
  }),
];
const numbers = persons.flatMap(({ document, phone = '' }) => [document.number, phone]);

/** Every item of every table with all its keys and index keys, and all that is signed or encoded in it. */
async function everything(): Promise<string> {
  const items = [
    ...(await service.itemsOf('filings')),
    ...(await service.itemsOf('credit')),
    ...(await service.itemsOf('lookupLog')),
  ];
  const text = JSON.stringify(items);
  const encoded = text.match(/[A-Za-z0-9_+/-]{16,}/g) ?? [];
  return [text, ...encoded.map((part) => Buffer.from(part, 'base64url').toString('utf8'))].join('\n');
}

const found = async (...secrets: readonly string[]): Promise<readonly string[]> => {
  const text = await everything();
  return secrets.filter((secret) => text.includes(secret));
};

test('the search finds what it is meant to find', async () => {
  await service.submit(await service.proven(aCompanyFiling({ persons })), { key: 'key-1' });
  expect(await found('邻水县禾岚科技有限公司', '"typ":"vc+jwt"')).toEqual([
    '邻水县禾岚科技有限公司',
    '"typ":"vc+jwt"',
  ]);
});

test.each([
  ['in review', aDoubtfulFiling({ persons }), 'in-review'],
  ['returned', aCompanyFiling({ persons, materials: [] }), 'returned'],
])('%s, nothing of a person is kept in the clear', async (_, facts, state) => {
  const told = await service.submit(await service.proven(facts), { by: registrar('500231'), key: 'key-1' });
  expect(told.state).toBe(state);
  expect(await found(...numbers, ...persons.map(({ name }) => name))).toEqual([]);
});

test('registered, only the names are that law publishes: the representative’s and the shareholders’', async () => {
  const told = await service.submit(await service.proven(aCompanyFiling({ persons })), { key: 'key-1' });
  expect(told.state).toBe('registered');
  expect(await found(...numbers, ...persons.map(({ name }) => name))).toEqual(['甘娜瑞一', '甘娜瑞二']);
  const [filing] = (await service.itemsOf('filings')).filter(({ sk }) => sk === 'FILING');
  expect(JSON.stringify(filing)).not.toMatch(/甘娜/);
});

test('an answer shows a person masked', async () => {
  const told = await service.submit(await service.proven(aDoubtfulFiling({ persons })));
  expect(told.persons).toEqual([
    { ref: 'p1', name: '甘**', number: '5****************6' },
    { ref: 'p2', name: '甘**', number: '5****************5' },
    { ref: 'p3', name: '甘**', number: '5****************3' },
  ]);
});

test('what is sealed opens for its filing alone, and without the proofs', async () => {
  const { id } = await service.submit(await service.proven(aDoubtfulFiling({ persons })));
  const filing = await service.filings.find(id);
  const sealed = filing?.sealedPersons ?? '';
  expect(await service.personalData.unseal(sealed, id)).toEqual(persons);
  await expect(service.personalData.unseal(sealed, 'another')).rejects.toThrow();
});
