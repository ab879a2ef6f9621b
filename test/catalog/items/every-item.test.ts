import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { computeLock, readLock } from '../../../bin/lock.ts';
import { casesOf } from '../../../catalog/corpus.ts';
import { filedFacts } from '../../../catalog/items/filed-by-item.ts';
import { listItems } from '../../../catalog/items.ts';
import { decide } from '../../../lib/domain/standard/decide.ts';
import type { Filed } from '../../../lib/domain/standard/item.ts';
import { holdsOn } from '../../../lib/domain/standard/provenance.ts';
import type { Case, Standard } from '../../../lib/domain/standard/standard.ts';
import { arbitraryFacts } from '../../../local/arbitrary-facts.ts';
import { personsOf } from '../../support/a-filing.ts';
import { anEnterprise } from '../../support/an-enterprise.ts';
import { arbitraryEvidence } from '../../support/arbitrary-evidence.ts';
import { corpusOf, exampleOf } from '../../support/item-files.ts';
import { swapped } from '../../support/swapped-case.ts';

const items = await listItems();

/** What the limited company's corpus has a case of need not be told again by every item that shares the rule. */
const shared = new Set(items[0]?.standards[0]?.rules.map(({ id }) => id));

function leadsInto(root: unknown, pointer: string): boolean {
  if (pointer === '') return true;
  const steps = pointer.split('/').slice(1);
  const parent = steps.slice(0, -1).reduce<unknown>((node, step) => Object(node)[step], root);
  const last = steps.at(-1) ?? '';
  if (!pointer.startsWith('/') || typeof parent !== 'object' || parent === null) return false;
  return Array.isArray(parent) ? Number(last) < parent.length : /^[a-zA-Z0-9]+$/.test(last);
}

test('both indexes hold the same items, each once', () => {
  expect(Object.keys(filedFacts)).toEqual(items.map(({ id }) => id));
  for (const { id, filed } of items) expect(filedFacts[id as keyof typeof filedFacts]).toBe(filed);
});

test('published standards are as the lock has them', async () => {
  const changed =
    'A published standard changed, by itself or through what it imports. It is frozen: publish the change as a new ' +
    'version (`standard-<version>.ts` with its own validFrom and `corpus-<version>.json`, the old one ending that day ' +
    'by validTo) and run `node bin/lock.ts`. Only while no filing was ever decided by it may the lock be renewed instead.';
  expect(await computeLock(), changed).toEqual(readLock());
});

