import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aCaller, NOW } from '../support/credit-service.ts';
import {
  applicant,
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

const dianjiang = (facts = aCompanyFiling()) => ({
  ...facts,
  name: { ...facts.name, division: '垫江县' },
  address: { ...facts.address, division: '500231' },
});

describe('complete and clear, a filing is registered on the spot', () => {
  test('and all that makes an enterprise is written at once', async () => {
    const told = await service.submit(await service.proven(aCompanyFiling()), { key: 'key-1' });
    expect(told).toMatchObject({
      version: 1,
      item: 'establish-company',
      standardVersion: '2025-02',
      name: '邻水县禾岚科技有限公司',
      division: '511623',
      state: 'registered',
      submittedOn: '2026-11-23',
      acceptedBy: { channel: 'online' },
      decidedBy: 'reg-511623',
      findings: [],
      admissible: ['register'],
      ruling: { outcome: 'register', by: 'standard', at: '2026-11-23T02:00:00.000Z', on: '2026-11-23' },
      replayed: false,
    });
    expect(kindsOf(await service.kept())).toEqual({
      'CODE/CLAIM': 1,
      'ENTERPRISE/ENTERPRISE': 1,
      'ENTERPRISE/LICENCE': 1,
      'FILING/EVENT': 1,
      'FILING/FILING': 1,
      'NAME/CLAIMS': 1,
      'REQUEST/REQUEST': 1,
      'STATUS/PLACE': 1,
      'SUBJECT/ROLE': 8,
    });
  });

  test('the enterprise, its licence and its name are those that were filed', async () => {
    const { id, registration } = await service.submit(await service.proven(aCompanyFiling()));
    const code = registration?.code ?? '';
    expect(code).toMatch(/^91511623MY/);
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      code,
      name: '邻水县禾岚科技有限公司',
      status: 'registered',
      address: '四川省广安市邻水县鼎屏镇人民路 12 号',
      heads: [{ name: '林晓岚' }],
      registeredBy: 'reg-511623',
      establishedOn: '2026-11-23',
      steps: [{ filing: id, item: 'establish-company', on: '2026-11-23', version: 1 }],
    });
    const { content } = await service.enterprisesFor.licence(code);
    expect(content).toMatchObject({
      code,
      number: 1,
      capital: { title: 'registered-capital', fen: 100_000_000 },
      registeredByName: '邻水县市场监督管理局',
      issuedOn: '2026-11-23',
    });
    expect(await service.nameClaims.get('reg-511623', '禾岚')).toMatchObject({
      version: 1,
      claims: [
        {
          name: '邻水县禾岚科技有限公司',
          industry: 'M75',
          state: 'registered',
          holder: code,
          since: '2026-11-23',
        },
      ],
    });
  });

  test('the look-up it rests on is logged in the name of the authority that decides', async () => {
    await service.submit(await service.proven(aCompanyFiling()), { by: registrar('500231') });
    expect(await service.itemsOf('lookupLog')).toMatchObject([
      {
        caller: 'registrar-500231',
        authority: 'reg-511623',
        jurisdiction: 'SC',
        purpose: 'registration',
        basis: 'registration-review',
        subjects: [expect.any(String), expect.any(String), expect.any(String)],
      },
    ]);
  });
});

test('with something to mend it is returned: nobody is looked up, no name reserved, no code taken', async () => {
  const told = await service.submit(aCompanyFiling());
  expect(told).toMatchObject({
    state: 'returned',
    admissible: ['return'],
    ruling: { outcome: 'return', by: 'standard' },
  });
  expect([...new Set(told.findings.map(({ rule }) => rule))]).toEqual(['identity.unproven']);
  expect(kindsOf(await service.itemsOf('filings'))).toEqual({ 'FILING/EVENT': 1, 'FILING/FILING': 1 });
  expect(await service.itemsOf('lookupLog')).toEqual([]);
});

