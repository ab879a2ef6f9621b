import { accessTokenVerifier } from '../../lib/edge/access-token.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { createHandler } from './handlers.ts';

export const handler = createHandler(accessTokenVerifier(readEnvironment().issuers));
