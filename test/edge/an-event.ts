import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { vi } from 'vitest';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';

export const aCaller = (over: Partial<Caller> = {}): Caller => ({
  id: 'caller-1',
  scopes: ['filings:write'],
  roles: ['applicant'],
  expiresAt: '2999-01-01T00:00:00.000Z' as Instant,
  ...over,
});

export interface Given {
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** What the gateway holds of the authorizer's answer. */
  readonly authorizer?: unknown;
}

/** A caller as the authorizer puts it into the gateway's context. */
export const authorizedAs = (caller: Caller): unknown => ({ lambda: { caller: JSON.stringify(caller) } });

/** An event of payload format 2.0; a body given as bytes travels in base64. */
export function anEvent(given: Given = {}): APIGatewayProxyEventV2 {
  const { body, headers = {}, path, query, authorizer } = given;
  return {
    version: '2.0',
    routeKey: 'POST /v1/things/{thing}',
    rawPath: '/v1/things/1',
    rawQueryString: '',
    headers: { 'content-type': 'application/json', ...headers },
    requestContext: { requestId: 'request-1', authorizer },
    ...(path && { pathParameters: path }),
    ...(query && { queryStringParameters: query }),
    ...(body !== undefined && { body: typeof body === 'string' ? body : body.toString('base64') }),
    isBase64Encoded: Buffer.isBuffer(body),
  } as unknown as APIGatewayProxyEventV2;
}

export const aContext = {} as Context;

/** Everything written to the log while something runs. */
export async function logOf(run: () => Promise<unknown>): Promise<string> {
  const written: string[] = [];
  const keep = (chunk: unknown): boolean => {
    written.push(String(chunk));
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(keep),
  );
  try {
    await run();
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written.join('');
}
