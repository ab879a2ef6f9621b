import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { heartbeatSource, publishRecord } from '../../lib/contract/credit-records.ts';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { checkFiling, getFiling, listFilings, submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise, verifyLicence, verifyReceipt } from '../../lib/contract/licences.ts';
import { getStandard, listAuthorities, listItems } from '../../lib/contract/standards.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, citizenNumber, type Facts, freshPerson, type Package, toBeJudged } from './a-filing.ts';
import { lookUpOf, recordOf, subjectOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const newApplicant = () => service.forge.accessToken({ claims: { sub: crypto.randomUUID() } });

/** Submits what is to be refused, and sees that nothing was filed. */
async function refusedFiling(body: unknown) {
  const token = await newApplicant();
  const told = await service.refused(submitFiling, { token, body });
  expect((await service.ask(listFilings, { token })).body.filings).toEqual([]);
  return told;
}

/** Publishes what is to be refused, and sees that the person stays without a record. */
async function refusedRecord(overrides: Parameters<typeof recordOf>[1]) {
  const person = freshPerson();
  const told = await service.refused(publishRecord, {
    as: 'publisher-cq',
    body: recordOf(person, overrides),
  });
  expect((await lookUpOf(service, [person])).results).toMatchObject([{ disclosed: { entries: [] } }]);
  return told;
}

const question = (more: Record<string, unknown> = {}) => ({
  purpose: 'registration',
  basis: 'registration-review',
  subjects: [subjectOf(freshPerson())],
  ...more,
});

describe('codes and numbers', () => {
  const organisation = (code: string) => ({ subjects: [{ kind: 'organisation', code }] });
  const ask = (more: Record<string, unknown>) => ({ as: 'regulator-sc', body: question(more) });

  test.each(['９１５００２３１ＭＡ５Ｕ０００Ａ５Ｘ', '91500231ma5u000a5x', ' 91500231MA5U000A5X '])(
    '%s is normalised and told back as it is kept',
    async (code) => {
      const told = await service.send(lookUp, ask(organisation(code)));
      expect(told).toMatchObject({
        status: 200,
        body: { results: [{ subject: { code: '91500231MA5U000A5X', codeCheck: 'passed' } }] },
      });
    },
  );

  test('full-width digits and a small x in a person’s number name the same person', async () => {
    const number = citizenNumber('500231', '1979-08-06');
    expect(number).toBe('50023119790806000X');
    const subjects = [number, number.toLowerCase(), '５００２３１１９７９０８０６０００Ｘ'].map((one) => ({
      kind: 'person' as const,
      document: { kind: 'citizen-id' as const, number: one },
    }));
    const { body } = await service.ask(lookUp, {
      as: 'regulator-sc',
      body: { purpose: 'registration', basis: 'registration-review', subjects },
    });
    // The debtor of the demo.
    expect(body.results.map(({ verdict }) => verdict)).toEqual(['hit', 'hit', 'hit']);
    expect(new Set(body.results.map(({ subject }) => JSON.stringify(subject))).size).toBe(1);
  });

  test('a code that fails its check is accepted on a record, with a mark', async () => {
    const code = '91500231MA5U000A57';
    const { status, body } = await service.ask(publishRecord, {
      as: 'publisher-cq',
      body: recordOf(freshPerson(), {
        class: 'abnormal-list',
        issuedBy: 'reg-500231',
        subject: { kind: 'organisation', code },
      }),
    });
    expect([status, body.subject]).toEqual([201, { kind: 'organisation', code, codeCheck: 'failed' }]);
    const told = await service.send(lookUp, ask(organisation(code)));
    expect(told).toMatchObject({
      status: 200,
      body: {
        results: [{ subject: { code, codeCheck: 'failed' }, disclosed: { entries: [{ record: body.id }] } }],
      },
    });
  });

  test('a code that fails its check is a finding on a filing', async () => {
    const withInvestor =
      (code: string) =>
      (facts: Facts): Facts => ({
        ...facts,
        shareholders: [
          ...facts.shareholders,
          {
            kind: 'organisation',
            code,
            name: '虚构投资有限公司',
            subscribedFen: 0,
            methods: ['money'],
            payBy: '2027-01-01',
          },
        ],
      });
    const findingsOf = async (code: string) => {
      const body = await aFiling(service, { facts: withInvestor(code) });
      const { findings } = (await service.ask(checkFiling, { as: 'applicant', body })).body;
      return findings.filter(({ path }) => path === '/shareholders/1/code').map(({ effect }) => effect);
    };
    expect(await findingsOf('91500231MA5U000A57')).toEqual(['defect']);
    expect(await findingsOf('９１５００２３１ma5u000a5x')).toEqual([]);
  });

  test.each(['91500231MA5U000A5', '91500231MA5U000A5XX', '91500231MO5U000A5X', '垫江县', ''])(
    'a code that is none (%j) is refused in a look-up, with its place',
    async (code) => {
      const told = await service.refused(lookUp, ask(organisation(code)));
      expect(told).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', defects: [{ path: '/subjects/0/code', code: 'malformed-code' }] },
      });
    },
  );

  test.each([
    '500231199003070019',
    '500231199002300011',
    '50023119900307001',
    '500231189003070018',
    'X'.repeat(18),
  ])(
    'a citizen number that cannot be (%s) is refused in a look-up and a record, and not told back',
    async (number) => {
      const subject = { kind: 'person', document: { kind: 'citizen-id', number } } as const;
      for (const told of [
        await service.refused(lookUp, ask({ subjects: [subject] })),
        await refusedRecord({ subject }),
      ]) {
        expect(told).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
        expect(told.body.defects?.[0]).toMatchObject({
          path: expect.stringMatching(/\/document\/number$/),
          code: 'impossible-document-number',
        });
        expect(JSON.stringify(told.body)).not.toContain(number);
      }
    },
  );

  test('a citizen number that fails its check is a finding on a filing', async () => {
    const broken = (facts: Facts): Facts => ({
      ...facts,
      persons: facts.persons.map(({ proof: _, ...person }) => ({
        ...person,
        document: { kind: 'citizen-id', number: '500231199003070019' },
      })),
    });
    const { body } = await service.ask(checkFiling, {
      as: 'applicant',
      body: await aFiling(service, { facts: broken }),
    });
    const told = body.findings.filter(
      ({ path }) => path === '/persons/0/document/number' || path === '/persons/0/document',
    );
    expect(told).toMatchObject([{ effect: 'defect' }]);
    expect(JSON.stringify(body)).not.toContain('500231199003070019');
  });

  test('a citizen number inside a document number is refused', async () => {
    const told = await refusedRecord({ documentNumber: '（2026）50023119900307000X号' });
    expect(told.body.defects).toMatchObject([{ path: '/documentNumber', code: 'personal-number' }]);
    expect(JSON.stringify(told.body)).not.toContain('50023119900307000X');
  });
});

