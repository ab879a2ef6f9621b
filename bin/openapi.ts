import { writeFileSync } from 'node:fs';
import { eventsText } from '../local/events-document.ts';
import { openApiText } from '../local/openapi-document.ts';

/** `npm run openapi`: writes docs/openapi.json from the route table, and docs/events.json from the events of the contract. */
writeFileSync(new URL('../docs/openapi.json', import.meta.url), await openApiText());
writeFileSync(new URL('../docs/events.json', import.meta.url), eventsText());
console.log('docs/openapi.json and docs/events.json written');
