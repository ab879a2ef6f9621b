import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { changeTypes } from '../../lib/domain/changes/change.ts';
import { eventsDocument, eventsText } from '../../local/events-document.ts';

test('docs/events.json is what the contract gives; `npm run openapi` writes it anew', () => {
  const checkedIn = readFileSync(new URL('../../docs/events.json', import.meta.url), 'utf8');
  expect(checkedIn).toBe(eventsText());
});

test('every type of change has its message and a schema that stands by itself', () => {
  const { components, channels } = eventsDocument();
  const types = changeTypes.map((type) => `tongbiao.${type}.v1`);
  expect(Object.keys(components.messages)).toEqual(types);
  expect(Object.keys(components.schemas)).toEqual(types);
  expect(Object.keys(channels.changes.messages)).toEqual(types);
  expect(JSON.stringify(components.schemas)).not.toContain('$ref');
});
