import type { ProjectLookups } from '../../../lib/acts/project-lookups.ts';
import { streamHandler } from '../../../lib/edge/stream.ts';

/** Takes the stream of the look-up log. */
export const createHandler = ({ project }: { readonly project: ProjectLookups }) => streamHandler(project);
