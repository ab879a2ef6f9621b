import * as z from 'zod/mini';
import { filingEvents } from './filing-events.ts';
import { endEvents, recordEvents } from './record-events.ts';
import { sourceEvents } from './source-events.ts';
import { taskEvents } from './task-events.ts';

/** Every event of the service, one schema for each type; a schema that was published is never changed, but followed by a `v2`. */
export const events = [
  ...filingEvents,
  ...recordEvents,
  ...taskEvents,
  ...endEvents,
  ...sourceEvents,
] as const;

export const cloudEventShape = z.discriminatedUnion('type', events).register(z.globalRegistry, {
  id: 'ChangeEvent',
  description:
    'A change as CloudEvents 1.0 has it (JSON format). `source` and `id` together name the event; `sequence` is its number on its side.',
});
