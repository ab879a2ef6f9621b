import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Filed } from '../../../lib/domain/standard/item.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import type { FiledPerson } from '../../support/a-filing.ts';
import { exampleOf } from '../../support/item-files.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';

type Facts = Filed & { readonly persons: readonly FiledPerson[] } & Record<string, unknown>;

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const submit = async (item: string, more: object = {}) => {
  const facts = { ...exampleOf<Facts>(item).facts, ...more };
  return service.submit(await service.proven(facts), { item });
};
/** 林望舒 runs it, as in the examples of the conversions. */
const aBusiness = async (more: object = {}) => {
  const { registration } = await submit('establish-individual-business', more);
  return registration?.code ?? '';
};
const eatery = { division: '邻水县', tradeName: '青禾晚风', industry: { word: '餐饮', class: 'H62' } };
const claimsOn = async (tradeName: string) => (await service.nameClaims.get('reg-511623', tradeName)).claims;

describe.each([
  ['company', 'limited-company', '有限责任公司', '邻水县望舒云杉软件有限公司', 'legal-representative'],
  [
    'sole-proprietorship',
    'sole-proprietorship',
    '个人独资企业',
    '邻水县望舒云杉设计工作室（个人独资）',
    'investor',
  ],
  [
    'partnership',
    'partnership',
    '普通合伙企业',
    '邻水县望舒云杉企业管理合伙企业（普通合伙）',
    'managing-partner',
  ],
])('into a %s', (into, type, typeName, name, title) => {
  const item = `convert-individual-business-into-${into}`;

  test('on the spot: the business ends, the enterprise begins, and each names the other', async () => {
    const old = await aBusiness();
    const licence = await service.enterprisesFor.licence(old);
    const told = await submit(item, { enterprise: old });
    expect(told).toMatchObject({
      state: 'registered',
      enterprise: old,
      decidedBy: 'reg-511623',
      findings: [{ rule: 'conversion.permits', effect: 'note' }],
      registration: { version: 1 },
    });
    const code = told.registration?.code ?? '';
    expect(code).toMatch(/^91511623/);
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      type,
      typeName,
      name,
      status: 'registered',
      establishedOn: '2026-11-23',
      registeredBy: 'reg-511623',
      succeeds: old,
      version: 1,
    });
    const ended = await service.enterprisesFor.get(old);
    expect(ended).toMatchObject({
      type: 'individual-business',
      status: 'cancelled',
      statusSince: '2026-11-23',
      succeededBy: code,
      licence: 0,
      version: 2,
      steps: [{ item: 'establish-individual-business' }, { item, filing: told.id, version: 2 }],
    });
    expect(await service.enterprisesFor.verify(licence.token)).toMatchObject({ valid: true, current: false });
    const { content, current } = await service.enterprisesFor.licence(code);
    expect(current).toBe(true);
    expect(content).toMatchObject({ code, number: 1, typeName, name, head: { title } });
  });

  test('with taxes due it is returned, and the business goes on', async () => {
    const old = await aBusiness();
    const told = await submit(item, { enterprise: old, taxesSettled: false });
    expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
    expect(told.findings.map(({ rule }) => rule)).toEqual(['conversion.taxes-settled', 'conversion.permits']);
    expect(await service.enterprisesFor.get(old)).toMatchObject({ status: 'registered', version: 1 });
    expect(await claimsOn('望舒云杉')).toEqual([]);
  });
});

const company = 'convert-individual-business-into-company';

describe('its name', () => {
  test('is given up where the enterprise bears another', async () => {
    const old = await aBusiness();
    const { registration } = await submit(company, { enterprise: old });
    expect(await claimsOn('青禾晚风')).toMatchObject([
      { name: '邻水县青禾晚风餐饮店', state: 'given-up', holder: old, since: '2026-11-23' },
    ]);
    expect(await claimsOn('望舒云杉')).toMatchObject([{ state: 'registered', holder: registration?.code }]);
  });

  test('goes on with the enterprise where its 字号 and industry do', async () => {
    const old = await aBusiness();
    const told = await submit(company, {
      enterprise: old,
      name: { ...eatery, form: '有限公司' },
      businessScope: [{ text: '餐饮服务' }],
    });
    expect(told.state).toBe('registered');
    expect(await claimsOn('青禾晚风')).toMatchObject([
      { name: '邻水县青禾晚风餐饮有限公司', state: 'registered', holder: told.registration?.code },
    ]);
  });

  test('is no obstacle for it, and that of another is', async () => {
    const old = await aBusiness();
    await submit('establish-individual-business', {
      name: { ...eatery, tradeName: '听松', form: '店' },
    });
    const told = await submit(company, {
      enterprise: old,
      name: { ...eatery, tradeName: '听松', form: '有限公司' },
      businessScope: [{ text: '餐饮服务' }],
    });
    expect(told.findings.map(({ rule }) => rule)).toContain('names.taken');
  });
});

test('all parts in the business end with it, and those in the enterprise begin', async () => {
  const old = await aBusiness();
  const [operator] = (await service.enterprisesFor.get(old)).heads;
  const { registration } = await submit(company, { enterprise: old });
  const subject = operator?.subject ?? organisationKey('');
  const held = await service.roles.listHeld(subject);
  expect(new Set(held.map(({ code }) => code))).toEqual(new Set([registration?.code]));
});

test('turned into one enterprise it cannot turn into another', async () => {
  const old = await aBusiness();
  await submit(company, { enterprise: old });
  const again = await submit('convert-individual-business-into-sole-proprietorship', { enterprise: old });
  expect(again.findings.map(({ rule }) => rule)).toContain('enterprise.status');
});

test('at the same moment into two: one of them is', async () => {
  const old = await aBusiness();
  const told = await Promise.all([
    submit(company, { enterprise: old }),
    submit('convert-individual-business-into-sole-proprietorship', { enterprise: old }),
  ]);
  expect(told.map(({ state }) => state).toSorted()).toEqual(['registered', 'returned']);
});

test('an operator with no part in the enterprise is judged by an officer', async () => {
  const old = await aBusiness();
  const { facts } = exampleOf<Facts>('convert-individual-business-into-sole-proprietorship');
  const [investor] = facts.persons;
  if (investor === undefined) throw new Error('The example names its investor');
  const other = {
    ...investor,
    ref: 'other',
    name: '何知远',
    document: { kind: 'citizen-id' as const, number: '511623199111020004' },
  };
  const told = await submit('convert-individual-business-into-sole-proprietorship', {
    enterprise: old,
    investors: [{ kind: 'person', person: 'other', methods: ['money'] }],
    liaison: 'other',
    persons: [investor, other],
  });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  const decided = await service.decide(told.id, { outcome: 'register' });
  expect(decided).toMatchObject({ state: 'registered', registration: { version: 1 } });
  expect(await service.enterprisesFor.get(old)).toMatchObject({
    status: 'cancelled',
    succeededBy: decided.registration?.code,
  });
});
