import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openApiText } from '../../local/openapi-document.ts';

test('docs/openapi.json is what the route table gives; `npm run openapi` writes it anew', async () => {
  const checkedIn = readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8');
  expect(checkedIn).toBe(await openApiText());
});

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
}

const operations = Object.values(
  (JSON.parse(await openApiText()) as { paths: Record<string, Record<string, Operation>> }).paths,
)
  .flatMap((path) => Object.values(path))
  .filter(({ operationId }) => operationId !== undefined);

test('every route says that the store may take no more for a moment', () => {
  expect(operations.length).toBeGreaterThan(80);
  const silent = operations.filter(({ responses }) => !responses[503]?.description.includes('`too-busy`'));
  expect(silent.map(({ operationId }) => operationId)).toEqual([]);
});

test.each(['submitFiling', 'decideFiling', 'lookUp'])(
  '%s looks at a standing, and says that it fails where that cannot be logged',
  (id) => {
    const operation = operations.find(({ operationId }) => operationId === id);
    expect(operation?.responses[503]?.description).toContain('`lookup-not-logged`');
  },
);
