import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { checkFiling, getFiling, getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise, getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { listKeys } from '../../lib/contract/standards.ts';
import { addYears } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, type Facts, freshPerson, freshTradeName, today } from './a-filing.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

/** A letter in the middle of the signature, as its last one can carry bits that count for nothing. */
function withOtherSignature(token: string): string {
  const at = token.lastIndexOf('.') + 20;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}

describe('a company for Linshui, handed in at a window in Dianjiang', () => {
  const tradeName = freshTradeName();
  const founder = freshPerson('尤小满');
  const supervisor = freshPerson('费思齐');
  const file = async () => {
    const wish = { tradeName: freshTradeName(), founder, supervisor };
    return (await service.ask(submitFiling, { as: 'registrar-cq', body: await aFiling(service, wish) })).body;
  };

  test('is registered on the spot by Linshui', async () => {
    const { body, headers, status } = await service.ask(submitFiling, {
      as: 'registrar-cq',
      body: await aFiling(service, { tradeName, founder, supervisor }),
    });
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/v1/filings/${body.id}`);
    expect(body).toMatchObject({
      version: 1,
      item: 'establish-company',
      name: `邻水县${tradeName}软件有限公司`,
      division: '511623',
      state: 'registered',
      acceptedBy: { channel: 'window', window: 'win-500231', authority: 'reg-500231' },
      decidedBy: 'reg-511623',
      persons: [
        { ref: 'founder', name: '尤**' },
        { ref: 'supervisor', name: '费**' },
      ],
      findings: [],
      ruling: { outcome: 'register', by: 'standard' },
      registration: { code: expect.stringMatching(/^91511623M[0-9A-HJ-NP-RTUW-Y]{9}$/) },
    });
    expect(JSON.stringify(body)).not.toContain(founder.document.number);
    expect((await service.ask(getFiling, { as: 'registrar-sc', params: { id: body.id } })).body).toEqual(
      body,
    );
  });

  test('anybody sees the enterprise, with what law publishes and no more', async () => {
    const { name, registration } = await file();
    const { body } = await service.ask(getEnterprise, { params: { code: registration?.code ?? '' } });
    expect(body).toEqual({
      code: registration?.code,
      name,
      type: 'limited-company',
      typeName: '有限责任公司',
      status: 'registered',
      statusSince: today(),
      head: { title: 'legal-representative', names: ['尤小满'] },
      capital: { title: 'registered-capital', fen: 100_000_000 },
      place: { title: 'domicile', text: expect.stringMatching(/^四川省广安市邻水县/) },
      businessScope: ['软件开发', '信息技术咨询服务'],
      establishedOn: today(),
      members: [
        {
          name: '尤小满',
          as: 'shareholder',
          subscribedFen: 100_000_000,
          payBy: addYears(today(), 5),
        },
      ],
      notices: [],
      inquiries: [],
      version: 1,
      registeredBy: 'reg-511623',
      registeredByName: '邻水县市场监督管理局',
    });
    expect(JSON.stringify(body)).not.toContain('费思齐');
  });

  test('anybody checks the licence, here or by the published key', async () => {
    const { registration } = await file();
    const code = registration?.code ?? '';
    const { content, licence } = (await service.ask(getLicence, { params: { code } })).body;
    expect(content).toMatchObject({
      code,
      number: 1,
      head: { title: 'legal-representative', names: ['尤小满'] },
      issuedOn: today(),
    });
    expect((await service.ask(verifyLicence, { body: { licence } })).body).toEqual({
      valid: true,
      current: true,
      status: 'valid',
      content,
    });
    const { keys } = (await service.ask(listKeys)).body;
    const { payload } = await jwtVerify(
      licence,
      createLocalJWKSet({ keys: keys.map(({ use: _, ...key }) => key) }),
    );
    expect(payload).toMatchObject({
      '@context': ['https://www.w3.org/ns/credentials/v2', expect.anything()],
      type: ['VerifiableCredential', 'BusinessLicence'],
      issuer: { id: `${service.url}/v1/licences/issuers/reg-511623`, name: '邻水县市场监督管理局' },
      credentialSubject: content,
    });
    expect(
      (await service.ask(verifyLicence, { body: { licence: withOtherSignature(licence) } })).body,
    ).toEqual({
      valid: false,
      reason: 'bad-signature',
    });
    expect((await service.ask(verifyReceipt, { body: { receipt: licence } })).body).toEqual({
      valid: false,
      reason: 'wrong-type',
    });
  });

  test('anybody checks the receipt: it decides again as it did', async () => {
    const { id, standardVersion, receipt: told } = await file();
    const { receipt } = (await service.ask(getReceipt, { as: 'auditor', params: { id } })).body;
    expect(told).toBe(`/v1/filings/${id}/receipt`);
    expect((await service.ask(verifyReceipt, { body: { receipt } })).body).toEqual({
      valid: true,
      filing: id,
      item: 'establish-company',
      standardVersion,
      event: 'FilingRegistered',
      issuedAt: expect.any(String),
      factsMatch: true,
      sameFindings: true,
      sameAdmissible: true,
    });
    expect(
      (await service.ask(verifyReceipt, { body: { receipt: withOtherSignature(receipt) } })).body,
    ).toEqual({
      valid: false,
      reason: 'bad-signature',
    });
    const payload = Buffer.from(receipt.split('.')[1] ?? '', 'base64url').toString();
    for (const secret of [founder.document.number, '尤小满', supervisor.document.number])
      expect(payload).not.toContain(secret);
  });

  test('the name is taken from then on, for that authority', async () => {
    const taken = freshTradeName();
    const first = await aFiling(service, { tradeName: taken });
    expect((await service.ask(submitFiling, { as: 'applicant', body: first })).body.state).toBe('registered');
    const second = await aFiling(service, { tradeName: taken });
    const { body } = await service.ask(submitFiling, { as: 'applicant', body: second });
    expect(body).toMatchObject({
      state: 'returned',
      findings: [{ rule: 'names.taken', path: '/name/tradeName' }],
    });
    const elsewhere = await aFiling(service, {
      tradeName: taken,
      place: { division: '511724', placeWord: '大竹县' },
    });
    expect((await service.ask(submitFiling, { as: 'applicant', body: elsewhere })).body.state).toBe(
      'registered',
    );
  });
});

describe('a defective filing', () => {
  const defective = (facts: Facts): Facts => ({
    ...facts,
    name: { ...facts.name, division: '垫江县', tradeName: '舟' },
    shareholders: facts.shareholders.map((one) => ({ ...one, subscribedFen: 1, methods: ['labour'] })),
    offices: facts.offices.filter(({ office }) => office !== 'liaison'),
    persons: facts.persons.map(({ proof: _, ...person }) => person),
    materials: facts.materials.slice(0, 1),
  });
  const everyDefect = [
    ['names.division-elsewhere', '/name/division'],
    ['names.trade-name-length', '/name/tradeName'],
    ['identity.unproven', '/persons/0/proof'],
    ['identity.unproven', '/persons/1/proof'],
  ];
  const told = (findings: readonly { readonly rule: string; readonly path: string }[]) =>
    findings.map(({ rule, path }) => [rule, path]);

  test('hears of every defect at once, alike in check and submission; corrected, it is registered', async () => {
    const wish = { tradeName: freshTradeName(), founder: freshPerson(), supervisor: freshPerson() };
    const body = await aFiling(service, { ...wish, facts: defective });
    const checked = await service.ask(checkFiling, { as: 'applicant', body });
    const returned = (await service.ask(submitFiling, { as: 'applicant', body })).body;
    expect(returned.findings).toEqual(checked.body.findings);
    expect(told(returned.findings)).toEqual(expect.arrayContaining(everyDefect));
    expect(returned.findings.length).toBeGreaterThanOrEqual(9);
    expect(returned).toMatchObject({ state: 'returned', admissible: ['return'] });
    expect(returned.findings.every(({ articles, text }) => articles.length > 0 && text !== '')).toBe(true);
    const corrected = await aFiling(service, wish);
    expect((await service.ask(submitFiling, { as: 'applicant', body: corrected })).body.state).toBe(
      'registered',
    );
  });

  test('that is returned stays returned: nobody decides it again', async () => {
    const body = await aFiling(service, { facts: defective });
    const { id } = (await service.ask(submitFiling, { as: 'applicant', body })).body;
    const refused = await service.refused(decideFiling, {
      as: 'registrar-sc',
      params: { id },
      body: { action: 'register' },
    });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'filing-not-open', values: { state: 'returned' } },
    });
  });

  test('a check leaves nothing behind: the name is still free', async () => {
    const wish = { tradeName: freshTradeName() };
    await service.ask(checkFiling, { as: 'applicant', body: await aFiling(service, wish) });
    const { body } = await service.ask(submitFiling, {
      as: 'registrar-cq',
      body: await aFiling(service, wish),
    });
    expect(body.state).toBe('registered');
  });
});
