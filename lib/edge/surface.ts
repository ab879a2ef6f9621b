import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { HttpHandler } from './http.ts';
import type { HttpAnswer } from './problem.ts';

/** The Lambda handler of one surface: hands each event to the route that API Gateway matched. */
export function surfaceHandler(handlers: readonly HttpHandler[]) {
  const byRoute = new Map(handlers.map((handler) => [handler.routeKey, handler]));
  if (byRoute.size !== handlers.length) throw new Error('Two handlers for one route');
  return async (event: APIGatewayProxyEventV2, context: Context): Promise<HttpAnswer> => {
    const handler = byRoute.get(event.routeKey);
    if (handler === undefined) throw new Error(`No handler for route ${event.routeKey}`);
    return handler.handle(event, context);
  };
}
