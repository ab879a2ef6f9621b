import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFiling, listQueue } from '../../lib/contract/decisions.ts';
import { checkFiling, submitFiling } from '../../lib/contract/filings.ts';
import { getStandard } from '../../lib/contract/standards.ts';
import { addYears } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, type Facts, freshPerson, freshTradeName, toBeJudged, today } from './a-filing.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

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
          const told = (await service.ask(checkFiling, { as: 'applicant', body })).body;
          const { decidedBy, routing, ...rest } = told;
          expect([decidedBy, routing?.authority]).toEqual([`reg-${division}`, `reg-${division}`]);
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
