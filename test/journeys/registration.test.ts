import { createLocalJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFiling, listQueue } from '../../lib/contract/decisions.ts';
import { checkFiling, getFiling, getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise, getLicence, verifyLicence, verifyReceipt } from '../../lib/contract/licences.ts';
import { getStandard, listKeys } from '../../lib/contract/standards.ts';
import { addYears } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, type Facts, freshPerson, freshTradeName, toBeJudged, today } from './a-filing.ts';

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
      type: expect.stringContaining('有限责任公司'),
      status: 'registered',
      legalRepresentative: '尤小满',
      capitalFen: 100_000_000,
      address: expect.stringMatching(/^四川省广安市邻水县/),
      businessScope: ['软件开发', '信息技术咨询服务'],
      establishedOn: today(),
      shareholders: [{ name: '尤小满', subscribedFen: 100_000_000, payBy: addYears(today(), 5) }],
      registeredBy: 'reg-511623',
      registeredByName: '邻水县市场监督管理局',
    });
    expect(JSON.stringify(body)).not.toContain('费思齐');
  });

  test('anybody checks the licence, here or by the published key', async () => {
    const { registration } = await file();
    const code = registration?.code ?? '';
    const { content, licence } = (await service.ask(getLicence, { params: { code } })).body;
    expect(content).toMatchObject({ code, number: 1, legalRepresentative: '尤小满', issuedOn: today() });
    expect((await service.ask(verifyLicence, { body: { licence } })).body).toEqual({
      valid: true,
      current: true,
      content,
    });
    const { keys } = (await service.ask(listKeys)).body;
    const { payload } = await jwtVerify(
      licence,
      createLocalJWKSet({ keys: keys.map(({ use: _, ...key }) => key) }),
    );
    expect(payload).toEqual(content);
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

describe('an extension', () => {
  const submit = async () => {
    const body = await aFiling(service, { facts: toBeJudged });
    return (await service.ask(submitFiling, { as: 'applicant', body })).body;
  };
  const decide = async (as: string, id: string, body: Parameters<typeof bodyOf>[0]) =>
    (await service.ask(decideFiling, { as, params: { id }, body })).body;
  const bodyOf = (
    body:
      | { action: 'approve-extension' | 'decline-extension' | 'register' }
      | { action: 'propose-extension'; reason: string },
  ) => body;

  test('is proposed by a registrar, approved by the head, and given once', async () => {
    const { id, due } = await submit();
    expect(due).toMatchObject({ overdue: false });
    const limits = (await service.ask(getStandard, { params: { item: 'establish-company' } })).body.limits;
    expect(limits).toMatchObject({ reviewWorkingDays: 3, extensionWorkingDays: 3 });
    const proposed = await decide('registrar-sc', id, { action: 'propose-extension', reason: '情形复杂' });
    expect(proposed).toMatchObject({ version: 2, due, extension: { reason: '情形复杂' } });
    expect(proposed.extension).not.toHaveProperty('approvedAt');
    const approved = await decide('head-sc', id, { action: 'approve-extension' });
    expect(approved).toMatchObject({ version: 3, extension: { approvedAt: expect.any(String) } });
    expect((approved.due?.dueOn ?? '') > (due?.dueOn ?? '')).toBe(true);
    const again = await service.refused(decideFiling, {
      as: 'registrar-sc',
      params: { id },
      body: { action: 'propose-extension', reason: '又一次' },
    });
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'extension-not-allowed', values: { reason: 'already-extended' } },
    });
    expect(await decide('registrar-sc', id, { action: 'register' })).toMatchObject({
      version: 4,
      state: 'registered',
      ruling: { outcome: 'register' },
    });
  });

  test('without a proposal there is nothing to approve; declined, the due day stays', async () => {
    const { id, due } = await submit();
    const early = await service.refused(decideFiling, {
      as: 'head-sc',
      params: { id },
      body: { action: 'approve-extension' },
    });
    expect(early).toMatchObject({ status: 409, body: { values: { reason: 'nothing-proposed' } } });
    await decide('registrar-sc', id, { action: 'propose-extension', reason: '情形复杂' });
    const declined = await decide('head-sc', id, { action: 'decline-extension' });
    expect(declined).toMatchObject({ state: 'in-review', version: 3, due });
    expect(declined).not.toHaveProperty('extension');
  });
});

