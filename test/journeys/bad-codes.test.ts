import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { heartbeatSource, publishRecord } from '../../lib/contract/credit-records.ts';
import { checkFiling } from '../../lib/contract/filings.ts';
import { listItems } from '../../lib/contract/standards.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, citizenNumber, type Facts, freshPerson } from './a-filing.ts';
import { recordOf } from './a-record.ts';
import { aQuestion, refusedFiling, refusedRecord } from './to-be-refused.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

describe('codes and numbers', () => {
  const organisation = (code: string) => ({ subjects: [{ kind: 'organisation', code }] });
  const ask = (more: Record<string, unknown>) => ({ as: 'regulator-sc', body: aQuestion(more) });

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

  test.each([
    ['110108000000016', '110108000000016'],
    ['ma5u000a-5', 'MA5U000A5'],
  ])('a code of before the unified ones (%s) is kept on a record, with a mark', async (typed, code) => {
    const { status, body } = await service.ask(publishRecord, {
      as: 'publisher-cq',
      body: recordOf(freshPerson(), {
        class: 'abnormal-list',
        issuedBy: 'reg-500231',
        subject: { kind: 'organisation', code: typed },
      }),
    });
    expect([status, body.subject]).toEqual([201, { kind: 'organisation', code, codeCheck: 'legacy' }]);
    const told = await service.send(lookUp, ask(organisation(code)));
    expect(told).toMatchObject({ body: { results: [{ disclosed: { entries: [{ record: body.id }] } }] } });
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
    'a code that is none (%j) is told of its row in a look-up, and has no result',
    async (code) => {
      const told = await service.send(lookUp, ask(organisation(code)));
      const row = code === '' ? { status: 'blank' } : { status: 'malformed', reason: 'malformed-code' };
      expect(told).toMatchObject({ status: 200, body: { asked: [{ index: 0, ...row }], results: [] } });
    },
  );

  test.each([
    '500231199003070019',
    '500231199002300011',
    '50023119900307001',
    '500231189003070018',
    'X'.repeat(18),
  ])(
    'a citizen number that cannot be (%s) is told of its row in a look-up, refused in a record, and not told back',
    async (number) => {
      const subject = { kind: 'person', document: { kind: 'citizen-id', number } } as const;
      const refused = await refusedRecord(service, { subject });
      expect(refused).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
      expect(refused.body.defects?.[0]).toMatchObject({
        path: expect.stringMatching(/\/document\/number$/),
        code: 'impossible-document-number',
      });
      const told = await service.send(lookUp, ask({ subjects: [subject] }));
      expect(told).toMatchObject({ status: 200, body: { asked: [{ status: 'malformed' }], results: [] } });
      for (const { body } of [refused, told]) expect(JSON.stringify(body)).not.toContain(number);
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
    const told = await refusedRecord(service, { documentNumber: '（2026）50023119900307000X号' });
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
    const filed = await refusedFiling(service, filing);
    expect(filed).toMatchObject(impossible);
    expect(filed.body.defects?.[0]?.path).toBe('/facts/term/endsOn');
    expect(await refusedRecord(service, { decidedOn: day })).toMatchObject(impossible);
    expect(
      await service.refused(lookUp, { as: 'regulator-sc', body: aQuestion({ asOf: day }) }),
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
    expect((await refusedRecord(service, { decidedOn })).body.defects).toMatchObject([
      { path: '/decidedOn', code },
    ]);
  });
});
