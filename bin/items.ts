import { writeFileSync } from 'node:fs';
import { itemsText } from '../local/items-document.ts';

/** `npm run items`: writes `docs/items.md` anew. */
writeFileSync(new URL('../docs/items.md', import.meta.url), await itemsText());
console.log('docs/items.md written');
