import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Filing } from '../../../lib/domain/registration/filing.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import { aMaterial, aPerson } from '../../support/a-filing.ts';
import { moment } from '../../support/credit-service.ts';
import {
  applicant,
  type RegistrationService,
  startRegistrationService,
} from '../../support/registration-service.ts';
import { DIANJIANG, establish, LINSHUI, type Side } from './a-move.ts';
import { anInquiry, aRevocation, aStep, byOffice, first, second, third, victim } from './an-inquiry.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const revoke = (code: string, inquiry: string, concerns: string, overrides = {}) =>
  byOffice(service, 'revoke-registration', aRevocation(code, inquiry, concerns, overrides));

/** A company of the person responsible, on one side. */
const another = async ({ division, word }: Side) => {
  const plain = aCompanyFiling();
  const facts = {
    ...plain,
    name: { ...plain.name, division: word, tradeName: '云岫' },
    address: { ...plain.address, division },
  };
  return service.submit(await service.proven(facts));
};

test('a plea is accepted by an officer within three working days, and opens an inquiry', async () => {
  const { code, filing } = await establish(service, LINSHUI);
  const facts = await service.proven({
    enterprise: code,
    signedBy: 'v',
    concerns: filing,
    affected: { kind: 'person' },
    ground: 'identity-used',
    persons: [victim],
    materials: [aMaterial('application-form'), aMaterial('evidence')],
  });
  const told = await service.submit(facts as never, { item: 'apply-to-revoke-registration' });
  expect(told).toMatchObject({
    state: 'in-review',
    decidedBy: 'reg-511623',
    admissible: ['register', 'return', 'refuse'],
    due: { dueOn: '2026-11-26' },
  });
  await service.decide(told.id, { outcome: 'register' }, { by: first });
  expect((await service.enterprisesFor.get(code)).inquiries).toEqual([
    { id: told.id, concerns: filing, acceptedOn: '2026-11-23' },
  ]);
  await expect(service.submit(facts as never, { item: 'open-inquiry', by: applicant })).rejects.toMatchObject(
    { code: 'forbidden' },
  );
});

test('it is not accepted, with its ground', async () => {
  const { code, filing } = await establish(service, LINSHUI);
  const facts = await service.proven({
    enterprise: code,
    signedBy: 'v',
    concerns: filing,
    affected: { kind: 'person' },
    ground: 'false-materials',
    persons: [victim],
    materials: [aMaterial('application-form'), aMaterial('evidence')],
  });
  const { id } = await service.submit(facts as never, { item: 'apply-to-revoke-registration' });
  const told = await service.decide(
    id,
    { outcome: 'refuse', grounds: ['inquiry.acceptance'], reason: '申请人不受该登记影响' },
    { by: first },
  );
  expect(told).toMatchObject({ state: 'refused', ruling: { remedies: [{}, {}] } });
  expect((await service.enterprisesFor.get(code)).inquiries).toEqual([]);
});

describe('an establishment', () => {
  test('revoked whole: licence, name and standing go, and who is responsible is barred on both sides', async () => {
    const { code, filing } = await establish(service, LINSHUI);
    const inquiry = await anInquiry(service, code, filing);
    const told = await revoke(code, inquiry, filing, { responsible: ['p1'], persons: [aPerson()] });
    expect(told.registration?.records).toHaveLength(1);
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      status: 'establishment-revoked',
      statusSince: '2026-11-23',
      licence: 0,
      inquiries: [{ id: inquiry, closedOn: '2026-11-23' }],
    });
    expect(await service.enterprisesFor.licence(code)).toMatchObject({ current: false });
    expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toMatchObject([
      { name: '邻水县禾岚科技有限公司', state: 'revoked', holder: code, since: '2026-11-23' },
    ]);
    for (const side of [LINSHUI, DIANJIANG]) {
      const next = await another(side);
      expect(next).toMatchObject({ state: 'in-review', admissible: ['register', 'refuse'] });
      expect(next.findings.map(({ rule, path, values }) => [rule, path, values.until])).toEqual([
        ['credit.registration-bar', '/persons/0', '2029-11-24'],
      ]);
    }
  });

  test('revoked by mistake, and restored', async () => {
    const { code, filing } = await establish(service, LINSHUI);
    const inquiry = await anInquiry(service, code, filing);
    const { id: revocation } = await revoke(code, inquiry, filing, {
      responsible: ['p1'],
      persons: [aPerson()],
    });
    await byOffice(service, 'annul-revocation', {
      enterprise: code,
      revocation,
      by: 'superior',
      decision: { documentNumber: '广市监撤〔2026〕1号', decidedOn: '2026-11-23' },
      persons: [],
      materials: [aMaterial('decision')],
    });
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      status: 'registered',
      statusSince: '2026-11-23',
      licence: 2,
      inquiries: [{ id: inquiry, closedOn: '2026-11-23' }],
    });
    const { claims } = await service.nameClaims.get('reg-511623', '禾岚');
    expect(claims.filter(({ state }) => state === 'registered')).toMatchObject([{ holder: code }]);
    const { registration } = (await service.filings.find(revocation)) as Extract<
      Filing,
      { state: 'registered' }
    >;
    const [record = ''] = registration.records ?? [];
    const subject = (await service.records.findSubject(record)) ?? expect.fail();
    expect((await service.records.listOf(subject, record)).map(({ happened }) => happened.kind)).toEqual([
      'published',
      'annulled',
    ]);
    expect((await service.standings.getForUpdate(subject, 'SC')).half.tallies).toEqual([]);
    for (const side of [LINSHUI, DIANJIANG]) {
      const { findings } = await another(side);
      expect(findings.filter(({ rule }) => rule === 'credit.registration-bar')).toEqual([]);
    }
  });

  test('of which one shareholder is false: that entry goes, the company stands', async () => {
    const { code, filing } = await establish(service, LINSHUI);
    const inquiry = await anInquiry(service, code, filing);
    const p2 = aCompanyFiling().persons[1];
    await revoke(code, inquiry, filing, {
      extent: { kind: 'part', strikes: ['p2'] },
      persons: [p2],
    });
    const enterprise = await service.enterprisesFor.get(code);
    expect(enterprise).toMatchObject({ status: 'registered', licence: 2 });
    expect(enterprise.members.map(({ name }) => name)).toEqual(['林晓岚']);
    expect(enterprise.roles.map(({ role }) => role).toSorted()).toEqual([
      'director',
      'finance-officer',
      'legal-representative',
      'liaison',
      'manager',
      'shareholder',
    ]);
  });
});

