import { canonicalJson } from '../../lib/crypto/canonical-hash.ts';
import type { Decision } from '../../lib/domain/standard/decide.ts';
import type { Finding } from '../../lib/domain/standard/finding.ts';

/** How one decision differs from another of the same case. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly admissible?: { readonly from: readonly string[]; readonly to: readonly string[] };
}

const shown = ({ rule, path }: Finding): string => `${rule} at ${path || '/'}`;

/** What stands in `these` more often than in `those`, each as often as it does. */
function without(these: readonly Finding[], those: readonly Finding[]): readonly string[] {
  const left = new Map<string, number>();
  for (const finding of those) {
    const text = canonicalJson(finding);
    left.set(text, (left.get(text) ?? 0) + 1);
  }
  return these.flatMap((finding) => {
    const text = canonicalJson(finding);
    const count = left.get(text) ?? 0;
    if (count === 0) return [shown(finding)];
    left.set(text, count - 1);
    return [];
  });
}

/**
 * `undefined` where both say the same. The order among findings of one rule follows what they name, so that it does not
 * count; the order of rules is that of the standard.
 */
export function differenceOf(before: Decision, after: Decision): Difference | undefined {
  const added = without(after.findings, before.findings);
  const removed = without(before.findings, after.findings);
  const sameOutcomes = canonicalJson(before.admissible) === canonicalJson(after.admissible);
  if (added.length === 0 && removed.length === 0 && sameOutcomes) return undefined;
  return {
    added,
    removed,
    ...(!sameOutcomes && { admissible: { from: before.admissible, to: after.admissible } }),
  };
}

/** In one line. */
export function tellDifference({ added, removed, admissible }: Difference): string {
  return [
    ...added.map((finding) => `+ ${finding}`),
    ...removed.map((finding) => `- ${finding}`),
    ...(admissible === undefined ? [] : [`${admissible.from.join('/')} -> ${admissible.to.join('/')}`]),
  ].join('; ');
}
