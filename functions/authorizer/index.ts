import { findWindow } from '../../catalog/windows.ts';
import { accessTokenVerifier } from '../../lib/edge/access-token.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { createHandler } from './handlers.ts';

const authorityOfWindow = (id: string): string | undefined => findWindow(id)?.authority;

export const handler = createHandler(accessTokenVerifier(readEnvironment().issuers, authorityOfWindow));