describe('days and instants that are none', () => {
  test.each(['2026-02-30', '2026-13-01', '2025-02-29', '2026-00-10'])('%s', async (day) => {
    const impossible = {
      status: 400,
      body: { code: 'invalid-request', defects: [{ code: 'impossible-day' }] },
    };
    const filing = await aFiling(service, {
      facts: (facts) => ({ ...facts, term: { kind: 'until', endsOn: day } }),
    });
    const filed = await refusedFiling(filing);
    expect(filed).toMatchObject(impossible);
    expect(filed.body.defects?.[0]?.path).toBe('/facts/term/endsOn');
    expect(await refusedRecord({ decidedOn: day })).toMatchObject(impossible);
    expect(
      await service.refused(lookUp, { as: 'regulator-sc', body: question({ asOf: day }) }),
    ).toMatchObject(impossible);
    const listed = await service.refused(listItems, { query: { on: day } });
    expect(listed.body.defects).toMatchObject([{ path: 'query:/on', code: 'impossible-day' }]);
  });

  test.each([
    '2026-11-23',
    '2026-11-23T01:02:03Z',
    '2026-11-23T01:02:03.004+08:00',
    '2026-11-23T25:00:00.000Z',
    '2026-02-30T00:00:00.000Z',
  ])('%s is no instant', async (instant) => {
    const beat = { as: 'publisher-cq', params: { source: 'cq-penalties' }, body: { completeUpTo: instant } };
    const told = await service.refused(heartbeatSource, beat);
    expect(told.status).toBe(400);
    expect(new Set(told.body.defects?.map(({ path }) => path))).toEqual(new Set(['/completeUpTo']));
  });

  test.each([['2999-01-01', 'after-today']])('a record decided on %s is refused', async (decidedOn, code) => {
    expect((await refusedRecord({ decidedOn })).body.defects).toMatchObject([{ path: '/decidedOn', code }]);
  });
});

