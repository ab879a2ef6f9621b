import * as z from 'zod/mini';
import { events } from '../lib/contract/events/events.ts';

/** Without the names that shapes have in the OpenAPI document: each schema here stands whole, by itself. */
const unnamed = z.registry<Record<string, never>>();

const schemaOf = (event: z.ZodMiniType) => {
  const { $schema, ...schema } = z.toJSONSchema(event, { target: 'draft-7', metadata: unnamed });
  return schema;
};

const ref = (path: string) => ({ $ref: `#/${path}` });

/** The events as AsyncAPI 3 has them: one channel, one message for each type, its schema by JSON Schema draft 7. */
export function eventsDocument() {
  const types = events.map((event) => ({
    type: event.shape.type.def.values[0] ?? '',
    schema: schemaOf(event),
  }));
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tongbiao 同标: changes',
      version: '1',
      description:
        'Changes as CloudEvents 1.0 (JSON format), without personal data: from `GET /v1/changes`, numbered per side, and on an EventBridge bus, whole as the detail, where one is deployed. A published schema is never changed; what has to change becomes a type of the next version, told beside the old one.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/cloudevents+json',
    channels: {
      changes: {
        address: 'changes',
        messages: Object.fromEntries(types.map(({ type }) => [type, ref(`components/messages/${type}`)])),
      },
    },
    operations: { tellChanges: { action: 'send', channel: ref('channels/changes') } },
    components: {
      messages: Object.fromEntries(
        types.map(({ type }) => [type, { name: type, payload: ref(`components/schemas/${type}`) }]),
      ),
      schemas: Object.fromEntries(types.map(({ type, schema }) => [type, schema])),
    },
  };
}

/** As it is checked in at `docs/events.json`. */
export const eventsText = (): string => `${JSON.stringify(eventsDocument(), null, 2)}\n`;
