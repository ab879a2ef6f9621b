import { Logger } from '@aws-lambda-powertools/logger';
import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { TokenRefused } from '../../lib/edge/token-claims.ts';
import { traceIdOf } from '../../lib/edge/trace.ts';

/** The gateway's simple response; `caller` is JSON, as the context carries flat values only. */
export interface Authorization {
  readonly isAuthorized: boolean;
  readonly context?: { readonly caller: string };
}

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i;

const logger = new Logger({ serviceName: 'tongbiao' });

/**
 * Tells the gateway who is calling. It looks at the token alone, so that its answer can be cached per token;
 * scope and roles are looked at by each route.
 */
export function createHandler(verify: (token: string) => Promise<Caller>) {
  return async (event: APIGatewayRequestAuthorizerEventV2): Promise<Authorization> => {
    const token = BEARER.exec(event.headers?.authorization ?? '')?.[1];
    if (token === undefined) return { isAuthorized: false };
    try {
      return { isAuthorized: true, context: { caller: JSON.stringify(await verify(token)) } };
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      const { requestId } = event.requestContext;
      const traceId = traceIdOf(event.headers ?? {});
      logger.info('token refused', { reason: error.message, requestId, ...(traceId && { traceId }) });
      return { isAuthorized: false };
    }
  };
}