describe('real-name proofs', () => {
  const withProof = async (forge: (person: ReturnType<typeof freshPerson>) => Promise<string>) => {
    const founder = freshPerson();
    const token = await forge(founder);
    return aFiling(service, {
      founder,
      facts: (facts) => ({
        ...facts,
        persons: facts.persons.map((person, at) =>
          at === 0 ? { ...person, proof: { kind: 'token', token } } : person,
        ),
      }),
    });
  };
  const past = () => Math.floor(Date.now() / 1000) - 3_600;

  const faults: Readonly<
    Record<string, readonly [string, (person: ReturnType<typeof freshPerson>) => Promise<string>]>
  > = {
    expired: [
      'expired',
      (one) => service.forge.realNameProof(one, { claims: { iat: past() - 60, exp: past() } }),
    ],
    'of a foreign provider': [
      'foreign-issuer',
      (one) => service.forge.realNameProof(one, { claims: { iss: 'https://id.example' } }),
    ],
    'for another service': [
      'wrong-audience',
      (one) => service.forge.realNameProof(one, { claims: { aud: 'somebody-else' } }),
    ],
    'signed by nobody': ['bad-signature', (one) => service.forge.realNameProof(one, { foreignKey: true })],
    'of another type': ['wrong-type', (one) => service.forge.realNameProof(one, { typ: 'JWT' })],
    'an access token': ['wrong-type', () => service.tokenOf('applicant')],
    'no token': ['malformed', async () => 'a.b.c'],
    'without an id': ['malformed', (one) => service.forge.realNameProof(one, { claims: { jti: undefined } })],
    'of somebody else': ['other-person', () => service.proofOf(freshPerson())],
    'of another name': ['other-person', ({ document }) => service.proofOf({ name: '别的人', document })],
  };

  test.each(Object.keys(faults))(
    '%s: refused with its reason, in check and submission alike',
    async (kind) => {
      const [reason = '', forge] = faults[kind] ?? [];
      if (forge === undefined) throw new Error(kind);
      const body = await withProof(forge);
      const problem = { status: 422, body: { code: 'identity-proof-invalid', values: { reason } } };
      expect(await refusedFiling(body)).toMatchObject(problem);
      expect(await service.refused(checkFiling, { as: 'applicant', body })).toMatchObject(problem);
    },
  );

  test('in person counts at a window alone', async () => {
    const body = await aFiling(service, {
      facts: (facts) => ({
        ...facts,
        persons: facts.persons.map((one) => ({ ...one, proof: { kind: 'in-person' } })),
      }),
    });
    const rulesFor = async (as: string) =>
      (await service.ask(checkFiling, { as, body })).body.findings.map(({ rule }) => rule);
    expect(await rulesFor('applicant')).toEqual(['identity.unproven', 'identity.unproven']);
    expect(await rulesFor('registrar-cq')).toEqual(['identity.in-person', 'identity.in-person']);
  });
});

describe('what is not known', () => {
  const changed = async (change: (body: Package) => unknown) => refusedFiling(change(await aFiling(service)));
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
        question({ purpose: 'curiosity' }),
        question({ basis: 'curiosity' }),
        question({ purpose: 'supervision', basis }),
      ])
        expect(await service.refused(lookUp, { as: 'regulator-sc', body })).toMatchObject({
          status: basis.startsWith('_') && body.basis === basis ? 400 : 422,
        });
    },
  );

  test('a purpose that only the service itself has', async () => {
    const body = question({ purpose: 'own-file', basis: 'access-of-the-person' });
    expect(await service.refused(lookUp, { as: 'regulator-sc', body })).toMatchObject({ status: 403 });
  });

  test.each(['gossip', 'constructor', 'toString'])('a class: %s', async (name) => {
    expect(await refusedRecord({ class: name })).toMatchObject({
      status: 422,
      body: { code: 'unknown-record-class', values: { class: name } },
    });
  });

  test.each(['court-999999', 'constructor', 'hasOwnProperty'])('an authority: %s', async (issuedBy) => {
    expect(await refusedRecord({ issuedBy })).toMatchObject({
      status: 422,
      body: { code: 'unknown-authority' },
    });
  });

  test('a kind of authority or subject that the class does not know', async () => {
    expect(await refusedRecord({ issuedBy: 'reg-500231' })).toMatchObject({
      status: 422,
      body: { code: 'record-out-of-catalogue', values: { reason: 'authority-kind' } },
    });
    expect(await refusedRecord({ severity: 'serious' })).toMatchObject({
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
        await service.refused(lookUp, { as: 'regulator-sc', body: question({ subjects: given }) }),
      ).toMatchObject({
        status: 400,
        body: { defects: [{ path: '/subjects', code }] },
      });
  });

  test('121 persons, 151 offices, 61 materials', async () => {
    const body = await aFiling(service);
    const { persons, offices, materials } = body.facts;
    const many = <T>(list: readonly T[], count: number) => Array.from({ length: count }, () => list[0]);
    const told = await refusedFiling({
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

describe('codes in a path', () => {
  test.each(['91500231', '垫江', '%00', '../../health', "' OR 1=1", 'a'.repeat(4_000)])(
    '%j is no code',
    async (code) => {
      const told = await service.refused(getEnterprise, { params: { code } });
      expect(told).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      expect(told.body.defects?.at(-1)).toMatchObject({ path: 'path:/code', code: 'malformed-code' });
    },
  );

  test('one that fails its check is nobody’s', async () => {
    const told = await service.refused(getEnterprise, { params: { code: '91500231MA5U000A57' } });
    expect(told).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  test('lower case and full width name the same enterprise', async () => {
    const filed = await service.ask(submitFiling, { as: 'applicant', body: await aFiling(service) });
    const code = filed.body.registration?.code ?? '';
    const fullWidth = [...code]
      .map((one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0))
      .join('');
    for (const given of [code.toLowerCase(), fullWidth])
      expect((await service.ask(getEnterprise, { params: { code: given } })).body.code).toBe(code);
  });

  test.each([
    '1',
    'not-an-id',
    '00000000-0000-4000-8000-00000000000',
    '00000000-0000-4000-8000-00000000000G',
  ])('%s is no filing', async (id) => {
    const told = await service.refused(getFiling, { as: 'applicant', params: { id } });
    expect(told).toMatchObject({ status: 400, body: { defects: [{ path: 'path:/id' }] } });
  });
});
