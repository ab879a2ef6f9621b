import { createFanOut, type Projection } from '../../../lib/acts/fan-out.ts';
import { createSendAgain } from '../../../lib/acts/send-again.ts';
import { logFault } from '../../../lib/edge/faults.ts';
import { streamHandler } from '../../../lib/edge/stream.ts';
import type { SetAsideStore } from '../../../lib/store/set-aside-store.ts';

/** Takes the stream of the filings table, and again what that set aside. What fails is logged by the projection it failed in. */
export function createHandler(projections: readonly Projection[], setAside?: SetAsideStore) {
  const project = createFanOut(projections, (fault, projection) => logFault(fault, { projection }));
  return streamHandler(project, setAside && createSendAgain({ setAside, project }));
}
