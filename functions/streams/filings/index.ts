import type { Projection } from '../../../lib/acts/fan-out.ts';
import { createHandler } from './handlers.ts';

/** Whatever follows from a step of a filing is a line here. */
const projections: readonly Projection[] = [];

export const handler = createHandler(projections);
