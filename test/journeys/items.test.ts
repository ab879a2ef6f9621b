import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { itemIds, listItems } from '../../catalog/items.ts';
import { checkFiling, getReceipt } from '../../lib/contract/filings.ts';
import { getEnterprise, getLicence } from '../../lib/contract/licences.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { getStandard, listItems as listItemsRoute } from '../../lib/contract/standards.ts';
import { exampleOf } from '../support/item-files.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { packageOf, registered } from './lives.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const items = await listItems();
const establishing = items
  .filter(({ id, matter }) => matter(exampleOf(id).facts).about === 'place')
  .filter(({ kind }) => kind === 'registration')
  .map(({ id }) => id);

test('the list tells every item, and each its standard: materials, rules, limits', async () => {
  const { body } = await service.ask(listItemsRoute);
  expect(body.items.map(({ id }) => id)).toEqual(itemIds);
  for (const id of itemIds) {
    const standard = (await service.ask(getStandard, { params: { item: id } })).body;
    expect(standard.rules.length, id).toBeGreaterThan(0);
    expect(standard.facts, id).toMatch(/Facts$/);
    for (const { articles, name } of standard.materials) expect(articles.length, name.zh).toBeGreaterThan(0);
    for (const { articles, id: rule } of standard.rules) expect(articles.length, rule).toBeGreaterThan(0);
  }
});

describe.each(establishing)('%s', (item) => {
  test('a draft is told what is missing, all at once', async () => {
    const { facts } = exampleOf(item);
    const body = { item, facts: { ...facts, materials: [] } } as never;
    const checked = (await service.ask(checkFiling, { as: 'applicant', body })).body;
    expect(checked.admissible).toEqual(['return']);
    expect(checked.findings.map(({ rule }) => rule)).toContain('identity.unproven');
    expect(checked.findings.map(({ rule }) => rule)).toContain('materials.application-form');
  });

  test('filed, registered, licensed; its receipt computes again', async () => {
    const told = await registered(service, item);
    const code = told.registration?.code ?? '';
    const enterprise = (await service.ask(getEnterprise, { params: { code } })).body;
    expect(enterprise).toMatchObject({ code, status: 'registered', registeredBy: told.decidedBy });
    const { content, current } = (await service.ask(getLicence, { params: { code } })).body;
    expect(current).toBe(true);
    expect(content).toMatchObject({
      code,
      head: enterprise.head,
      place: enterprise.place,
      registeredBy: told.decidedBy,
    });
    const params = { id: told.id };
    const { receipt } = (await service.ask(getReceipt, { as: 'applicant', params })).body;
    expect((await service.ask(verifyReceipt, { body: { receipt } })).body).toMatchObject({
      valid: true,
      factsMatch: true,
      sameFindings: true,
      sameAdmissible: true,
    });
    for (const { document } of exampleOf(item).facts.persons)
      expect(JSON.stringify([enterprise, content])).not.toContain(document.number);
  });

  test('filed again, its name is taken', async () => {
    const body = await packageOf(service, item);
    const checked = (await service.ask(checkFiling, { as: 'applicant', body })).body;
    const taken = checked.findings.filter(({ rule }) => rule.startsWith('names.taken'));
    expect(taken.length > 0 || !('name' in body.facts)).toBe(true);
  });
});
