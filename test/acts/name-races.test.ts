import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aCaller } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  kindsOf,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const by = (id: string) => aCaller(undefined, { id, roles: ['applicant'] });
/** The same name, which nothing is to be judged in; but who they are is judged, as they came to a window. */
const seen = (facts = aCompanyFiling()) => ({
  ...facts,
  persons: facts.persons.map((person) => ({ ...person, proof: { kind: 'in-person' as const } })),
});
const clerk = (id: string) => aCaller('reg-500231', { id, roles: ['registrar'], window: 'win-500231' });

test.each([1, 2, 3])(
  'two filings for one name at once, both to be judged: one waits, the other is told (%d)',
  async () => {
    const facts = await service.proven(aDoubtfulFiling());
    const both = await Promise.all([
      service.submit(facts, { by: by('a') }),
      service.submit(facts, { by: by('b') }, service.newInstance()),
    ]);
    expect(both.map(({ state }) => state).toSorted()).toEqual(['in-review', 'returned']);
    const late = both.find(({ state }) => state === 'returned');
    expect(late?.findings.map(({ rule }) => rule)).toContain('names.taken');
    const waiting = both.find(({ state }) => state === 'in-review');
    const { claims } = await service.nameClaims.get('reg-511623', '禾岚');
    expect(claims).toMatchObject([{ state: 'reserved', holder: waiting?.id }]);
    expect(kindsOf(await service.kept())).toEqual({
      'FILING/EVENT': 2,
      'FILING/FILING': 2,
      'NAME/CLAIMS': 1,
    });
    await service.decide(waiting?.id ?? '', { outcome: 'register' });
    expect(kindsOf(await service.kept())).toMatchObject({ 'ENTERPRISE/ENTERPRISE': 1, 'CODE/CLAIM': 1 });
  },
);

test.each([1, 2, 3])(
  'one to be judged and one on the spot: one has the name, the other is told (%d)',
  async () => {
    const onTheSpot = await service.proven(aCompanyFiling());
    const both = await Promise.all([
      service.submit(onTheSpot, { by: by('a') }),
      service.submit(seen(), { by: clerk('b') }, service.newInstance()),
    ]);
    const [spot, judged] = both;
    const states = both.map(({ state }) => state);
    expect([
      ['registered', 'returned'],
      ['returned', 'in-review'],
    ]).toContainEqual(states);
    const late = spot?.state === 'returned' ? spot : judged;
    expect(late?.findings.map(({ rule }) => rule)).toContain('names.taken');
    const { claims } = await service.nameClaims.get('reg-511623', '禾岚');
    expect(claims.map(({ state }) => state)).toEqual([
      spot?.state === 'registered' ? 'registered' : 'reserved',
    ]);
    expect(kindsOf(await service.kept())['ENTERPRISE/ENTERPRISE'] ?? 0).toBe(
      spot?.state === 'registered' ? 1 : 0,
    );
  },
);
