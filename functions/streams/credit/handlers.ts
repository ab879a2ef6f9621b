import { createFanOut, type Projection } from '../../../lib/acts/fan-out.ts';
import { logFault } from '../../../lib/edge/faults.ts';
import { streamHandler } from '../../../lib/edge/stream.ts';

/** Takes the stream of the credit table. What fails is logged by the projection it failed in. */
export const createHandler = (projections: readonly Projection[]) =>
  streamHandler(createFanOut(projections, (fault, projection) => logFault(fault, { projection })));
