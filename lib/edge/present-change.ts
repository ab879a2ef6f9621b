import type * as z from 'zod/mini';
import type { cloudEventShape } from '../contract/events/events.ts';
import type { NumberedChange } from '../domain/changes/change.ts';
import { cloudEventOf } from '../domain/changes/cloud-event.ts';

/** What the feed tells of a change. That what is made of steps and records is of the schema of its type is held by tests. */
export const presentChange = (numbered: NumberedChange) => ({
  number: numbered.number,
  event: cloudEventOf(numbered) as z.input<typeof cloudEventShape>,
});
