import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiText } from '../../local/openapi-document.ts';

test('docs/openapi.json is what the route table gives; `npm run openapi` writes it anew', async () => {
  const checkedIn = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
  expect(checkedIn).toBe(await openApiText());
});
