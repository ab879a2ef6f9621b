import { casesOf } from '../../catalog/corpus.ts';
import { findItem } from '../../catalog/items.ts';
import { decide } from '../../lib/domain/standard/decide.ts';
import type { Case } from '../../lib/domain/standard/standard.ts';
import { corpusOf } from './item-files.ts';

export type Set = Readonly<Record<string, unknown>>;

/** The base case of an item's corpus with some places of it set or removed, and what its first standard says. */
export function judged(item: string, set: Set = {}, remove: readonly string[] = []) {
  const { base } = corpusOf(item);
  const [built] = casesOf<unknown>({
    base,
    cases: [{ name: 'one', set, remove, findings: [], admissible: [] }],
  });
  const standard = findItem(item)?.standards[0];
  if (built === undefined || standard === undefined) throw new Error(`No item ${item}`);
  return decide(standard, built.examined as Case<unknown>);
}

/** The rules that speak, in their order; what always speaks is left out. */
export const spoken = (item: string, set: Set = {}, remove: readonly string[] = []): readonly string[] =>
  judged(item, set, remove)
    .findings.map(({ rule }) => rule)
    .filter((rule) => rule !== 'ex-officio.decision');
