import { foundItem } from '../../catalog/items.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';

/** The text of a rule in the version a filing is decided by; the filing's item was found before. */
export function ruleMessage(item: string, version: string, rule: string): Bilingual {
  const standard = foundItem(item)?.standards.find((candidate) => candidate.version === version);
  return standard?.rules.find(({ id }) => id === rule)?.message ?? { zh: rule, en: rule };
}
