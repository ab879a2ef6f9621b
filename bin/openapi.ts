import { writeFileSync } from 'node:fs';
import { openApiText } from '../local/openapi-document.ts';

/** `npm run openapi`: writes docs/openapi.json from the route table. */
writeFileSync(new URL('../docs/openapi.json', import.meta.url), await openApiText());
console.log('docs/openapi.json written');
