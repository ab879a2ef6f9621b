import * as z from 'zod/mini';
import { idShape, instantShape } from '../shapes.ts';
import { eventShape } from './envelope.ts';

const sourceShape = z
  .strictObject({
    source: idShape,
    owner: idShape,
    completeUpTo: instantShape,
    maximumLagHours: z.int().check(z.minimum(1)),
  })
  .register(z.globalRegistry, {
    id: 'SourceTurnTold',
    description:
      'A source of records, up to when it says it is complete, and how far that may lie behind. Only the source itself ever moves it.',
  });

const NAMED = { id: /^source:[a-z-]{1,64}:[0-9]{1,9}$/, subject: /^credit\/sources\/[a-z-]{1,64}$/ };

export const sourceEvents = [
  eventShape('SourceStale', sourceShape, NAMED),
  eventShape('SourceRestored', sourceShape, NAMED),
] as const;
