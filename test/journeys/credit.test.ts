import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise } from '../../lib/contract/licences.ts';
import { listMyLookups } from '../../lib/contract/own-file.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { findPersona } from '../../local/personas.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, freshPerson, toBeJudged, today } from './a-filing.ts';
import { lookUpOf, recordOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const publish = async (...given: Parameters<typeof recordOf>) =>
  (await service.ask(publishRecord, { as: 'publisher-cq', body: recordOf(...given) })).body;

describe('a record of Chongqing bars a person from office in a company of Linshui', () => {
  /** Its founder is to be the director, the legal representative and the manager. */
  async function filedByDebtor() {
    const founder = freshPerson();
    const record = await publish(founder);
    const body = await aFiling(service, { founder });
    const filed = (await service.ask(submitFiling, { as: 'applicant', body })).body;
    return { founder, record, filed };
  }

  test('the filing goes to review, explained by record, row and article', async () => {
    const { filed, record } = await filedByDebtor();
    expect(filed).toMatchObject({
      state: 'in-review',
      due: { overdue: false },
      admissible: ['register', 'refuse'],
      findings: [
        {
          rule: 'credit.office-bar',
          effect: 'review',
          path: '/persons/0',
          values: { person: 'founder', row: 'office-bar', records: [record.id] },
        },
      ],
    });
    expect(filed.measures).toMatchObject([
      {
        row: 'office-bar',
        records: [record.id],
        effect: 'review',
        path: '/persons/0',
        articles: [{ law: '公司法', article: '第一百七十八条第一款第五项' }, { law: '公司法' }],
      },
    ]);
    expect(filed.measures?.[0]?.why.zh).toContain(record.id);
    expect(filed.measures?.[0]?.why.en).toContain('is under the measure office-bar');
    expect(filed).not.toHaveProperty('ruling');
    expect(filed).not.toHaveProperty('registration');
  });

  test('an officer refuses it on that ground, with the legal remedies', async () => {
    const { filed } = await filedByDebtor();
    const { body } = await service.ask(decideFiling, {
      as: 'registrar-sc',
      params: { id: filed.id },
      body: { action: 'refuse', grounds: ['credit.office-bar'], reason: '拟任董事仍被列为失信被执行人' },
    });
    expect(body).toMatchObject({
      state: 'refused',
      version: 2,
      ruling: {
        outcome: 'refuse',
        grounds: ['credit.office-bar'],
        remedies: [
          { kind: 'reconsideration', period: { unit: 'days', count: 60 } },
          { kind: 'lawsuit', period: { unit: 'months', count: 6 } },
        ],
      },
    });
    const { receipt } = (await service.ask(getReceipt, { as: 'applicant', params: { id: filed.id } })).body;
    expect((await service.ask(verifyReceipt, { body: { receipt } })).body).toMatchObject({
      valid: true,
      event: 'FilingRefused',
      factsMatch: true,
      sameFindings: true,
      sameAdmissible: true,
    });
  });

  test('an officer registers another, with a reason', async () => {
    const { filed } = await filedByDebtor();
    const { body } = await service.ask(decideFiling, {
      as: 'registrar-sc',
      params: { id: filed.id },
      body: { action: 'register', reason: '经核实，所负债务已清偿' },
    });
    expect(body).toMatchObject({ state: 'registered', ruling: { reason: '经核实，所负债务已清偿' } });
    const code = body.registration?.code ?? '';
    expect((await service.ask(getEnterprise, { params: { code } })).body.name).toBe(filed.name);
  });

  test('neither returned nor refused without a ground: the standard admits only what it admits', async () => {
    const { filed } = await filedByDebtor();
    for (const body of [
      { action: 'return', reason: '不予受理' },
      { action: 'refuse', grounds: [], reason: '没有依据' },
      { action: 'refuse', grounds: ['credit.registration-bar'], reason: '另一条规则' },
    ])
      expect(
        await service.refused(decideFiling, { as: 'registrar-sc', params: { id: filed.id }, body }),
      ).toMatchObject({ status: 422, body: { code: 'outcome-not-admissible' } });
  });

  test('a record published after the filing came in counts when the officer decides', async () => {
    const founder = freshPerson();
    const body = await aFiling(service, { founder, facts: toBeJudged });
    const { id } = (await service.ask(submitFiling, { as: 'applicant', body })).body;
    await publish(founder);
    const refused = await service.ask(decideFiling, {
      as: 'registrar-sc',
      params: { id },
      body: { action: 'refuse', grounds: ['credit.office-bar'], reason: '审查期间被列为失信被执行人' },
    });
    expect(refused.body.findings.map(({ rule }) => rule)).toContain('credit.office-bar');
  });
});

test('whoever is looked at sees it: by whom, when, why, on what ground', async () => {
  const me = findPersona('registrar-cq')?.person;
  if (me === undefined) throw new Error('The registrar is nobody');
  const { lookup, at, asOf } = await lookUpOf(service, [me]);
  const seen = async () => (await service.ask(listMyLookups, { as: 'registrar-cq' })).body.lookups;
  await expect.poll(seen, { timeout: 60_000 }).toContainEqual({
    lookup,
    at,
    authority: 'reg-511623',
    authorityName: '邻水县市场监督管理局',
    purpose: 'registration',
    basis: 'registration-review',
  });
  expect(asOf).toBe(today());
});

test('a filing looks its people up, and they see it', async () => {
  const me = findPersona('registrar-sc')?.person;
  if (me === undefined) throw new Error('The registrar is nobody');
  const body = await aFiling(service, { supervisor: me });
  expect((await service.ask(submitFiling, { as: 'applicant', body })).body.state).toBe('registered');
  const seen = async () => (await service.ask(listMyLookups, { as: 'registrar-sc' })).body.lookups;
  await expect
    .poll(seen, { timeout: 60_000 })
    .toContainEqual(expect.objectContaining({ authority: 'reg-511623', purpose: 'registration' }));
});
