import middy from '@middy/core';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import type * as z from 'zod/mini';
import type { Route, TextType } from '../contract/route.ts';
import { DomainError } from '../domain/errors.ts';
import { logFault, logUnavailable } from './faults.ts';
import type { HttpAnswer } from './problem.ts';
import { type FormOf, languageOfEvent, parseRequest, type RequestOf } from './request.ts';
import { tracedAs, traceIdOf } from './trace.ts';

type Status<R extends Route> = keyof R['responses'] & number;

type BodyOf<R extends Route, S extends Status<R>> = R['responses'][S] extends z.ZodMiniType
  ? z.input<R['responses'][S]>
  : never;

/** What a handler answers: one of the route's statuses with that status's body. */
export interface ResponseOf<R extends Route, S extends Status<R> = Status<R>> {
  readonly status: S;
  readonly body: BodyOf<R, S>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The same as a text: one of the other forms that the route produces. */
export interface TextOf<R extends Route> {
  readonly status: 200;
  readonly type: Extract<FormOf<R>, TextType>;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The same as JSON that is written already, since only that tells how long it is. */
export interface WrittenAnswer {
  readonly status: 200;
  readonly json: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One route's handler, keyed as API Gateway names the route. */
export interface HttpHandler {
  readonly routeKey: string;
  readonly handle: (event: APIGatewayProxyEventV2, context: Context) => Promise<HttpAnswer>;
}

const contentTypes = {
  'application/json': 'application/json; charset=utf-8',
  'text/html': 'text/html; charset=utf-8',
  'application/vc+jwt': 'application/vc+jwt',
} as const satisfies Record<'application/json' | TextType, string>;

/** The texts of all problems are long, and most requests meet none: they are loaded with the first that does. */
const problems: middy.MiddlewareObj<APIGatewayProxyEventV2, HttpAnswer> = {
  onError: async (request) => {
    const { error, event } = request;
    const { requestId } = event.requestContext;
    if (!(error instanceof DomainError)) logFault(error);
    const { answerForError } = await import('./problem.ts');
    const answer = answerForError(error, { language: languageOfEvent(event), requestId });
    if (error instanceof DomainError && answer.statusCode >= 500) logUnavailable(error);
    if (answer.statusCode >= 500) (await import('./metrics.ts')).countBy('Answers5xx', event.routeKey);
    request.response = answer;
  },
};

const securityHeaders: middy.MiddlewareObj<APIGatewayProxyEventV2, HttpAnswer> = {
  after: (request) => {
    if (request.response)
      request.response = {
        ...request.response,
        headers: {
          'x-content-type-options': 'nosniff',
          'strict-transport-security': 'max-age=31536000',
          'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
          'referrer-policy': 'no-referrer',
          ...request.response.headers,
        },
      };
  },
  onError: (request) => securityHeaders.after?.(request),
};

/** Whatever the handler logs says of which request it is. */
const traced =
  (handle: HttpHandler['handle']): HttpHandler['handle'] =>
  (event, context) => {
    const { routeKey, requestContext, headers } = event;
    const traceId = traceIdOf(headers);
    const trace = { route: routeKey, requestId: requestContext.requestId, ...(traceId && { traceId }) };
    return tracedAs(trace, () => handle(event, context));
  };

/**
 * Makes one route's handler: parses by the route, runs, serializes, and turns what is thrown into a problem
 * document. The only place that knows middy. The clock is read here and nowhere below.
 */
export function httpHandler<R extends Route, S extends Status<R>>(
  route: R,
  run: (request: RequestOf<R>) => Promise<ResponseOf<R, S> | TextOf<R> | WrittenAnswer>,
): HttpHandler {
  const wrapped = middy<APIGatewayProxyEventV2, HttpAnswer, Error, Context>()
    .use(securityHeaders)
    .use(problems)
    .handler(async (event) => {
      const request = parseRequest(route, event, new Date());
      const answer = await run(request);
      const [contentType, body] =
        'text' in answer
          ? [contentTypes[answer.type], answer.text]
          : [contentTypes['application/json'], 'json' in answer ? answer.json : JSON.stringify(answer.body)];
      return {
        statusCode: answer.status,
        headers: {
          'content-type': contentType,
          'content-language': request.language,
          vary: route.produces === undefined ? 'accept-language' : 'accept, accept-language',
          'cache-control': 'no-store',
          ...answer.headers,
        },
        body,
      };
    });
  return {
    routeKey: `${route.method} /v1${route.path}`,
    handle: traced(wrapped as unknown as HttpHandler['handle']),
  };
}

/**
 * Answers what no route of the table matches: the gateway's own answer to it is no problem document. A method that a path
 * does not take is 404 here as well, since one function does not know the routes of all.
 */
export const unknownRoute = (): HttpHandler => ({
  routeKey: '$default',
  handle: traced(
    middy<APIGatewayProxyEventV2, HttpAnswer, Error, Context>()
      .use(securityHeaders)
      .use(problems)
      .handler(async () => {
        throw new DomainError('not-found');
      }) as unknown as HttpHandler['handle'],
  ),
});
