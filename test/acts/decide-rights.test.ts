import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aCaller } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
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

const inReview = async (by = applicant) => service.submit(await service.proven(aDoubtfulFiling()), { by });
const register = { outcome: 'register' } as const;

describe('decides nothing', () => {
  test.each([
    ['whoever filed it', applicant, 'forbidden'],
    ['a registrar of the other side, who cannot see it', registrar('500231'), 'not-found'],
    ['a registrar of the province above', registrar('510000'), 'not-found'],
    ['the head, who only approves', head('511623'), 'forbidden'],
    ['an auditor, who sees it', aCaller(undefined, { roles: ['auditor'] }), 'forbidden'],
    [
      'an officer of the authority in another role',
      aCaller('reg-511623', { roles: ['regulator'] }),
      'not-found',
    ],
  ])('%s', async (_, by, code) => {
    const { id } = await inReview();
    const before = await service.kept();
    await expect(service.decide(id, register, { by })).rejects.toMatchObject({ code });
    expect(await service.kept()).toEqual(before);
    expect((await service.itemsOf('lookupLog')).length).toBe(1);
  });

  test('the window that took it, of another authority', async () => {
    const window = registrar('500231');
    const { id } = await inReview(window);
    await expect(service.decide(id, register, { by: window })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('anybody, on a filing that is not there', async () => {
    const id = '00000000-0000-4000-8000-000000000000';
    await expect(service.decide(id, register)).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('nobody decides what concerns himself', () => {
  const { persons } = aCompanyFiling();

  test.each(persons.map(({ ref }) => ref))('an officer who is named as %s', async (ref) => {
    const { id } = await inReview();
    const filing = await service.filings.find(id);
    const subjectKey = filing?.persons.find((person) => person.ref === ref)?.subject;
    if (subjectKey === undefined) throw new Error('Not named');
    await expect(
      service.decide(id, register, { by: registrar('511623', { subjectKey }) }),
    ).rejects.toMatchObject({ code: 'concerns-officer' });
  });

  test('an officer who is named, by whatever issuer says who he is', async () => {
    const { id } = await inReview();
    const recusalKey = (await service.filings.find(id))?.persons[0]?.subject;
    if (recusalKey === undefined) throw new Error('Not named');
    await expect(
      service.decide(id, register, { by: registrar('511623', { recusalKey }) }),
    ).rejects.toMatchObject({ code: 'concerns-officer' });
  });

  test('an officer who vouched at the window for the people of the filing', async () => {
    const facts = aDoubtfulFiling();
    const inPerson = {
      ...facts,
      name: { ...facts.name, tradeName: '验岚' },
      persons: facts.persons.map((person) => ({ ...person, proof: { kind: 'in-person' as const } })),
    };
    const clerk = registrar('511623');
    const { id, state } = await service.submit(inPerson, { by: clerk });
    expect(state).toBe('in-review');
    await expect(service.decide(id, register, { by: clerk })).rejects.toMatchObject({
      code: 'concerns-officer',
    });
    const colleague = { ...clerk, id: 'another-officer' };
    expect(await service.decide(id, register, { by: colleague })).toMatchObject({ state: 'registered' });
  });

  test('an officer does not vouch for himself', async () => {
    const facts = aDoubtfulFiling();
    const inPerson = {
      ...facts,
      name: { ...facts.name, tradeName: '自岚' },
      persons: facts.persons.map((person) => ({ ...person, proof: { kind: 'in-person' as const } })),
    };
    const own = (await service.submit(inPerson, { by: registrar('511623') })).id;
    const recusalKey = (await service.filings.find(own))?.persons[0]?.subject;
    if (recusalKey === undefined) throw new Error('Not named');
    const again = { ...inPerson, name: { ...inPerson.name, tradeName: '己岚' } };
    const told = await service.submit(again, { by: registrar('511623', { recusalKey }) });
    expect(told.state).toBe('returned');
    expect(told.findings.map(({ rule, path }) => [rule, path])).toContainEqual([
      'identity.unproven',
      '/persons/0/proof',
    ]);
  });

  test('an officer who filed it on-line', async () => {
    const officer = registrar('511623');
    const { window: _window, ...atHome } = officer;
    const { id } = await inReview(atHome);
    await expect(service.decide(id, register, { by: officer })).rejects.toMatchObject({
      code: 'concerns-officer',
    });
  });

  test('an officer who took it at the window may decide it, as windows do', async () => {
    const { id } = await inReview(registrar('511623'));
    expect(await service.decide(id, register)).toMatchObject({ state: 'registered' });
  });

  test('an officer whose token names another person may decide it', async () => {
    const { id } = await inReview();
    const subjectKey = await service.personalData.subjectKeyOf({ kind: 'passport', number: 'E00000000' });
    expect(await service.decide(id, register, { by: registrar('511623', { subjectKey }) })).toMatchObject({
      state: 'registered',
    });
  });
});

describe('versions', () => {
  test('an officer who read an older version is told the current one', async () => {
    const { id } = await inReview();
    await service.extend(id, { step: 'propose', reason: '需要核实' });
    await expect(service.decide(id, register, { version: 1 })).rejects.toMatchObject({
      code: 'version-conflict',
      values: { current: 2 },
    });
    expect(await service.decide(id, register, { version: 2 })).toMatchObject({ version: 3 });
  });

  test.each(['registered', 'returned'])('what is %s is decided no more', async (state) => {
    const facts = state === 'registered' ? await service.proven(aCompanyFiling()) : aCompanyFiling();
    const told = await service.submit(facts);
    expect(told.state).toBe(state);
    await expect(service.decide(told.id, register)).rejects.toMatchObject({
      code: 'filing-not-open',
      values: { state },
    });
  });
});

describe('at one moment', () => {
  const outcomesOf = async (steps: readonly Promise<unknown>[]) =>
    (await Promise.allSettled(steps))
      .map((settled) => (settled.status === 'fulfilled' ? 'done' : (settled.reason as { code: string }).code))
      .toSorted();

  /* As whoever is later comes while the first one writes, or finds it done. */
  const told = expect.stringMatching(/^(version-conflict|filing-not-open)$/);
  const version = 1;

  test('two registrars decide: one does, the other is told', async () => {
    const { id } = await inReview();
    const second = registrar('511623', { id: 'another' });
    const outcomes = await outcomesOf([
      service.decide(id, register, { version }),
      service.decide(id, { outcome: 'return', reason: 'x' }, { by: second, version }),
    ]);
    expect(outcomes).toEqual(['done', told]);
    const kinds = kindsOf(await service.kept());
    expect([kinds['FILING/EVENT'], kinds['NAME/CLAIMS']]).toEqual([2, 1]);
    const filing = await service.filings.find(id);
    expect(kinds['ENTERPRISE/ENTERPRISE'] ?? 0).toBe(filing?.state === 'registered' ? 1 : 0);
  });

  test('one decides and one extends', async () => {
    const { id } = await inReview();
    const outcomes = await outcomesOf([
      service.decide(id, register, { version }),
      service.extend(
        id,
        { step: 'propose', reason: '需要核实' },
        { by: registrar('511623', { id: 'another' }), version },
      ),
    ]);
    expect(outcomes).toEqual(['done', told]);
    expect((await service.filings.find(id))?.version).toBe(2);
  });

  test('two filings that share a trade name in different industries are both decided', async () => {
    const submitAs = async (industry: { word: string; class: string }, facts = aDoubtfulFiling()) =>
      service.submit(await service.proven({ ...facts, name: { ...facts.name, industry } }));
    const filings = [
      await submitAs({ word: '云创', class: 'M75' }),
      await submitAs({ word: '云算', class: 'I65' }),
    ];
    expect(filings.map(({ state }) => state)).toEqual(['in-review', 'in-review']);
    const told = await Promise.all(filings.map(({ id }) => service.decide(id, register)));
    expect(told.map(({ state }) => state)).toEqual(['registered', 'registered']);
    const { claims } = await service.nameClaims.get('reg-511623', '禾岚');
    expect(claims.map(({ state }) => state)).toEqual(['registered', 'registered']);
  });

  test('one officer twice under one key: one answer', async () => {
    const { id } = await inReview();
    const both = await Promise.all([1, 2].map(() => service.decide(id, register, { key: 'key-1' })));
    expect(both.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
    expect(both[0]?.registration).toEqual(both[1]?.registration);
    expect(kindsOf(await service.kept())['ENTERPRISE/ENTERPRISE']).toBe(1);
  });
});

test('a key used for one filing is a conflict for another', async () => {
  const { id } = await inReview();
  await service.decide(id, { outcome: 'return', reason: 'x' }, { key: 'key-1' });
  const { id: other } = await inReview();
  await expect(
    service.decide(other, { outcome: 'return', reason: 'x' }, { key: 'key-1' }),
  ).rejects.toMatchObject({ code: 'idempotency-conflict' });
});
