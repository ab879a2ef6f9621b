import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishCompanyFacts,
  type FiledCompany,
  materialKinds,
} from '../../catalog/items/establish-company/facts.ts';
import { contributionMethods } from '../../catalog/items/filed-contribution.ts';
import { nameDeclarations } from '../../catalog/items/filed-name.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aPerson, citizenNumber } from '../support/a-filing.ts';
import { day } from '../support/records.ts';
import {
  applicant,
  kindsOf,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const person = (index: number) =>
  aPerson({
    ref: `p${index}`,
    name: `林晓${String.fromCodePoint(0x4e00 + index)}`,
    document: {
      kind: 'citizen-id',
      number: citizenNumber('511623', '1990-03-07', String(index).padStart(3, '0')),
    },
  });
const office = (kind: FiledCompany['offices'][number]['office']) => (index: number) => ({
  person: `p${index}`,
  office: kind,
  qualificationDeclared: kind !== 'liaison',
});

test('the most shareholders and offices a filing can have are registered in one transaction', async () => {
  const facts = aCompanyFiling({
    persons: [...numbers(1, 87), 90].map(person),
    registeredCapitalFen: 50_000_000,
    shareholders: numbers(1, 50).map((index) => ({
      kind: 'person',
      person: `p${index}`,
      subscribedFen: 1_000_000,
      methods: ['money'],
      payBy: day('2031-06-30'),
    })),
    governance: { board: 'board', supervision: 'sole-supervisor' },
    offices: [
      office('legal-representative')(51),
      office('board-chair')(52),
      ...numbers(51, 70).map(office('director')),
      office('supervisor')(71),
      office('manager')(72),
      office('finance-officer')(73),
      ...numbers(74, 87).map(office('deputy-manager')),
      office('liaison')(90),
    ],
    beneficialOwners: { kind: 'persons', persons: ['p1'] },
  });
  expect(facts.offices.length).toBe(40);
  expect(z.safeParse(establishCompanyFacts, facts).success).toBe(true);
  const told = await service.submit(await service.proven(facts), { key: 'key-1' });
  expect(told.findings).toEqual([]);
  expect(told.state).toBe('registered');
  expect(kindsOf(await service.kept())['SUBJECT/ROLE']).toBe(90);
});

test('a forty-first office is told by the form', () => {
  const facts = aCompanyFiling({ offices: numbers(1, 41).map(office('director')) });
  expect(z.safeParse(establishCompanyFacts, facts).success).toBe(false);
});

const word = (length: number, index: number) => String(index).padStart(length, '无');

test('the largest filing there can be, wrong in everything, is returned with all of it', async () => {
  const facts = aCompanyFiling({
    name: {
      division: word(40, 1),
      divisionPosition: 'head',
      zone: word(40, 2),
      tradeName: word(40, 3),
      industry: { word: word(40, 4), class: 'A00' },
      form: '有限公司',
      declares: [...nameDeclarations],
    },
    address: { division: '511623', detail: word(200, 1), premises: 'other' },
    businessScope: numbers(1, 100).map((index) => ({
      text: word(120, index),
      approval: { document: word(120, index), number: word(60, index) },
    })),
    shareholders: numbers(1, 100).map((index) => ({
      kind: 'organisation',
      code: `X${index}`.padEnd(40, '0'),
      name: word(100, index),
      subscribedFen: 0,
      methods: [...contributionMethods],
      payBy: day('2099-01-01'),
    })),
    persons: numbers(1, 120).map((index) => ({
      ref: `p${index}`,
      name: word(60, index),
      document: { kind: 'citizen-id', number: `X${index}`.padEnd(40, '0') },
      phone: '13800000000',
    })),
    offices: numbers(1, 40).map((index) => ({
      person: `p${index}`,
      office: 'legal-representative',
      qualificationDeclared: false,
      employeeRepresentative: true,
    })),
    beneficialOwners: { kind: 'persons', persons: numbers(200, 229).map((index) => `p${index}`) },
    agent: 'p999',
    materials: numbers(1, 60).map((index) => ({
      kind: materialKinds[index % materialKinds.length] ?? 'other',
      title: word(120, index),
      sha256: 'a'.repeat(64),
    })),
  });
  expect(z.safeParse(establishCompanyFacts, facts).success).toBe(true);
  const told = await service.submit(facts, { key: 'key-1' });
  expect([told.state, told.findings.length]).toEqual(['returned', 986]);
  expect(await service.submit(facts, { key: 'key-1' })).toEqual({ ...told, replayed: true });
  const { receipt } = await service.read.receipt(applicant, told.id);
  expect(await service.verifyReceipt(receipt)).toMatchObject({
    valid: true,
    factsMatch: true,
    sameFindings: true,
    sameAdmissible: true,
  });
  const [listed] = (await service.read.listOwn(applicant)).entries;
  expect(listed?.findings.length).toBe(986);
  expect(listed).toEqual(await service.read.get(applicant, told.id));

  for (let more = 0; more < 4; more += 1) await service.submit(facts);
  const seen: string[] = [];
  for (let cursor: string | undefined, pages = 0; pages < 10; pages += 1) {
    const { entries, next } = await service.read.listOwn(applicant, cursor);
    expect(entries.length).toBeLessThan(5);
    seen.push(...entries.map(({ id }) => id));
    if (next === undefined) break;
    cursor = next;
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toContain(told.id);
});
