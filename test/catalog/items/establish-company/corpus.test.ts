import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { computeLock, readLock } from '../../../../bin/lock.ts';
import { type Corpus, casesOf } from '../../../../catalog/corpus.ts';
import type { CompanyFacts } from '../../../../catalog/items/establish-company/facts.ts';
import { standard202502 } from '../../../../catalog/items/establish-company/standard.ts';
import { decide } from '../../../../lib/domain/standard/decide.ts';

const file = new URL('../../../../catalog/items/establish-company/corpus.json', import.meta.url);
const corpus = JSON.parse(readFileSync(file, 'utf8')) as Corpus;
const cases = casesOf<CompanyFacts>(corpus);

test('the corpus holds enough cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(140);
});

test.each(cases)('$name', ({ examined, findings, admissible }) => {
  const decision = decide(standard202502, examined);
  expect(decision.findings.map(({ rule, path }) => [rule, path])).toEqual(findings);
  expect(decision.admissible).toEqual(admissible);
});

test('every finding carries the values its text speaks of', () => {
  const messages = new Map(
    standard202502.rules.map(({ id, message }) => [id, `${message.zh} ${message.en}`]),
  );
  for (const { examined, name } of cases)
    for (const { rule, values } of decide(standard202502, examined).findings)
      for (const [, value] of (messages.get(rule) ?? '').matchAll(/\{(\w+)\}/g))
        expect(Object.keys(values), `${name}: ${rule}`).toContain(value);
});

test('every rule speaks in some case of the corpus', () => {
  const speaking = new Set(cases.flatMap(({ findings }) => findings.map(([rule]) => rule)));
  expect(standard202502.rules.map(({ id }) => id).filter((id) => !speaking.has(id))).toEqual([]);
});

test('published standards are as the lock has them', async () => {
  const changed =
    'A published standard changed, by itself or through what it imports. It is frozen: publish the change as a new ' +
    'version (a new standard file with its own validFrom and corpus, the old one ending that day by validTo, a line in ' +
    'bin/lock.ts) and run `node bin/lock.ts`. Only while no filing was ever decided by it may the lock be renewed instead.';
  expect(await computeLock(), changed).toEqual(readLock());
});
