import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Route } from '../lib/contract/route.ts';
import type { Caller } from '../lib/domain/subject/caller.ts';

type Surface = (event: APIGatewayProxyEventV2, context: Context) => Promise<unknown>;

export interface AskedOver {
  readonly route: Route;
  readonly caller: Caller;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The event that API Gateway hands to a surface (payload 2.0), once the authorizer has let the caller in. */
export function eventOf({ route, caller, body, headers }: AskedOver): APIGatewayProxyEventV2 {
  const path = `/v1${route.path}`;
  const routeKey = `${route.method} ${path}`;
  return {
    version: '2.0',
    routeKey,
    rawPath: path,
    rawQueryString: '',
    headers: { 'content-type': 'application/json', ...headers },
    isBase64Encoded: false,
    body: JSON.stringify(body),
    requestContext: {
      accountId: 'bench',
      apiId: 'bench',
      domainName: 'bench',
      domainPrefix: 'bench',
      http: { method: route.method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
      requestId: 'bench',
      routeKey,
      stage: '$default',
      time: '01/Jan/2026:00:00:00 +0000',
      timeEpoch: 0,
      authorizer: { lambda: { caller: JSON.stringify(caller) } },
    },
  } as unknown as APIGatewayProxyEventV2;
}

/** Calls a surface and gives its answer's body; what is not answered as it should be is no measurement. */
export async function callSurface(
  surface: Surface,
  event: APIGatewayProxyEventV2,
  status: number,
): Promise<string> {
  const answer = (await surface(event, {} as Context)) as {
    readonly statusCode: number;
    readonly body: string;
  };
  if (answer.statusCode !== status)
    throw new Error(`${event.routeKey} answered ${answer.statusCode}: ${answer.body}`);
  return answer.body;
}
