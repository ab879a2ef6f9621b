import { expect, test } from 'vitest';
import { establishCompany } from '../../../../catalog/items/establish-company/item.ts';
import { standard202502 } from '../../../../catalog/items/establish-company/standard.ts';
import { findItem, standardInForce } from '../../../../catalog/items.ts';
import { measureRows } from '../../../../catalog/measures/measures.ts';
import type { DomainError } from '../../../../lib/domain/errors.ts';
import type { Item } from '../../../../lib/domain/standard/item.ts';
import { holdsOn } from '../../../../lib/domain/standard/provenance.ts';
import { plainDate } from '../../../../lib/domain/time/plain-date.ts';

const { rules, materials, limits } = standard202502;

test('every rule has an id of its own, an article in force from the first day, and a text in both languages', () => {
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  for (const { id, articles, message } of rules) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/);
    expect(
      articles.some((article) => holdsOn(article, standard202502.validFrom)),
      id,
    ).toBe(true);
    expect(message.zh, id).toMatch(/\p{Script=Han}/u);
    expect(message.en, id).toMatch(/^\S/);
    expect(message.zh.match(/\{\w+\}/g)?.sort() ?? []).toEqual(message.en.match(/\{\w+\}/g)?.sort() ?? []);
  }
});

test('a defect and a note admit nothing, a review at least registration', () => {
  for (const { id, effect, admits } of rules)
    expect(effect !== 'review' ? admits.length === 0 : admits.includes('register'), id).toBe(true);
});

test('only a finding of law’s own grounds admits a refusal, and what is not known never does', () => {
  const refusing = rules.filter(({ admits }) => admits.includes('refuse')).map(({ id }) => id);
  expect(refusing).toEqual([
    'names.cross-province',
    'names.multi-industry',
    'names.industry-word',
    'names.trade-name-is-short-division',
    'names.trade-name-headed-by-division',
    'names.other-meaning',
    'names.doubtful-words',
    'names.financial-words',
    'names.state-council-approval',
    'names.state-word-inside',
    'names.foreign-investor-trade-name',
    'names.group-controlling',
    'names.contains-other-name',
    'names.taken-by-relation',
    'names.taken-without-industry',
    'scope.approval-given',
    'capital.conditional-contribution',
    'officers.sixteen-or-seventeen',
    'credit.office-bar',
    'credit.office-bar-revoked',
    'credit.registration-bar',
  ]);
});

test('the measures that rules speak of are rows of the list', () => {
  const rows = measureRows().map(({ id }) => id);
  expect(rows).toEqual(expect.arrayContaining(['office-bar', 'registration-bar']));
});

test('three working days and three more', () => {
  expect([limits.reviewWorkingDays, limits.extensionWorkingDays]).toEqual([3, 3]);
});

test('what data sharing gives is listed and asked of nobody', () => {
  const shared = materials.filter(({ obtain }) => obtain === 'shared').map(({ id }) => id);
  expect(shared).toEqual(['citizen-identity', 'organisation-qualification']);
  expect(rules.filter(({ id }) => shared.includes(id.replace('materials.', '')))).toEqual([]);
});

test('the version in force is found by the day, and there is none before the first', async () => {
  const item = (await findItem('establish-company')) as Item;
  expect(standardInForce(item, plainDate('2025-02-10')).version).toBe('2025-02');
  expect(() => standardInForce(item, plainDate('2025-02-09'))).toThrow(
    expect.objectContaining<Partial<DomainError>>({ code: 'unknown-standard' }),
  );
  expect(establishCompany.standards.map(({ version }) => version)).toEqual(['2025-02']);
});
