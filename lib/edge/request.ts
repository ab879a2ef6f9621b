import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as z from 'zod/mini';
import type { Route } from '../contract/route.ts';
import { type Defect, DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { type Moment, momentOf } from '../domain/time/instant.ts';
import { callerOf } from './caller.ts';
import { type Language, languageOf } from './language.ts';
import { likedOf } from './media-type.ts';
import { parseWith } from './schema-defects.ts';
import { parseStrictJson } from './strict-json.ts';

type Parsed<S> = S extends z.ZodMiniType ? z.output<S> : undefined;

/** The media types a route produces. */
export type FormOf<R extends Route> = R['produces'] extends readonly (infer Form)[]
  ? Form
  : 'application/json';

/** A request as a handler sees it: parsed, bounded, and by a caller who may use the route. */
export interface RequestOf<R extends Route> {
  readonly params: Parsed<R['params']>;
  readonly query: Parsed<R['query']>;
  readonly body: Parsed<R['body']>;
  readonly caller: R['access'] extends 'public' ? undefined : Caller;
  readonly moment: Moment;
  readonly language: Language;
  /** Which of the forms that the route produces is liked best. */
  readonly accepts: FormOf<R>;
  readonly idempotencyKey?: string;
  readonly ifMatch?: string;
  readonly requestId: string;
}

/** The most bytes a body may have: 256 kB. */
const MAXIMUM_BODY_BYTES = 262_144;

const JSON_TYPE = /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i;
const PRINTABLE_KEY = /^[\x21-\x7e]{1,128}$/;
const ENTITY_TAG = /^"([0-9]{1,9})"$/;

function bytesOf(event: APIGatewayProxyEventV2): Buffer {
  return Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new DomainError('malformed-body', { defects: [{ path: '', code: 'not-json' }] });
  }
}

function bodyOf(event: APIGatewayProxyEventV2, { longestBody, bodyIsOptional }: Route): unknown {
  const maximumBytes = longestBody ?? MAXIMUM_BODY_BYTES;
  const bytes = bytesOf(event);
  if (bytes.length === 0 && bodyIsOptional) return undefined;
  if (bytes.length > maximumBytes) throw new DomainError('body-too-large', { values: { maximumBytes } });
  if (bytes.length === 0)
    throw new DomainError('invalid-request', { defects: [{ path: '', code: 'missing-body' }] });
  if (!JSON_TYPE.test(event.headers['content-type'] ?? '')) throw new DomainError('unsupported-media-type');
  return parseStrictJson(textOf(bytes));
}

/** A header of a fixed form; where it is given in another form, that is told like any other defect. */
function headerOf(event: APIGatewayProxyEventV2, name: string, form: RegExp): string | undefined {
  const given = event.headers[name];
  if (given === undefined) return undefined;
  const match = form.exec(given);
  if (match === null)
    throw new DomainError('invalid-request', {
      defects: [{ path: `header:${name}`, code: 'invalid-format', values: { format: form.source } }],
    });
  return match[1] ?? match[0];
}

/** Of a route that declares no query: a parameter passed over in silence would look as if it had been heeded. */
const nothing = z.strictObject({});

function parsePart(schema: z.ZodMiniType, input: unknown, part: string): unknown {
  const parsed = parseWith(schema, input);
  if ('value' in parsed) return parsed.value;
  const located = (defect: Defect) =>
    part === 'body' ? defect : { ...defect, path: `${part}:${defect.path}` };
  throw new DomainError('invalid-request', { defects: parsed.defects.map(located) });
}

export const languageOfEvent = (event: APIGatewayProxyEventV2): Language =>
  languageOf(event.headers['accept-language']);

/**
 * Parses one event by its route: who asks first, then what.
 *
 * @throws DomainError for every way a request can be wrong; nothing has happened yet.
 */
export function parseRequest<R extends Route>(
  route: R,
  event: APIGatewayProxyEventV2,
  now: Date,
): RequestOf<R> {
  const moment = momentOf(now);
  const caller = route.access === 'public' ? undefined : callerOf(event, route.access, moment);
  const idempotencyKey = headerOf(event, 'idempotency-key', PRINTABLE_KEY);
  const ifMatch = headerOf(event, 'if-match', ENTITY_TAG);
  const params = route.params && parsePart(route.params, event.pathParameters ?? {}, 'path');
  const queried = parsePart(route.query ?? nothing, event.queryStringParameters ?? {}, 'query');
  const body = route.body === undefined ? undefined : parsePart(route.body, bodyOf(event, route), 'body');
  return {
    params,
    query: route.query && queried,
    body,
    caller,
    moment,
    language: languageOfEvent(event),
    accepts: likedOf(event.headers.accept, route.produces ?? ['application/json']),
    requestId: event.requestContext.requestId,
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(ifMatch !== undefined && { ifMatch }),
  } as RequestOf<R>;
}
