import { casesOf } from '../../catalog/corpus.ts';
import { foundItem, listItems } from '../../catalog/items.ts';
import { type Decision, decide } from '../../lib/domain/standard/decide.ts';
import type { Standard } from '../../lib/domain/standard/standard.ts';
import { corpusOf } from './item-files.ts';

await listItems();

/** What an item's first standard says of its corpus's clear case, some places of it set or removed. */
export function decided(
  item: string,
  set: Readonly<Record<string, unknown>> = {},
  remove: readonly string[] = [],
): Decision {
  const { base } = corpusOf(item);
  const [built] = casesOf({ base, cases: [{ name: 'one', set, remove, findings: [], admissible: [] }] });
  const standard = foundItem(item)?.standards[0] as Standard<unknown>;
  if (built === undefined) throw new Error('One case gives one');
  return decide(standard, built.examined);
}

/** The same as one line for each finding: its rule and effect. */
export const foundIn = (
  item: string,
  set: Readonly<Record<string, unknown>> = {},
  remove: readonly string[] = [],
): readonly string[] => decided(item, set, remove).findings.map(({ rule, effect }) => `${rule} ${effect}`);

/** The rules that speak, in their order; what always speaks of a step by office is left out. */
export const spoken = (
  item: string,
  set: Readonly<Record<string, unknown>> = {},
  remove: readonly string[] = [],
): readonly string[] =>
  decided(item, set, remove)
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule !== 'ex-officio.decision');