describe.each(items.map((item) => [item.id, item] as const))('%s', (id, item) => {
  const [standard] = item.standards as readonly [Standard<unknown>];
  const corpus = corpusOf(id);
  const cases = casesOf<unknown>(corpus);
  const base = corpus.base as Case<unknown>;
  const example = exampleOf<Filed>(id);
  const found = (examined: Case<unknown>) => decide(standard, examined);

  test('what is filed has a schema with a name of its own, and a description', () => {
    const { id: name, description } = z.globalRegistry.get(item.filed) ?? {};
    expect(name).toMatch(/^[A-Z][A-Za-z]+Facts$/);
    expect(description).toMatch(/\p{Script=Han}/u);
    expect(items.filter((other) => z.globalRegistry.get(other.filed)?.id === name)).toEqual([item]);
  });

  test('every rule has an id of its own, an article from the first day, and its text in both languages', () => {
    expect(new Set(standard.rules.map((rule) => rule.id)).size).toBe(standard.rules.length);
    for (const rule of standard.rules) {
      expect(rule.id).toMatch(/^[a-z]+(-[a-z]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(
        rule.articles.some((article) => holdsOn(article, standard.validFrom)),
        rule.id,
      ).toBe(true);
      expect(rule.message.zh, rule.id).toMatch(/\p{Script=Han}/u);
      expect(rule.message.en, rule.id).toMatch(/^\S/);
      const placeholders = (text: string) => text.match(/\{\w+\}/g)?.sort() ?? [];
      expect(placeholders(rule.message.zh), rule.id).toEqual(placeholders(rule.message.en));
      if (rule.effect !== 'review') expect(rule.admits, rule.id).toEqual([]);
    }
  });

  test.each(cases)('corpus: $name', ({ examined, findings, admissible }) => {
    const decision = found(examined);
    expect(decision.findings.map(({ rule, path }) => [rule, path])).toEqual(findings);
    expect(decision.admissible).toEqual(admissible);
  });

  test('every rule of its own speaks in some case of the corpus, with the values its text speaks of', () => {
    const messages = new Map(
      standard.rules.map((rule) => [rule.id, `${rule.message.zh} ${rule.message.en}`]),
    );
    const speaking = new Set<string>();
    for (const { examined, name } of cases)
      for (const { rule, values } of found(examined).findings) {
        speaking.add(rule);
        for (const [, value] of (messages.get(rule) ?? '').matchAll(/\{(\w+)\}/g))
          expect(Object.keys(values), `${name}: ${rule}`).toContain(value);
      }
    const silent = standard.rules.map((rule) => rule.id).filter((rule) => !speaking.has(rule));
    expect(silent.filter((rule) => id === 'establish-company' || !shared.has(rule))).toEqual([]);
  });

  test('the example is what the schema accepts, and its facts hold nothing personal and no place', () => {
    expect(example.item).toBe(id);
    const filed = z.parse(item.filed, example.facts);
    const facts = JSON.stringify(item.derive(filed, personsOf(filed)));
    for (const { name, document, phone, residence } of filed.persons)
      for (const secret of [name, document.number, phone, residence])
        if (secret !== undefined) expect(facts).not.toContain(secret);
    expect(facts).not.toMatch(/"division":"\d{6}"/);
    expect(facts).not.toContain('.pdf');
  });

  const arbitraryCase = fc
    .record({ filed: arbitraryFacts(item.filed, example.facts), evidence: arbitraryEvidence(base.evidence) })
    .chain(({ filed, evidence }) =>
      fc.constantFrom('token' as const, 'in-person' as const, 'none' as const).map((proven) => {
        const persons = personsOf(filed as Filed & Parameters<typeof personsOf>[0], { proven });
        const facts = item.derive(filed as Filed, persons);
        return { filed: filed as Filed, examined: { ...base, facts, evidence } };
      }),
    );

  test('1 000 generated facts: decided without a fault, every finding in the facts, each time the same', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ filed, examined }) => {
        const decision = found(examined);
        for (const { path, rule } of decision.findings)
          expect(leadsInto(filed, path), `${rule} at ${path}`).toBe(true);
        expect(found(structuredClone(examined))).toEqual(decision);
        item.matter(filed);
        item.claimedName?.(filed);
        item.subjectsAsked?.(examined.facts, examined.evidence.enterprise);
      }),
      { numRuns: 1_000 },
    );
  });

  test('whatever an officer may come to register has an effect', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ filed, examined }) => {
        const { enterprise } = examined.evidence;
        const change = item.effect(filed, examined.facts, {
          filing: '00000000-0000-4000-8000-000000000001',
          on: base.on,
          place: '甲省寅市子丑县',
          authority: 'reg-000000',
          ...(item.matter(filed).about === 'enterprise' && { enterprise: anEnterprise(enterprise ?? {}) }),
        });
        expect(['establish', 'amend', 'reserve-name']).toContain(change.kind);
        expect(JSON.stringify(change)).not.toContain('"undefined"');
      }),
      { numRuns: 150 },
    );
  });

  test('swapped to a place of equal level, a case has equal findings and admissible outcomes', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ examined }) => {
        const { here, there } = swapped(examined);
        const withoutWord = ({ findings, admissible }: ReturnType<typeof decide>) => ({
          findings: findings.map(({ values: { division: _division, ...values }, ...finding }) => ({
            ...finding,
            values,
          })),
          admissible,
        });
        expect(withoutWord(found(there))).toEqual(withoutWord(found(here)));
      }),
      { numRuns: 250 },
    );
  });
});
