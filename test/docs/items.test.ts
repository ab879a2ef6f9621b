import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { items } from '../../catalog/items.ts';
import { itemsText } from '../../local/items-document.ts';

test('docs/items.md is what the catalog says', () => {
  expect(readFileSync(new URL('../../docs/items.md', import.meta.url), 'utf8')).toBe(itemsText());
});

test('it tells every item, every material and every rule', () => {
  const text = itemsText();
  for (const { id, standards } of items) {
    expect(text).toContain(`\`${id}\``);
    for (const { rules, materials } of standards.slice(-1)) {
      for (const rule of rules) expect(text).toContain(`\`${rule.id}\``);
      for (const { name } of materials) expect(text).toContain(name.zh);
    }
  }
});
