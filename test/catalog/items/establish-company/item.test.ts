import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { establishCompanyFacts } from '../../../../catalog/items/establish-company/facts.ts';
import { establishCompany } from '../../../../catalog/items/establish-company/item.ts';
import { establishedCompany } from '../../../../catalog/items/establish-company/outcome.ts';
import { standard202502 } from '../../../../catalog/items/establish-company/standard.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';
import { aCompanyCase, aCompanyFiling } from '../../../support/a-company-filing.ts';
import { aPerson, personsOf } from '../../../support/a-filing.ts';

test('the builder gives what the schema accepts and the standard finds nothing in', () => {
  const filed = aCompanyFiling();
  expect(z.parse(establishCompanyFacts, filed)).toEqual(filed);
  expect(decide(standard202502, aCompanyCase())).toEqual({ findings: [], admissible: ['register'] });
});

test('derived facts hold nothing personal and no place', () => {
  const filed = aCompanyFiling();
  const text = JSON.stringify(establishCompany.derive(filed, personsOf(filed)));
  for (const { name, document, phone } of filed.persons)
    for (const secret of [name, document.number, String(phone)]) expect(text).not.toContain(secret);
  expect(text).not.toContain('511623"');
  expect(text).not.toContain('.pdf');
});

test('derivation gives the same without the filed persons', () => {
  const filed = aCompanyFiling();
  const persons = personsOf(filed);
  expect(establishCompany.derive({ ...filed, persons: [] }, persons)).toEqual(
    establishCompany.derive(filed, persons),
  );
});

test('the name is put together in each of its forms', () => {
  const named = (name: Parameters<typeof aCompanyFiling>[0]) => {
    const filed = aCompanyFiling(name);
    return establishCompany.claimedName?.(filed);
  };
  const { name } = aCompanyFiling();
  expect(named({})).toEqual({
    tradeName: '禾岚',
    name: '邻水县禾岚科技有限公司',
    industry: 'M75',
  });
  expect(named({ name: { ...name, divisionPosition: 'after-trade-name' } })?.name).toBe(
    '禾岚（邻水县）科技有限公司',
  );
  expect(named({ name: { ...name, divisionPosition: 'before-form' } })?.name).toBe(
    '禾岚科技（邻水县）有限公司',
  );
  expect(named({ name: { ...name, zone: '高滩园区' } })?.name).toBe('邻水县高滩园区禾岚科技有限公司');
  expect(named({ name: { tradeName: '禾岚', form: '有限责任公司' } })).toEqual({
    tradeName: '禾岚',
    name: '禾岚有限责任公司',
  });
});

test('standings are asked of proven applicants and officers, each once, and of nobody else', () => {
  const { persons, offices } = aCompanyFiling();
  const filed = aCompanyFiling({
    persons: [...persons, aPerson({ ref: 'p4', document: { kind: 'passport', number: 'E12345678' } })],
    offices: offices.map((office) => (office.office === 'liaison' ? { ...office, person: 'p4' } : office)),
  });
  const derived = personsOf(filed);
  expect(establishCompany.subjectsAsked?.(establishCompany.derive(filed, derived))).toEqual(
    derived.slice(0, 3).map(({ subject }) => subject),
  );
  const unproven = personsOf(filed, { proven: 'none' });
  expect(establishCompany.subjectsAsked?.(establishCompany.derive(filed, unproven))).toEqual([]);
});

test('registration makes the enterprise that was filed', () => {
  const filed = aCompanyFiling({ term: { kind: 'until', endsOn: plainDate('2046-11-23') } });
  const facts = establishCompany.derive(filed, personsOf(filed));
  const draft = establishedCompany(filed, facts, '邻水县');
  expect(draft).toMatchObject({
    name: '邻水县禾岚科技有限公司',
    type: 'limited-company',
    typeName: '有限责任公司',
    heads: [{ name: '林晓岚' }],
    capitalFen: 100_000_000,
    address: '邻水县鼎屏镇人民路 12 号',
    termEnds: '2046-11-23',
    members: [
      { name: '林晓岚', as: 'shareholder', subscribedFen: 60_000_000, payBy: '2031-06-30' },
      { name: '周启明', as: 'shareholder', subscribedFen: 40_000_000, payBy: '2031-06-30' },
    ],
  });
  expect(draft.roles.map(({ role }) => role)).toEqual([
    'shareholder',
    'shareholder',
    'legal-representative',
    'director',
    'manager',
    'supervisor',
    'finance-officer',
    'liaison',
  ]);
});

test('state investors route to the province, all others by the ordinary rule', () => {
  const matter = { about: 'place', division: '511623', type: 'limited-company' };
  expect(establishCompany.matter(aCompanyFiling())).toEqual({ ...matter, stateInvestor: 'none' });
  expect(establishCompany.matter(aCompanyFiling({ stateInvestor: 'provincial-or-above' }))).toEqual({
    ...matter,
    stateInvestor: 'provincial-or-above',
  });
});

test.each([
  ['an unknown field', { extra: 1 }],
  ['a day that does not exist', { term: { kind: 'until', endsOn: '2026-02-30' } }],
  ['part of a fen', { registeredCapitalFen: 0.5 }],
  ['less than nothing', { registeredCapitalFen: -1 }],
  ['a form of another kind', { name: { ...aCompanyFiling().name, form: '股份有限公司' } }],
  ['a hundred and one shareholders', { shareholders: Array(101).fill(aCompanyFiling().shareholders[0]) }],
  ['a division of five digits', { address: { ...aCompanyFiling().address, division: '51162' } }],
])('the schema refuses %s', (_name, overrides) => {
  expect(z.safeParse(establishCompanyFacts, { ...aCompanyFiling(), ...overrides }).success).toBe(false);
});

test('identifiers are normalised before anything is judged', () => {
  const filed = aCompanyFiling({
    persons: [
      aPerson({ document: { kind: 'citizen-id', number: ' ５１１６２３１９９００３０７４２１ｘ ' } }),
    ],
  });
  const parsed = z.parse(establishCompanyFacts, filed);
  expect(parsed.persons[0]?.document.number).toBe('51162319900307421X');
});
