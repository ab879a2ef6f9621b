import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FiledChange } from '../../../catalog/items/change-registration/facts.ts';
import { createSearchNames } from '../../../lib/acts/search-names.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { createEnterpriseNameStore } from '../../../lib/store/enterprise-name-store.ts';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import { aMaterial, aPerson, citizenNumber } from '../../support/a-filing.ts';
import { aCaller, NOW } from '../../support/credit-service.ts';
import {
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

let service: RegistrationService;
beforeAll(async () => {
  service = await startRegistrationService();
});
afterAll(() => service.stop());

const [p1 = aPerson(), p2 = aPerson()] = aCompanyFiling().persons;
const p4 = aPerson({
  ref: 'p4',
  name: '苏明岸',
  document: { kind: 'citizen-id', number: citizenNumber('511602', '1979-05-06', '123') },
});

const aChange = (enterprise: string, overrides: Partial<FiledChange>): FiledChange => ({
  enterprise,
  signedBy: 'p1',
  decidedOn: plainDate('2026-11-23'),
  changes: {},
  persons: [p1],
  materials: [
    aMaterial('application-form'),
    aMaterial('change-decision'),
    aMaterial('amended-articles'),
    aMaterial('address-document'),
  ],
  ...overrides,
});

/** A company in the register under a trade name that no other test uses. */
async function established(tradeName: string): Promise<string> {
  const told = await service.submit(await service.proven(named(tradeName)));
  return told.registration?.code ?? '';
}

const change = async (enterprise: string, overrides: Partial<FiledChange>) =>
  service.submit(await service.proven(aChange(enterprise, overrides)), { item: 'change-registration' });

describe('registered on the spot', () => {
  test('name, place and scope: the old name is given up, the licence is issued anew', async () => {
    const code = await established('松云');
    const told = await change(code, {
      changes: {
        name: {
          division: '邻水县',
          tradeName: '鹤汀',
          industry: { word: '软件', class: 'I65' },
          form: '有限公司',
        },
        address: { detail: '鼎屏镇滨河路 3 号', premises: 'rented' },
        businessScope: [{ text: '软件开发' }, { text: '信息技术咨询服务' }],
      },
    });
    expect(told).toMatchObject({
      state: 'registered',
      name: '邻水县鹤汀软件有限公司',
      enterprise: code,
      decidedBy: 'reg-511623',
      findings: [],
      registration: { code, version: 2, licence: `/v1/enterprises/${code}/licence` },
    });
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      name: '邻水县鹤汀软件有限公司',
      tradeName: '鹤汀',
      industry: 'I65',
      address: '四川省广安市邻水县鼎屏镇滨河路 3 号',
      businessScope: ['软件开发', '信息技术咨询服务'],
      capitalFen: 100_000_000,
      establishedOn: '2026-11-23',
      registeredBy: 'reg-511623',
      version: 2,
    });
    expect((await service.enterprisesFor.licence(code)).content).toMatchObject({
      number: 2,
      name: '邻水县鹤汀软件有限公司',
      place: { title: 'domicile', text: '四川省广安市邻水县鼎屏镇滨河路 3 号' },
      head: { title: 'legal-representative', names: ['林晓岚'] },
    });
    const formerNames = [{ name: '邻水县松云科技有限公司', tradeName: '松云', until: '2026-11-23' }];
    expect(await service.enterprisesFor.get(code)).toMatchObject({ formerNames });
    const search = createSearchNames({
      names: createEnterpriseNameStore(service.client, service.names.filings),
      lookupLog: service.lookupLog,
      countLookup: service.countLookup,
    });
    const asked = { purpose: 'supervision', basis: 'risk-based-supervision', name: '邻水县松云科技有限公司' };
    const { candidates } = await search(aCaller('reg-511623'), asked, NOW);
    expect(candidates).toEqual([
      expect.objectContaining({
        code,
        name: '邻水县鹤汀软件有限公司',
        status: 'registered',
        reasons: ['former-name'],
        formerNames,
      }),
    ]);
    expect((await service.nameClaims.get('reg-511623', '松云')).claims).toEqual([
      {
        name: '邻水县松云科技有限公司',
        industry: 'M75',
        state: 'given-up',
        holder: code,
        since: '2026-11-23',
      },
    ]);
    expect((await service.nameClaims.get('reg-511623', '鹤汀')).claims).toEqual([
      {
        name: '邻水县鹤汀软件有限公司',
        industry: 'I65',
        state: 'registered',
        holder: code,
        since: '2026-11-23',
      },
    ]);
  });

  test('a shareholder’s place is taken by another: the licence stays as it is', async () => {
    const code = await established('竹溪');
    const told = await change(code, {
      persons: [p1, p2, p4],
      changes: {
        members: {
          holds: [
            {
              kind: 'person',
              person: 'p4',
              methods: ['money'],
              parts: [{ of: 'before', subscribedFen: 40_000_000, payBy: plainDate('2031-06-30') }],
            },
          ],
          leaves: [{ kind: 'person', person: 'p2' }],
          transfer: { kind: 'answered' },
        },
      },
      materials: [aMaterial('application-form'), aMaterial('amended-articles'), aMaterial('equity-document')],
    });
    expect(told).toMatchObject({ state: 'registered', registration: { code, version: 2 } });
    expect(told.registration).not.toHaveProperty('licence');
    const { members, roles, licence } = await service.enterprisesFor.get(code);
    expect(licence).toBe(1);
    expect(members.map(({ subject: _, ...member }) => member)).toEqual([
      { name: '林晓岚', as: 'shareholder', subscribedFen: 60_000_000, payBy: '2031-06-30' },
      { name: '苏明岸', as: 'shareholder', subscribedFen: 40_000_000, payBy: '2031-06-30' },
    ]);
    const [, joined] = members;
    expect(roles.filter(({ role }) => role === 'shareholder').map(({ subject }) => subject)).toEqual(
      members.map(({ subject }) => subject),
    );
    expect(roles.filter(({ subject }) => subject === joined?.subject)).toHaveLength(1);
  });

  test('the new legal representative signs, and takes office', async () => {
    const code = await established('兰舟');
    const told = await change(code, {
      signedBy: 'p4',
      agent: 'p1',
      persons: [p1, p4],
      materials: (['application-form', 'change-decision', 'agent-authorisation'] as const).map((kind) =>
        aMaterial(kind),
      ),
      changes: { legalRepresentative: { person: 'p4', office: 'manager', qualificationDeclared: true } },
    });
    expect(told).toMatchObject({ state: 'registered', registration: { code, version: 2 } });
    expect(told.findings.map(({ rule, effect }) => [rule, effect])).toEqual([
      ['head.offices-to-file', 'note'],
    ]);
    const { heads, roles } = await service.enterprisesFor.get(code);
    expect(heads.map(({ name }) => name)).toEqual(['苏明岸']);
    const subject = heads[0]?.subject;
    expect(roles.filter((role) => role.subject === subject).map(({ role }) => role)).toEqual([
      'legal-representative',
      'manager',
    ]);
    expect(roles.filter(({ role }) => role === 'legal-representative')).toHaveLength(1);
  });

  test('not a stranger who names themselves and nobody else: an officer looks at who decided it', async () => {
    const code = await established('芷江');
    const told = await change(code, {
      signedBy: 'p4',
      persons: [p4],
      changes: { legalRepresentative: { person: 'p4', office: 'manager', qualificationDeclared: true } },
    });
    expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
    expect(await service.enterprisesFor.get(code)).toMatchObject({ version: 1 });
  });

  test('late is told and no more', async () => {
    const code = await established('梅岭');
    const told = await change(code, {
      decidedOn: plainDate('2026-10-21'),
      changes: { businessScope: [{ text: '软件开发' }] },
    });
    expect(told.state).toBe('registered');
    expect(told.findings).toMatchObject([
      { rule: 'change.late', effect: 'note', values: { days: 30, latest: '2026-11-20' } },
    ]);
  });
});

