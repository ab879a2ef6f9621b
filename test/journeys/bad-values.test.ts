import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { heartbeatSource } from '../../lib/contract/credit-records.ts';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { getFiling, submitFiling } from '../../lib/contract/filings.ts';
import { verifyLicence } from '../../lib/contract/licences.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { getStandard, listAuthorities } from '../../lib/contract/standards.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, type Package, toBeJudged } from './a-filing.ts';
import { aQuestion, refusedFiling, refusedRecord } from './to-be-refused.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

describe('what is not known', () => {
  const changed = async (change: (body: Package) => unknown) =>
    refusedFiling(service, change(await aFiling(service)));
  const at = (division: string) => (body: Package) => ({
    ...body,
    facts: { ...body.facts, address: { ...body.facts.address, division } },
  });

  test('an item', async () => {
    const told = await changed((body) => ({ ...body, item: 'establish-kingdom' }));
    expect(told).toMatchObject({
      status: 400,
      body: { code: 'invalid-request', defects: [{ path: '/item', code: 'invalid-value' }] },
    });
    for (const item of ['establish-kingdom', 'constructor', 'toString'])
      expect(await service.refused(getStandard, { params: { item } })).toMatchObject({
        status: 404,
        body: { code: 'unknown-item', values: { item } },
      });
  });

  test('a version', async () => {
    const told = await changed((body) => ({ ...body, standardVersion: '1999-01' }));
    expect(told).toMatchObject({
      status: 422,
      body: { code: 'unknown-standard', values: { version: '1999-01' } },
    });
  });

  test.each(['999999', '500999', '510101', '110101', '500000', '510000', '511600'])(
    'a place: %s',
    async (division) => {
      const told = await changed(at(division));
      expect(told).toMatchObject({ status: 422, body: { values: { division } } });
      expect(['unknown-place', 'no-authority-for-place']).toContain(told.body.code);
    },
  );

  test('a withdrawn place names its successors', async () => {
    const told = await changed(at('500228'));
    expect(told).toMatchObject({
      status: 422,
      body: { code: 'unknown-place', values: { successors: ['500155 梁平区'] } },
    });
  });

  test.each(['registration-review', 'constructor', '__proto__', 'toString'])(
    'a purpose or basis: %s',
    async (basis) => {
      for (const body of [
        aQuestion({ purpose: 'curiosity' }),
        aQuestion({ basis: 'curiosity' }),
        aQuestion({ purpose: 'supervision', basis }),
      ])
        expect(await service.refused(lookUp, { as: 'regulator-sc', body })).toMatchObject({
          status: basis.startsWith('_') && body.basis === basis ? 400 : 422,
        });
    },
  );

  test('a purpose that only the service itself has', async () => {
    const body = aQuestion({ purpose: 'own-file', basis: 'access-of-the-person' });
    expect(await service.refused(lookUp, { as: 'regulator-sc', body })).toMatchObject({ status: 403 });
  });

  test.each(['gossip', 'constructor', 'toString'])('a class: %s', async (name) => {
    expect(await refusedRecord(service, { class: name })).toMatchObject({
      status: 422,
      body: { code: 'unknown-record-class', values: { class: name } },
    });
  });

  test.each(['court-999999', 'constructor', 'hasOwnProperty'])('an authority: %s', async (issuedBy) => {
    expect(await refusedRecord(service, { issuedBy })).toMatchObject({
      status: 422,
      body: { code: 'unknown-authority' },
    });
  });

  test('a kind of authority or subject that the class does not know', async () => {
    expect(await refusedRecord(service, { issuedBy: 'reg-500231' })).toMatchObject({
      status: 422,
      body: { code: 'record-out-of-catalogue', values: { reason: 'authority-kind' } },
    });
    expect(await refusedRecord(service, { severity: 'serious' })).toMatchObject({
      status: 422,
      body: { code: 'record-out-of-catalogue', values: { reason: 'severity' } },
    });
  });

  test.each(['xx-gossip', 'constructor', 'toString'])('a source: %s', async (source) => {
    const beat = { as: 'publisher-cq', params: { source }, body: { completeUpTo: new Date().toISOString() } };
    expect(await service.refused(heartbeatSource, beat)).toMatchObject({
      status: 404,
      body: { code: 'unknown-source' },
    });
  });

  test.each([{ kind: 'gossip' }, { jurisdiction: 'cq' }, { unheard: 'of' }, { on: '' }])(
    'a query: %j',
    async (query) => {
      const told = await service.refused(listAuthorities, { query });
      expect(told).toMatchObject({
        status: 400,
        body: { defects: [{ path: `query:/${Object.keys(query)[0]}` }] },
      });
    },
  );

  test('a rule of a refusal, an action and a departure', async () => {
    const filing = await aFiling(service, { facts: toBeJudged });
    const { id } = (await service.ask(submitFiling, { as: 'applicant', body: filing })).body;
    const decide = (body: unknown) =>
      service.refused(decideFiling, { as: 'registrar-sc', params: { id }, body });
    expect(await decide({ action: 'execute' })).toMatchObject({
      status: 400,
      body: { defects: [{ path: '/action' }] },
    });
    expect(await decide({ action: 'refuse', grounds: ['no.such-rule'], reason: '无' })).toMatchObject({
      status: 422,
    });
    expect(
      await decide({ action: 'register', departure: { code: 'constructor', reason: '无' } }),
    ).toMatchObject({ status: 422, body: { code: 'outcome-not-admissible' } });
    expect((await service.ask(getFiling, { as: 'applicant', params: { id } })).body).toMatchObject({
      version: 1,
      state: 'in-review',
    });
  });
});

describe('too much', () => {
  test('1 001 subjects are refused, and so is none', async () => {
    const subjects = Array.from({ length: 1001 }, () => ({
      kind: 'organisation',
      code: '91500231MA5U000A5X',
    }));
    for (const [given, code] of [
      [subjects, 'too-big'],
      [[], 'too-small'],
    ] as const)
      expect(
        await service.refused(lookUp, { as: 'regulator-sc', body: aQuestion({ subjects: given }) }),
      ).toMatchObject({
        status: 400,
        body: { defects: [{ path: '/subjects', code }] },
      });
  });

  test('121 persons, 151 offices, 61 materials', async () => {
    const body = await aFiling(service);
    const { persons, offices, materials } = body.facts;
    const many = <T>(list: readonly T[], count: number) => Array.from({ length: count }, () => list[0]);
    const told = await refusedFiling(service, {
      ...body,
      facts: {
        ...body.facts,
        persons: many(persons, 121),
        offices: many(offices, 151),
        materials: many(materials, 61),
      },
    });
    expect(told.body.defects?.map(({ path, code }) => [path, code])).toEqual([
      ['/facts/persons', 'too-big'],
      ['/facts/offices', 'too-big'],
      ['/facts/materials', 'too-big'],
    ]);
  });
});

describe('tokens to be verified that are none', () => {
  test.each(['', 'abc', 'a.b', 'a b c', 'a.b.c.d'])('%j is refused', async (token) => {
    for (const [route, body] of [
      [verifyLicence, { licence: token }],
      [verifyReceipt, { receipt: token }],
    ] as const)
      expect(await service.refused(route, { body })).toMatchObject({
        status: 400,
        body: { code: 'invalid-request' },
      });
  });

  test.each(['a.b.c', 'eyJhbGciOiJub25lIn0.e30.AA'])('%s is not valid', async (token) => {
    expect((await service.ask(verifyLicence, { body: { licence: token } })).body.valid).toBe(false);
    expect((await service.ask(verifyReceipt, { body: { receipt: token } })).body.valid).toBe(false);
  });
});
