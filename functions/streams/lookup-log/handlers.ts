import type { ProjectLookups } from '../../../lib/acts/project-lookups.ts';
import { createSendAgain } from '../../../lib/acts/send-again.ts';
import { streamHandler } from '../../../lib/edge/stream.ts';
import type { SetAsideStore } from '../../../lib/store/set-aside-store.ts';

interface StreamDeps {
  readonly project: ProjectLookups;
  readonly setAside?: SetAsideStore;
}

/** Takes the stream of the look-up log, and again what that set aside. */
export const createHandler = ({ project, setAside }: StreamDeps) =>
  streamHandler(project, setAside && createSendAgain({ setAside, project }));
