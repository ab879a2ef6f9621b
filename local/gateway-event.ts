import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { decodeTarget, type RouteMatch } from './route-match.ts';

/** What the gateway knows of a request before its body: the same for the authorizer's event and the handler's. */
export interface Arrival {
  readonly requestId: string;
  readonly at: Date;
  readonly match: RouteMatch;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly request: IncomingMessage;
}

/** Meant for one connection, not for who answers behind the gateway. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** As the gateway begins a trace where the caller is in none: the second, then what is drawn at random. */
function traceOf({ at, requestId }: Arrival): string {
  const second = Math.floor(at.getTime() / 1000).toString(16);
  return `Root=1-${second}-${requestId.replaceAll('-', '').slice(0, 24)}`;
}

/** Names in lower case, several of one name joined by a comma; cookies travel apart. */
function headersOf(request: IncomingMessage): Record<string, string> {
  const given = Object.entries(request.headersDistinct)
    .filter(([name]) => name !== 'cookie' && !HOP_BY_HOP.includes(name))
    .map(([name, values = []]) => [name, values.join(',')] as const);
  const [host = ''] = request.headersDistinct.host ?? [];
  return {
    ...Object.fromEntries(given),
    'x-forwarded-for': request.socket.remoteAddress ?? '',
    'x-forwarded-port': host.split(':')[1] ?? '80',
    'x-forwarded-proto': 'http',
  };
}

const cookiesOf = (request: IncomingMessage): readonly string[] =>
  (request.headersDistinct.cookie ?? []).flatMap((line) => line.split('; ')).filter(Boolean);

const decodeQuery = (text: string): string => decodeTarget(text.replaceAll('+', ' '));

/**
 * Query parameters by name; several of one name are joined by a comma.
 *
 * @throws MalformedTarget
 */
export function queryOf(rawQueryString: string): Readonly<Record<string, string>> {
  const joined = new Map<string, string>();
  for (const pair of rawQueryString.split('&').filter(Boolean)) {
    const at = pair.indexOf('=');
    const name = decodeQuery(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : decodeQuery(pair.slice(at + 1));
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
}

const TEXT = /^(text\/|application\/(json|xml|javascript)\b)/i;

/** Text travels as it is, everything else (packed or not UTF-8 too) in base64. */
function isText(request: IncomingMessage, body: Buffer): boolean {
  const packed = request.headers['content-encoding'] ?? 'identity';
  return packed === 'identity' && TEXT.test(request.headers['content-type'] ?? '') && isUtf8(body);
}

/** `12/Mar/2026:19:03:58 +0000`, as the gateway writes the time. */
function logTime(at: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(at.toUTCString()) ?? [];
  return `${day}/${month}/${year}:${time} +0000`;
}

function contextOf({ requestId, at, match, rawPath, request }: Arrival) {
  const domainName = request.headers.host ?? '';
  return {
    accountId: 'local',
    apiId: 'local',
    domainName,
    domainPrefix: domainName.split('.')[0] ?? '',
    http: {
      method: request.method ?? '',
      path: rawPath,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: request.socket.remoteAddress ?? '',
      userAgent: request.headers['user-agent'] ?? '',
    },
    requestId,
    routeKey: match.routeKey,
    stage: '$default',
    time: logTime(at),
    timeEpoch: at.getTime(),
  };
}

function commonOf(arrival: Arrival) {
  const { match, rawPath, rawQueryString, request } = arrival;
  const query = queryOf(rawQueryString);
  const cookies = cookiesOf(request);
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath,
    rawQueryString,
    headers: { 'x-amzn-trace-id': traceOf(arrival), ...headersOf(request) },
    ...(cookies.length > 0 && { cookies: [...cookies] }),
    ...(Object.keys(query).length > 0 && { queryStringParameters: { ...query } }),
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: { ...match.pathParameters } }),
  };
}

/** The event an authorizer of payload format 2.0 gets. */
export const authorizerEvent = (arrival: Arrival, identity: string): APIGatewayRequestAuthorizerEventV2 =>
  ({
    ...commonOf(arrival),
    type: 'REQUEST',
    routeArn: `arn:local:execute-api:local:local:local/$default/${arrival.match.route.method}${arrival.rawPath}`,
    identitySource: [identity],
    requestContext: contextOf(arrival),
  }) as unknown as APIGatewayRequestAuthorizerEventV2;

/**
 * The event a handler gets (payload format 2.0); `authorized` is the context its authorizer gave, if it has one.
 *
 * @throws MalformedTarget
 */
export function handlerEvent(
  arrival: Arrival,
  body: Buffer,
  authorized: Readonly<Record<string, unknown>> | undefined,
): APIGatewayProxyEventV2 {
  const text = isText(arrival.request, body);
  const requestContext = {
    ...contextOf(arrival),
    ...(authorized !== undefined && { authorizer: { lambda: authorized } }),
  };
  return {
    ...commonOf(arrival),
    requestContext,
    ...(body.length > 0 && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  };
}
