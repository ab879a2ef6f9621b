import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listItems } from '../../catalog/items.ts';
import { itemsText } from '../../local/items-document.ts';

test('docs/items.md is what the catalog says', async () => {
  expect(readFileSync(new URL('../../docs/items.md', import.meta.url), 'utf8')).toBe(await itemsText());
});

test('it tells every item, every material and every rule', async () => {
  const text = await itemsText();
  for (const { id, standards } of await listItems()) {
    expect(text).toContain(`\`${id}\``);
    for (const { rules, materials } of standards.slice(-1)) {
      for (const rule of rules) expect(text).toContain(`\`${rule.id}\``);
      for (const { name } of materials) expect(text).toContain(name.zh);
    }
  }
});