describe('returned, and nothing changes', () => {
  test('a place in the area of another authority', async () => {
    const code = await established('云栖');
    const told = await change(code, {
      changes: { address: { division: '500231', detail: '桂溪街道人民路 1 号', premises: 'rented' } },
    });
    expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
    expect(told.findings.map(({ rule }) => rule)).toEqual(['change.other-authority', 'names.division-left']);
    expect(await service.enterprisesFor.get(code)).toMatchObject({ version: 1, registeredBy: 'reg-511623' });
  });

  test('capital reduced without an announcement, and its parts nobody’s', async () => {
    const code = await established('枫桥');
    const told = await change(code, {
      changes: { registeredCapitalFen: 50_000_000 },
      reduction: { kind: 'ordinary', proportion: 'proportional', announced: { in: 'publicity-system' } },
    });
    expect(told.state).toBe('returned');
    expect(told.findings.map(({ rule }) => rule)).toEqual([
      'capital.sum',
      'reduction.creditors',
      'reduction.announcement-missing',
      'reduction.not-proportional',
    ]);
  });

  test('a code nobody has', async () => {
    await expect(change('91511623MY0000099X', { changes: {} })).rejects.toMatchObject({
      code: 'unknown-enterprise',
    });
  });
});

test('a scope text that our catalogue lacks goes to an officer, whose decision changes the register', async () => {
  const code = await established('星桥');
  const told = await change(code, { changes: { businessScope: [{ text: '星际航行咨询' }] } });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  expect(await service.enterprisesFor.get(code)).toMatchObject({ version: 1 });
  const decided = await service.decide(told.id, { outcome: 'register' }, { by: registrar('511623') });
  expect(decided).toMatchObject({ state: 'registered', registration: { version: 2 } });
  expect(await service.enterprisesFor.get(code)).toMatchObject({ businessScope: ['星际航行咨询'] });
});