test('what waits stands in the queue until it is decided, and keeps its name meanwhile', async () => {
  const tradeName = freshTradeName();
  const body = await aFiling(service, { tradeName, facts: toBeJudged });
  const { id } = (await service.ask(submitFiling, { as: 'applicant', body })).body;
  const queued = async () =>
    (
      await service.ask(listQueue, { as: 'registrar-sc', params: { authority: 'reg-511623' } })
    ).body.filings.map((filing) => filing.id);
  expect(await queued()).toContain(id);
  const rival = await aFiling(service, { tradeName });
  expect((await service.ask(submitFiling, { as: 'registrar-sc', body: rival })).body).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'names.taken' }],
  });
  const refused = await service.refused(decideFiling, {
    as: 'registrar-sc',
    params: { id },
    body: { action: 'refuse', grounds: ['credit.office-bar'], reason: '没有这样的事实' },
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'outcome-not-admissible' } });
  await service.ask(decideFiling, {
    as: 'registrar-sc',
    params: { id },
    body: { action: 'return', reason: '行业表述不规范' },
  });
  expect(await queued()).not.toContain(id);
  expect((await service.ask(submitFiling, { as: 'registrar-sc', body: rival })).body.state).toBe(
    'registered',
  );
});

describe('the same facts for a place of either side', () => {
  const pairs = [
    [
      ['500231', '垫江县'],
      ['511623', '邻水县'],
    ],
    [
      ['500235', '云阳'],
      ['511724', '大竹'],
    ],
    [
      ['500230', '重庆市丰都县'],
      ['511722', '四川省宣汉县'],
    ],
    [
      ['500233', '重庆忠县'],
      ['511725', '四川渠县'],
    ],
    [
      ['500236', '重庆市'],
      ['511621', '四川省'],
    ],
    [
      ['500237', '重庆'],
      ['511622', '四川'],
    ],
    [
      ['500112', '重庆市'],
      ['511702', '四川省'],
    ],
    [
      ['500112', '渝北区'],
      ['511702', '通川区'],
    ],
    [
      ['500101', '重庆市万州区'],
      ['511602', '广安市广安区'],
    ],
    [
      ['500229', '上海'],
      ['510522', '上海'],
    ],
  ] as const;
  const cases: Readonly<Record<string, (facts: Facts) => Facts>> = {
    complete: (facts) => facts,
    judged: toBeJudged,
    defective: (facts) => ({
      ...facts,
      offices: facts.offices.slice(1),
      materials: [],
      registeredCapitalFen: 1,
      shareholders: facts.shareholders.map((one) => ({ ...one, payBy: addYears(today(), 9) })),
    }),
  };

  test.each(pairs)('%s and %s', async (...places) => {
    for (const facts of Object.values(cases)) {
      const tradeName = freshTradeName();
      const people = { founder: freshPerson(), supervisor: freshPerson() };
      const results = await Promise.all(
        places.map(async ([division, placeWord]) => {
          const body = await aFiling(service, {
            place: { division, placeWord },
            tradeName,
            ...people,
            facts,
          });
          const { decidedBy, ...rest } = (await service.ask(checkFiling, { as: 'applicant', body })).body;
          expect(decidedBy).toBe(`reg-${division}`);
          return JSON.parse(JSON.stringify(rest).replaceAll(placeWord, '〇〇'));
        }),
      );
      expect(results[0]).toEqual(results[1]);
      expect(results[0].findings.length > 0 || facts === cases.complete).toBe(true);
    }
  });

  test('a draft of either side may be checked by the registrars of both', async () => {
    const body = aDraft();
    const [one, other] = await Promise.all(
      ['registrar-cq', 'registrar-sc'].map(async (as) => (await service.ask(checkFiling, { as, body })).body),
    );
    expect(one).toEqual(other);
  });
});
