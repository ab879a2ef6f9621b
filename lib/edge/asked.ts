import { createHash, createHmac } from 'node:crypto';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';

interface KeyedRequest {
  readonly caller: Caller;
  readonly moment: Moment;
  readonly body: unknown;
  readonly params: unknown;
  readonly idempotencyKey?: string;
}

/**
 * What is kept of a key and of what was asked under it. The body may name persons, whose numbers could be tried
 * out against a plain hash; so the hash is keyed with the key itself, which in turn is kept as its digest only.
 */
const onceUnder = (key: string, asked: readonly unknown[]) => ({
  key: createHash('sha256').update(key).digest('base64url'),
  bodyHash: createHmac('sha256', key).update(JSON.stringify(asked)).digest('base64url'),
});

/**
 * How a request asks to be answered: under its key, if it brought one, with a hash of what it asked. The route is
 * part of the hash, so that one key cannot be used on two routes.
 */
export function askedOnce(routeId: string, request: KeyedRequest) {
  const { caller, moment, body, params, idempotencyKey } = request;
  return {
    caller: caller.id,
    at: moment.at,
    ...(idempotencyKey !== undefined && { once: onceUnder(idempotencyKey, [routeId, params ?? null, body]) }),
  };
}

interface Answered {
  readonly answer: { readonly language?: string | undefined };
  readonly replayed: boolean;
}

/** Says that an answer is the one given the first time, in the language of that time. */
export const replayedHeaders = ({ answer, replayed }: Answered): Readonly<Record<string, string>> =>
  replayed
    ? {
        'idempotency-replayed': 'true',
        ...(answer.language !== undefined && { 'content-language': answer.language }),
      }
    : {};
