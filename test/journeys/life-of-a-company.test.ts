import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkFiling } from '../../lib/contract/filings.ts';
import { getEnterprise, getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';
import { endAll, type LocalService } from '../support/local-service.ts';
import { overTheDays } from './later.ts';
import { type AnyFacts, about, file, packageOf, registered } from './lives.ts';

afterAll(endAll);

/** One company from its name to its end, over HTTP and over the days; each step relies on those before. */
const days = overTheDays();
const TRADE_NAME = '望舒雪杉';
let service: LocalService;
let code = '';
let licence = '';

const enterprise = async () => (await service.ask(getEnterprise, { params: { code } })).body;
const currentLicence = async () => (await service.ask(getLicence, { params: { code } })).body;
const rulesOf = async (item: string, change: Parameters<typeof about>[1]) => {
  const body = await packageOf(service, item, about(code, change));
  const checked = (await service.ask(checkFiling, { as: 'applicant', body })).body;
  return checked.findings.map(({ rule, effect }) => `${effect} ${rule}`);
};

beforeAll(async () => {
  service = await days.on(plainDate('2026-12-01'));
});

/** In this order alone. */
describe('a company', { shuffle: false }, () => {
  test('its name is held for its founder, who is then registered under it', async () => {
    const reserved = await registered(service, 'reserve-name');
    expect(reserved.registration).toEqual({ reservedUntil: '2027-02-02' });
    const told = await registered(service, 'establish-company', {
      change: (facts) => ({ ...facts, name: { ...(facts.name as object), tradeName: TRADE_NAME } }),
    });
    code = told.registration?.code ?? '';
    licence = (await currentLicence()).licence;
    expect(await enterprise()).toMatchObject({
      status: 'registered',
      version: 1,
      registeredBy: 'reg-511623',
    });
  });

  test('a stranger cannot change it, and nothing of it changes', async () => {
    const strange = about(code, (facts) => ({
      ...facts,
      persons: facts.persons.map((person) =>
        person.ref === 'head'
          ? { ...person, name: '周启程', document: { kind: 'citizen-id', number: '500231198504120007' } }
          : person,
      ),
    }));
    const told = await file(service, 'change-registration', { change: strange });
    expect(told.state).toBe('returned');
    expect(told.findings.map(({ rule }) => rule)).toContain('applicant.signer');
    expect(await enterprise()).toMatchObject({ version: 1 });
  });

  test('what is filed of it changes without a new licence', async () => {
    const told = await registered(service, 'file-records', { change: about(code) });
    expect(told.registration).toMatchObject({ code, version: 2 });
    expect(told.registration).not.toHaveProperty('licence');
    expect((await currentLicence()).licence).toBe(licence);
  });

  test('a registered change is a new licence, and the old one holds no longer', async () => {
    const told = await registered(service, 'change-registration', {
      change: about(code, changed),
    });
    expect(told.registration).toMatchObject({ code, licence: `/v1/enterprises/${code}/licence` });
    expect(await enterprise()).toMatchObject({
      name: '邻水县云岫听松软件有限公司',
      capital: { title: 'registered-capital', fen: 150_000_000 },
    });
    expect((await service.ask(verifyLicence, { body: { licence } })).body).toMatchObject({
      valid: true,
      current: false,
    });
    licence = (await currentLicence()).licence;
    const again = await rulesOf('change-registration', changed);
    expect(again).toContain('defect change.same');
  });

  test('its licence is lost, declared so, and issued anew', async () => {
    const early = await file(service, 'reissue-licence', { change: about(code) });
    expect(early.state).toBe('returned');
    await registered(service, 'publish-notice', {
      change: about(code, (facts) => ({
        ...facts,
        persons: facts.persons.slice(0, 1),
        notice: { kind: 'licence-lost', copies: 'both' },
      })),
    });
    const told = await registered(service, 'reissue-licence', { change: about(code) });
    expect(told.registration?.licence).toBe(`/v1/enterprises/${code}/licence`);
    expect((await service.ask(verifyLicence, { body: { licence } })).body).toMatchObject({ current: false });
  });

  test('it rests, rests longer, and is in business again before its time is over', async () => {
    await registered(service, 'suspend-business', {
      change: about(code, (facts) => ({ ...facts, from: '2026-12-10', until: '2027-03-31' })),
    });
    service = await days.on(plainDate('2027-03-10'));
    expect(await enterprise()).toMatchObject({ status: 'suspended', suspension: { until: '2027-03-31' } });
    await registered(service, 'extend-suspension', {
      change: about(code, (facts) => ({ ...facts, from: '2026-12-10', until: '2027-06-30' })),
    });
    service = await days.on(plainDate('2027-04-20'));
    expect(await enterprise()).toMatchObject({ status: 'suspended', suspension: { until: '2027-06-30' } });
    await registered(service, 'resume-business', {
      change: about(code, (facts) => ({ ...facts, from: '2026-12-10', resumedOn: '2027-04-19' })),
    });
    expect(await enterprise()).toMatchObject({ status: 'registered' });
  });

  test('it wants to end simply: a creditor objects within twenty days, and it may not', async () => {
    await registered(service, 'publish-notice', { change: about(code) });
    expect((await enterprise()).notices.at(-1)).toMatchObject({
      kind: 'simple-cancellation',
      publishedOn: '2027-04-20',
      endsOn: '2027-05-10',
      running: true,
      objections: 0,
    });
    service = await days.on(plainDate('2027-05-10'));
    await registered(service, 'object-to-notice', { change: about(code) });
    expect((await enterprise()).notices.at(-1)).toMatchObject({ objections: 1, running: true });
    service = await days.on(plainDate('2027-05-11'));
    const told = await file(service, 'cancel-simple', { change: about(code) });
    expect(told.state).toBe('returned');
    expect(await enterprise()).toMatchObject({ status: 'registered' });
  });

  test('it is wound up, its creditors are told, and it is cancelled: its licence and its name are given up', async () => {
    const notice = (kind: string, more: object = {}) =>
      about(code, (facts) => ({ ...facts, persons: facts.persons.slice(0, 1), notice: { kind, ...more } }));
    await registered(service, 'publish-notice', {
      change: notice('liquidation-group', {
        cause: 'resolution',
        causeOn: '2027-05-11',
        formedOn: '2027-05-11',
        head: 'p1',
        members: ['p1'],
      }),
    });
    await registered(service, 'publish-notice', { change: notice('creditors', { formedOn: '2027-05-11' }) });
    service = await days.on(plainDate('2027-07-05'));
    const told = await registered(service, 'cancel-enterprise', {
      change: about(code, (facts) => ({
        ...facts,
        liquidation: {
          kind: 'own',
          formedOn: '2027-05-11',
          notifiedOn: '2027-05-18',
          announced: { in: 'system' },
          endedOn: '2027-07-01',
        },
      })),
    });
    expect(told.registration).toMatchObject({ code });
    expect(await enterprise()).toMatchObject({ status: 'cancelled', statusSince: '2027-07-05' });
    expect((await currentLicence()).current).toBe(false);
    const again = await rulesOf('change-registration', (facts) => facts);
    expect(again).toContain('defect enterprise.status');
  });

  test('its name keeps others out for a year after, to the day', async () => {
    const rules = async () => {
      const body = await packageOf(service, 'establish-company', (facts) => ({
        ...facts,
        name: { ...(facts.name as object), tradeName: '云岫听松' },
      }));
      const checked = (await service.ask(checkFiling, { as: 'applicant', body })).body;
      return checked.findings.map(({ rule }) => rule);
    };
    service = await days.on(plainDate('2028-07-05'));
    expect(await rules()).toContain('names.taken');
    service = await days.on(plainDate('2028-07-06'));
    expect(await rules()).not.toContain('names.taken');
  });
});

/** The change of the example, without the scope, which the company has already. */
function changed(facts: AnyFacts): AnyFacts {
  const { businessScope: _same, ...changes } = facts.changes as Record<string, unknown>;
  return { ...facts, decidedOn: '2026-11-20', changes };
}
