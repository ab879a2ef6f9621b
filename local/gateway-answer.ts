import type { ServerResponse } from 'node:http';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';

/** A Lambda's answer may have at most 6 MB. */
const MAXIMUM_ANSWER_BYTES = 6 * 1024 * 1024;

export interface WholeAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const isStructured = (result: unknown): result is APIGatewayProxyStructuredResultV2 =>
  typeof result === 'object' && result !== null && 'statusCode' in result;

/**
 * Reads a handler's result as the gateway does: an object with a status, or anything else as the JSON body of a 200.
 *
 * @throws where the result is no answer; the caller gets a 500.
 */
export function readResult(result: unknown): WholeAnswer {
  const whole: APIGatewayProxyStructuredResultV2 = isStructured(result)
    ? result
    : {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: typeof result === 'string' ? result : JSON.stringify(result),
      };
  const status = Number(whole.statusCode);
  if (!Number.isInteger(status) || status < 200 || status > 599)
    throw new TypeError('A handler answered without a status');
  const body = Buffer.from(whole.body ?? '', whole.isBase64Encoded ? 'base64' : 'utf8');
  if (body.length > MAXIMUM_ANSWER_BYTES) throw new RangeError('A handler answered more than 6 MB');
  const headers = Object.entries(whole.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    String(value),
  ]);
  return {
    status,
    headers: {
      ...Object.fromEntries(headers),
      ...(whole.cookies !== undefined && { 'set-cookie': [...whole.cookies] }),
    },
    body,
  };
}

export function sendAnswer(response: ServerResponse, { status, headers, body }: WholeAnswer): void {
  const bodiless = status === 204 || status === 304;
  const length = bodiless ? {} : { 'content-length': body.length };
  const mutable = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );
  response.writeHead(status, { ...mutable, ...length });
  response.end(bodiless || response.req.method === 'HEAD' ? undefined : body);
}
