import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { problemSchema } from '../../lib/contract/problem.ts';
import type { Route } from '../../lib/contract/route.ts';
import { openApiDocument } from '../../local/openapi-document.ts';

/** What one asks of a route; a test that asks badly on purpose leaves the types by `Badly`. */
export interface Asking<R extends Route = Route> {
  /** A persona; without it and without `token` nobody asks. */
  readonly as?: string;
  readonly token?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: R['body'] extends z.ZodMiniType ? z.input<R['body']> : undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Badly extends Omit<Asking, 'body'> {
  readonly body?: unknown;
  /** The bytes as they go out, in the place of `body`. */
  readonly raw?: string | Uint8Array;
}

export interface Told<Status, Body> {
  readonly status: Status;
  readonly body: Body;
  readonly headers: Headers;
}

type Success<R extends Route> = {
  readonly [S in keyof R['responses'] & number]: R['responses'][S] extends z.ZodMiniType
    ? Told<S, z.output<R['responses'][S]>>
    : never;
}[keyof R['responses'] & number];

export type Problem = z.output<typeof problemSchema>;
export type Refusal = Told<number, Problem>;

interface Declared {
  readonly mediaTypes: readonly string[];
  readonly codes: readonly string[];
}

interface OpenApiResponse {
  readonly description: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const { paths = {} } = await openApiDocument();

/** What the OpenAPI document says a route may answer with a status. */
function declaredBy(route: Route, status: number): Declared | undefined {
  const path = paths[`/v1${route.path}`] as Record<string, { responses: Record<string, OpenApiResponse> }>;
  const response = path[route.method.toLowerCase()]?.responses[String(status)];
  if (response === undefined) return undefined;
  return {
    mediaTypes: Object.keys(response.content),
    codes: [...response.description.matchAll(/^`([a-z-]+)`:/gm)].map(([, code = '']) => code),
  };
}

export class OutOfContract extends Error {
  override readonly name = 'OutOfContract';
}

function addressOf(route: Route, { params = {}, query }: Badly): string {
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams(query).toString();
  return `/v1${path}${search && `?${search}`}`;
}

const anyText = z.string().check(z.minLength(1));

const bodyOf = ({ body, raw }: Badly): string | Uint8Array<ArrayBuffer> | undefined => {
  if (raw !== undefined) return typeof raw === 'string' ? raw : new Uint8Array(raw);
  return body === undefined ? undefined : JSON.stringify(body);
};

/** A problem document that is one: by its schema, of its status, in words, with the id of the answer. */
export function readProblem(status: number, headers: Headers, body: unknown): Refusal {
  const say = (what: string): never => {
    throw new OutOfContract(`${what}: ${status} ${JSON.stringify(body)}`);
  };
  if (!/^application\/problem\+json(;|$)/.test(headers.get('content-type') ?? '')) say('no problem document');
  const problem = z.safeParse(problemSchema, body);
  if (!problem.success) return say('not by the schema of problems');
  const { data } = problem;
  if (data.status !== status || data.title !== data.code) say('status or title differ');
  if (data.type !== `urn:tongbiao:problem:${data.code}`) say('the type names another code');
  if (data.detail === '' || /\{\w+\}/.test(data.detail)) say('the detail lacks its values');
  if (data.requestId !== headers.get('x-request-id')) say('another request id');
  return { status, headers, body: data };
}

function readAnswer(route: Route, status: number, headers: Headers, body: unknown): Told<number, unknown> {
  const what = `${route.id} answered ${status}`;
  const declared = declaredBy(route, status);
  const shown = JSON.stringify(body)?.slice(0, 800);
  if (declared === undefined) throw new OutOfContract(`${what}, undeclared: ${shown}`);
  const [mediaType] = (headers.get('content-type') ?? '').split(';');
  if (!declared.mediaTypes.includes(mediaType ?? '')) throw new OutOfContract(`${what} as ${mediaType}`);
  const keep = route.cacheable === true && status < 400 ? /^public, max-age=\d+$/ : /^no-store$/;
  if (!keep.test(headers.get('cache-control') ?? '')) throw new OutOfContract(`${what}, kept otherwise`);
  if (!['zh-CN', 'en'].includes(headers.get('content-language') ?? ''))
    throw new OutOfContract(`${what} in no language`);
  if (status >= 400) {
    const problem = readProblem(status, headers, body);
    if (!declared.codes.includes(problem.body.code))
      throw new OutOfContract(`${what} with the undeclared code ${problem.body.code}`);
    return problem;
  }
  /* A text is held to the schema where the route has no other form. */
  const schema =
    mediaType === 'application/json' || route.produces?.length === 1 ? route.responses[status] : anyText;
  const parsed = schema && z.safeParse(schema, body);
  if (!parsed?.success) throw new OutOfContract(`${what}, not by its schema: ${parsed?.error} ${shown}`);
  if (!isDeepStrictEqual(parsed.data, body)) throw new OutOfContract(`${what}, not in normal form: ${shown}`);
  return { status, headers, body: parsed.data };
}

/**
 * A client made from the route table: every answer has to be one that its route declares, of the content type and
 * the schema declared for its status.
 */
export function createClient(options: {
  readonly url: string;
  readonly tokenOf: (persona: string) => Promise<string>;
}) {
  const authorization = async ({ as, token }: Badly): Promise<Record<string, string>> => {
    const bearer = token ?? (as === undefined ? undefined : await options.tokenOf(as));
    return bearer === undefined ? {} : { authorization: `Bearer ${bearer}` };
  };

  async function send(route: Route, asking: Badly): Promise<Told<number, unknown>> {
    const body = bodyOf(asking);
    const response = await fetch(options.url + addressOf(route, asking), {
      method: route.method,
      headers: {
        ...(await authorization(asking)),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...asking.headers,
      },
      ...(body !== undefined && { body }),
    });
    const isJson = /[/+]json(;|$)/.test(response.headers.get('content-type') ?? '');
    return readAnswer(
      route,
      response.status,
      response.headers,
      isJson ? await response.json() : await response.text(),
    );
  }

  return {
    /** Any answer the route declares. */
    send,
    /** What a route answers when all is well. @throws OutOfContract where it refuses. */
    async ask<R extends Route>(route: R, asking: Asking<R> = {}): Promise<Success<R>> {
      const told = await send(route, asking);
      if (told.status >= 400) throw new OutOfContract(`${route.id} refused: ${JSON.stringify(told.body)}`);
      return told as Success<R>;
    },
    /** How a route refuses. @throws OutOfContract where it does not. */
    async refused(route: Route, asking: Badly = {}): Promise<Refusal> {
      const told = await send(route, asking);
      if (told.status < 400)
        throw new OutOfContract(`${route.id} did not refuse: ${JSON.stringify(told.body).slice(0, 800)}`);
      return told as Refusal;
    },
  };
}

export type Client = ReturnType<typeof createClient>;