describe('where it was handed in', () => {
  test.each([
    ['on-line', applicant, { channel: 'online' }],
    [
      'at a window of the other side',
      registrar('500231'),
      { channel: 'window', window: 'win-500231', authority: 'reg-500231' },
    ],
    [
      'at its own window',
      registrar('511623'),
      { channel: 'window', window: 'win-511623', authority: 'reg-511623' },
    ],
    ['at a window nobody knows', aCaller(undefined, { window: 'win-999999' }), { channel: 'online' }],
  ])('%s, it is decided by the authority of its place', async (_, by, acceptedBy) => {
    const told = await service.submit(await service.proven(aCompanyFiling()), { by });
    expect(told).toMatchObject({ state: 'registered', acceptedBy, decidedBy: 'reg-511623' });
    expect(told.registration?.code?.slice(2, 8)).toBe('511623');
  });

  test('in person counts only before a registrar at a window', async () => {
    const facts = aCompanyFiling();
    const inPerson = {
      ...facts,
      persons: facts.persons.map((person) => ({ ...person, proof: { kind: 'in-person' as const } })),
    };
    const { window: _window, ...awayFromWindow } = registrar('500231');
    const stateFor = async (by = applicant) => (await service.submit(inPerson, { by })).state;
    expect(await stateFor()).toBe('returned');
    expect(await stateFor({ ...applicant, window: 'win-500231' })).toBe('returned');
    expect(await stateFor(awayFromWindow)).toBe('returned');
    expect(await stateFor(registrar('500231'))).toBe('in-review');
  });
});

describe('who decides follows from the place and the investor', () => {
  test.each([
    ['a county of one side', dianjiang(), 'reg-500231', '重庆市垫江县鼎屏镇人民路 12 号'],
    ['a county of the other', aCompanyFiling(), 'reg-511623', '四川省广安市邻水县鼎屏镇人民路 12 号'],
    [
      'an investor of the state, one side',
      dianjiang(aCompanyFiling({ stateInvestor: 'provincial-or-above' })),
      'reg-500000',
      '重庆市垫江县鼎屏镇人民路 12 号',
    ],
    [
      'an investor of the state, the other',
      aCompanyFiling({ stateInvestor: 'provincial-or-above' }),
      'reg-510000',
      '四川省广安市邻水县鼎屏镇人民路 12 号',
    ],
  ])('%s', async (_, facts, decidedBy, address) => {
    const told = await service.submit(await service.proven(facts));
    expect(told).toMatchObject({ state: 'registered', decidedBy });
    const code = told.registration?.code ?? '';
    expect(code.slice(2, 8)).toBe(decidedBy.slice(4));
    expect(await service.enterprisesFor.get(code)).toMatchObject({ address, registeredBy: decidedBy });
  });
});

describe('refused before anything is read or written', () => {
  const at = (division: string) => ({
    ...aCompanyFiling(),
    address: { ...aCompanyFiling().address, division },
  });
  test.each([
    [
      'an item nobody knows',
      aCompanyFiling(),
      { item: 'open-a-shop' },
      { code: 'unknown-item', values: { item: 'open-a-shop' } },
    ],
    [
      'a version that is not in force',
      aCompanyFiling(),
      { standardVersion: '2019-01' },
      { code: 'unknown-standard', values: { current: '2025-02' } },
    ],
    [
      'a place nobody knows',
      at('999999'),
      {},
      { code: 'unknown-place', values: { reason: 'unknown-division' } },
    ],
    [
      'a prefecture',
      at('511600'),
      {},
      { code: 'unknown-place', values: { reason: 'not-a-county-level-place' } },
    ],
    [
      'a withdrawn code, with its successors',
      at('511721'),
      {},
      { code: 'unknown-place', values: { successors: ['511702 通川区', '511703 达川区'] } },
    ],
  ])('%s', async (_, facts, how, expected) => {
    await expect(service.submit(await service.proven(facts), how)).rejects.toMatchObject(expected);
    expect(await service.itemsOf('filings')).toEqual([]);
    expect(await service.itemsOf('lookupLog')).toEqual([]);
  });

  test.each([
    ['of somebody else', '周启明', 'other-person'],
    ['of the same name and another number', '林晓岚', 'other-person'],
  ])('a proof %s', async (_, name, reason) => {
    const [first, second] = aCompanyFiling().persons;
    if (first === undefined || second === undefined) throw new Error('The builder names persons');
    const token = await service.proofOf({ ...second, name }, NOW.at);
    const facts = aCompanyFiling({ persons: [{ ...first, proof: { kind: 'token', token } }] });
    await expect(service.submit(facts)).rejects.toMatchObject({
      code: 'identity-proof-invalid',
      values: { reason },
    });
    expect(await service.itemsOf('filings')).toEqual([]);
  });
});