describe('a change', () => {
  const someone = async (code: string) => {
    const { heads } = await service.enterprisesFor.get(code);
    return [{ ...heads[0], name: '苏映雪', subject: `P:test:${'v'.repeat(43)}` }] as never;
  };

  test('what stood before it is restored, and a licence issued', async () => {
    const { code } = await establish(service, LINSHUI);
    const change = await aStep(service, code, {
      heads: await someone(code),
      address: '四川省广安市邻水县鼎屏镇假冒路 1 号',
    });
    const inquiry = await anInquiry(service, code, change);
    await revoke(code, inquiry, change);
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      heads: [{ name: '林晓岚' }],
      address: '四川省广安市邻水县鼎屏镇人民路 12 号',
      status: 'registered',
      licence: 2,
      version: 4,
    });
    const { content } = await service.enterprisesFor.licence(code);
    expect(content).toMatchObject({ head: { names: ['林晓岚'] }, number: 2 });
  });

  test('what a later step changed again stays, and is told', async () => {
    const { code } = await establish(service, LINSHUI);
    const change = await aStep(service, code, { heads: await someone(code), capitalFen: 200_000_000 });
    await aStep(service, code, { capitalFen: 300_000_000 });
    const inquiry = await anInquiry(service, code, change);
    const told = await service.submit(aRevocation(code, inquiry, change) as never, {
      item: 'revoke-registration',
      by: first,
    });
    expect(told.findings.map(({ rule, values }) => [rule, values.fields])).toEqual([
      ['revocation.changed-again', ['capitalFen']],
      ['ex-officio.decision', undefined],
    ]);
    await service.decide(told.id, { outcome: 'register' }, { by: second });
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      heads: [{ name: '林晓岚' }],
      capitalFen: 300_000_000,
    });
  });

  test('only the part that is false', async () => {
    const { code } = await establish(service, LINSHUI);
    const change = await aStep(service, code, { heads: await someone(code), capitalFen: 200_000_000 });
    const inquiry = await anInquiry(service, code, change);
    await revoke(code, inquiry, change, { extent: { kind: 'part', parts: ['heads'] } });
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      heads: [{ name: '林晓岚' }],
      capitalFen: 200_000_000,
    });
  });

  test('of the name: the old one is claimed again, and the other counts as revoked', async () => {
    const { code } = await establish(service, LINSHUI);
    const change = await aStep(service, code, { name: '邻水县云岫科技有限公司', tradeName: '云岫' });
    const at = async (tradeName: string) => service.nameClaims.get('reg-511623', tradeName);
    const [old, taken] = [await at('禾岚'), await at('云岫')];
    const claim = {
      name: '邻水县云岫科技有限公司',
      industry: 'M75',
      holder: code,
      since: plainDate('2026-11-23'),
    };
    await service.writeAll([
      service.nameClaims.replace(old, [{ ...old.claims[0], state: 'given-up' } as never]),
      service.nameClaims.replace(taken, [{ ...claim, state: 'registered' }]),
    ]);
    const inquiry = await anInquiry(service, code, change);
    await revoke(code, inquiry, change);
    expect(await service.enterprisesFor.get(code)).toMatchObject({
      name: '邻水县禾岚科技有限公司',
      tradeName: '禾岚',
    });
    expect((await at('云岫')).claims.map(({ state }) => state)).toEqual(['revoked']);
    expect((await at('禾岚')).claims.map(({ state }) => state)).toEqual(['given-up', 'registered']);
  });
});

