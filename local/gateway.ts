import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type { Route, Surface } from '../lib/contract/route.ts';
import { languageOf } from '../lib/edge/language.ts';
import { type Authorizer, cachedAuthorizer } from './authorizer-cache.ts';
import { readResult, sendAnswer, type WholeAnswer } from './gateway-answer.ts';
import { type Arrival, authorizerEvent, handlerEvent } from './gateway-event.ts';
import { type AskedFor, gatewayProblem, timedOut } from './gateway-problem.ts';
import { ClientLeft, MAXIMUM_REQUEST_BYTES, readBody } from './request-body.ts';
import { decodeTarget, MalformedTarget, routeMatcher } from './route-match.ts';

/** A Lambda function behind the HTTP API. */
export type LambdaHandler = (event: APIGatewayProxyEventV2, context: Context) => Promise<unknown>;

export interface GatewayOptions {
  readonly routes: readonly Route[];
  readonly handlers: Readonly<Partial<Record<Surface, LambdaHandler>>>;
  readonly authorizer: Authorizer;
  /** @default 30 000, the HTTP API's own */
  readonly deadlineMs?: number;
}

/** A fault is told by its kind and stack alone: messages and bodies may hold personal data. */
function logFault(error: unknown, requestId: string, routeKey: string): void {
  const [name, stack] =
    error instanceof Error
      ? [error.name, (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))]
      : [typeof error, []];
  console.error([`fault in ${routeKey}, request ${requestId}: ${name}`, ...stack].join('\n'));
}

function contextFor(functionName: string, requestId: string, deadline: number): Context {
  const nothing = (): void => undefined;
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: functionName,
    memoryLimitInMB: '1024',
    awsRequestId: requestId,
    logGroupName: functionName,
    logStreamName: functionName,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
    done: nothing,
    fail: nothing,
    succeed: nothing,
  };
}

interface Target {
  readonly rawPath: string;
  readonly rawQueryString: string;
}

/** @throws MalformedTarget */
function targetOf(url: string): Target {
  if (!url.startsWith('/')) throw new MalformedTarget();
  const at = url.indexOf('?');
  const rawPath = at < 0 ? url : url.slice(0, at);
  decodeTarget(rawPath);
  return { rawPath, rawQueryString: at < 0 ? '' : url.slice(at + 1) };
}

interface Entered {
  readonly refusal?: WholeAnswer;
  readonly context?: Readonly<Record<string, unknown>>;
}

/** Settles with `late` when the work has not by the deadline; the work itself goes on. */
async function within<T>(ms: number, work: Promise<T>, late: () => T): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const timer = setTimeout(() => resolve(late()), ms);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * The HTTP API of the local run: what API Gateway does in the cloud, in this process. Requests become events of
 * payload format 2.0, the authorizer speaks first, and the surface's own Lambda handler answers.
 *
 * It differs where the gateway in the cloud cannot be taught our manners: every refusal is a problem document,
 * a token that is not accepted is 401, and a known path tells the methods it takes.
 */
export function createGateway(options: GatewayOptions) {
  const match = routeMatcher(options.routes);
  const authorize = cachedAuthorizer();
  const deadlineMs = options.deadlineMs ?? 30_000;

  /** The context of the authorizer, or the answer for somebody it does not let in. */
  async function enter(arrival: Arrival, asked: AskedFor, deadline: number): Promise<Entered> {
    const identity = arrival.request.headersDistinct.authorization?.join(',');
    const refusal = () =>
      readResult(gatewayProblem('unauthenticated', asked, {}, { 'www-authenticate': 'Bearer' }));
    if (identity === undefined) return { refusal: refusal() };
    const { isAuthorized, context } = await authorize(identity, () =>
      options.authorizer(
        authorizerEvent(arrival, identity),
        contextFor('authorizer', arrival.requestId, deadline),
      ),
    );
    return isAuthorized === true ? { context: context ?? {} } : { refusal: refusal() };
  }

  async function invoke(arrival: Arrival, asked: AskedFor): Promise<WholeAnswer> {
    const { route } = arrival.match;
    const deadline = Date.now() + deadlineMs;
    const entered: Entered = route.access === 'public' ? {} : await enter(arrival, asked, deadline);
    if (entered.refusal !== undefined) return entered.refusal;
    const body = await readBody(arrival.request);
    if (body === undefined)
      return readResult(
        gatewayProblem('body-too-large', asked, { values: { maximumBytes: MAXIMUM_REQUEST_BYTES } }),
      );
    const handler = options.handlers[route.surface];
    if (handler === undefined) throw new Error(`No function for surface ${route.surface}`);
    const event = handlerEvent(arrival, body, entered.context);
    return readResult(await handler(event, contextFor(route.surface, arrival.requestId, deadline)));
  }

  async function answer(request: IncomingMessage, asked: AskedFor): Promise<WholeAnswer> {
    const { rawPath, rawQueryString } = targetOf(request.url ?? '');
    const matched = match(request.method ?? '', rawPath);
    if ('allow' in matched) {
      const allow = matched.allow.join(', ');
      if (allow === '') return readResult(gatewayProblem('not-found', asked));
      if (request.method === 'OPTIONS') return { status: 204, headers: { allow }, body: Buffer.alloc(0) };
      return readResult(gatewayProblem('method-not-allowed', asked, { values: { allow } }, { allow }));
    }
    const arrival = {
      requestId: asked.requestId,
      at: new Date(),
      match: matched.found,
      rawPath,
      rawQueryString,
      request,
    };
    return within(deadlineMs, invoke(arrival, asked), () => readResult(timedOut(asked)));
  }

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const asked = { language: languageOf(request.headers['accept-language']), requestId: randomUUID() };
    const whole = await answer(request, asked).catch((error: unknown) => {
      if (error instanceof MalformedTarget)
        return readResult(
          gatewayProblem('invalid-request', asked, {
            defects: [{ path: 'path', code: 'malformed-encoding' }],
          }),
        );
      if (!(error instanceof ClientLeft))
        logFault(error, asked.requestId, `${request.method} ${request.url?.split('?')[0]}`);
      return readResult(gatewayProblem('internal', asked));
    });
    sendAnswer(response, { ...whole, headers: { ...whole.headers, 'x-request-id': asked.requestId } });
  };
}
