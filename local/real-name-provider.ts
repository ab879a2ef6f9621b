import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { importJWK, SignJWT } from 'jose';
import * as z from 'zod/mini';
import { documentKinds } from '../lib/domain/subject/identity-document.ts';
import { type IssuerKeys, publicPart } from './issuer-keys.ts';

/** What real-name proofs for this service carry as `aud`. */
export const REAL_NAME_AUDIENCE = 'tongbiao-real-name';

const PROOF_SECONDS = 3_600;
const MAXIMUM_BYTES = 4_096;

const asked = z.strictObject({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  document: z.strictObject({
    kind: z.enum(documentKinds),
    number: z.string().check(z.minLength(1), z.maxLength(64)),
  }),
});

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes <= MAXIMUM_BYTES) chunks.push(chunk);
  }
  return bytes <= MAXIMUM_BYTES ? Buffer.concat(chunks).toString('utf8') : undefined;
}

function parsed(text: string | undefined): z.output<typeof asked> | undefined {
  try {
    return z.parse(asked, JSON.parse(text ?? ''));
  } catch {
    return undefined;
  }
}

const answer = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(JSON.stringify(body));
};

/**
 * The identity provider of the local run: `POST <url>/proofs {name, document: {kind, number}}` gives a real-name
 * proof, `GET <url>/jwks` the key to check it by.
 *
 * It attests whatever it is told, of anyone. A real one looks at the person; in the cloud only real ones are
 * configured, and this one cannot be: synth refuses it.
 */
export function createRealNameProvider(options: { readonly url: string; readonly keys: IssuerKeys }) {
  const key = options.keys.realNames;
  const sign = async ({ name, document }: z.output<typeof asked>): Promise<string> =>
    new SignJWT({ name, document_kind: document.kind, document_number: document.number })
      .setProtectedHeader({ alg: 'ES256', kid: key.kid ?? '', typ: 'real-name+jwt' })
      .setIssuer(options.url)
      .setAudience(REAL_NAME_AUDIENCE)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${PROOF_SECONDS} s`)
      .sign(await importJWK(key, 'ES256'));

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.slice(new URL(options.url).pathname.length);
    if (request.method === 'GET' && path === '/jwks')
      return answer(response, 200, { keys: [publicPart(key)] });
    if (request.method !== 'POST' || path !== '/proofs') return answer(response, 404, { error: 'not_found' });
    const person = parsed(await bodyOf(request));
    if (person === undefined)
      return answer(response, 400, {
        error: 'invalid_request',
        error_description: 'give {"name": …, "document": {"kind": …, "number": …}}',
        kinds: documentKinds,
      });
    answer(response, 200, {
      proof: await sign(person),
      expires_in: PROOF_SECONDS,
      notice:
        '开发用实名认证：不核验任何人，仅供本机使用。Development identity provider: it verifies nobody; for this machine only.',
    });
  };
}