test('a cancellation: it is registered again, with its name, its licence and whoever has a part in it', async () => {
  const { code } = await establish(service, LINSHUI);
  const read = await service.enterprisesFor.get(code);
  const cancelled = await aStep(
    service,
    code,
    { status: 'cancelled', statusSince: plainDate('2026-11-23'), licence: 0 },
    'cancel-enterprise',
  );
  const [head] = read.heads;
  await service.writeAll(read.roles.map((role) => service.roles.end(role, code, plainDate('2026-11-23'))));
  expect(await service.roles.listHeld(head?.subject ?? ('' as never))).toEqual([]);
  const inquiry = await anInquiry(service, code, cancelled);
  await revoke(code, inquiry, cancelled);
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    status: 'registered',
    statusSince: '2026-11-23',
    licence: 2,
    name: '邻水县禾岚科技有限公司',
  });
  const held = await service.roles.listHeld(head?.subject ?? ('' as never));
  expect(held.map(({ role }) => role)).toContain('legal-representative');
});

test('nobody can be reached: announced for 45 days, then revoked', async () => {
  const { code, filing } = await establish(service, LINSHUI);
  const inquiry = await anInquiry(service, code, filing);
  await byOffice(service, 'announce-false-registration', {
    enterprise: code,
    inquiry,
    why: 'unreachable',
    persons: [],
    materials: [aMaterial('contact-record')],
  });
  expect((await service.enterprisesFor.get(code)).notices).toMatchObject([
    { kind: 'false-registration', publishedOn: '2026-11-23', endsOn: '2027-01-07', objections: 0 },
  ]);
  const facts = aRevocation(code, inquiry, filing, {
    basis: 'unopposed-notice',
    materials: [aMaterial('decision'), aMaterial('notice-record')],
  });
  const on = async (day: string) =>
    service.submit(facts as never, {
      item: 'revoke-registration',
      by: first,
      at: moment(`${day}T02:00:00.000Z`),
    });
  expect((await on('2027-01-07')).state).toBe('returned');
  expect((await on('2027-01-08')).state).toBe('in-review');
});

test('extended once by another officer, and closed without a revocation', async () => {
  const { code, filing } = await establish(service, LINSHUI);
  const inquiry = await anInquiry(service, code, filing);
  const extension = {
    enterprise: code,
    inquiry,
    reason: 'appraisal',
    persons: [],
    materials: [aMaterial('head-approval')],
  };
  await byOffice(service, 'extend-inquiry', extension);
  await expect(byOffice(service, 'extend-inquiry', extension)).rejects.toThrow('inquiry.extended-already');
  await byOffice(service, 'close-inquiry', {
    enterprise: code,
    inquiry,
    reason: 'not-false',
    persons: [],
    materials: [aMaterial('inquiry-report'), aMaterial('decision')],
  });
  expect((await service.enterprisesFor.get(code)).inquiries).toEqual([
    {
      id: inquiry,
      concerns: filing,
      acceptedOn: '2026-11-23',
      extendedOn: '2026-11-23',
      closedOn: '2026-11-23',
    },
  ]);
  await expect(revoke(code, inquiry, filing)).rejects.toThrow('inquiry.unknown');
});

test('two officers at once revoke it once, and bar nobody twice', async () => {
  const { code, filing } = await establish(service, LINSHUI);
  const inquiry = await anInquiry(service, code, filing);
  const facts = aRevocation(code, inquiry, filing, { responsible: ['p1'], persons: [aPerson()] });
  const { id } = await service.submit(facts as never, { item: 'revoke-registration', by: first });
  const settled = await Promise.allSettled(
    [second, third].map((by) => service.decide(id, { outcome: 'register' }, { by })),
  );
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  const records = (await service.itemsOf('credit')).filter(({ sk }) => String(sk).startsWith('RECORD#'));
  expect(records).toHaveLength(1);
});

test('two revocations of one inquiry at once: the second finds it closed', async () => {
  const { code, filing } = await establish(service, LINSHUI);
  const inquiry = await anInquiry(service, code, filing);
  const submit = () =>
    service.submit(aRevocation(code, inquiry, filing) as never, { item: 'revoke-registration', by: first });
  const ids = [(await submit()).id, (await submit()).id];
  const settled = await Promise.allSettled(
    ids.map((id) => service.decide(id, { outcome: 'register' }, { by: second })),
  );
  expect(settled.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'outcome-not-admissible' },
  });
});
