import * as z from 'zod/mini';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { problemSchema } from '../lib/contract/problem.ts';
import type { Route } from '../lib/contract/route.ts';
import { routes } from '../lib/contract/routes.ts';
import { type ProblemCode, problemKinds } from '../lib/edge/problem-texts.ts';

const acceptLanguage = z
  .optional(z.string())
  .register(z.globalRegistry, { description: 'zh-CN (default) or en: the language of texts for people.' });
const idempotencyKey = z
  .optional(z.string().check(z.regex(/^[\x21-\x7e]{1,128}$/)))
  .register(z.globalRegistry, {
    description:
      'The same key with the same body gets the first answer (with Idempotency-Replayed: true) for 24 hours; with another body 409.',
  });
const ifMatch = z.optional(z.string().check(z.regex(/^"[0-9]{1,9}"$/))).register(z.globalRegistry, {
  description: 'The entity tag of the version you rely on; 412 if it has changed.',
});

/**
 * Problems every route of a kind can answer, beside those it names itself: an unheard-of parameter is told by all, and so
 * is a store that takes no more for a moment.
 */
function problemsOf(route: Route): readonly ProblemCode[] {
  const { access, body, errors } = route;
  return [
    'invalid-request',
    ...(body ? (['malformed-body', 'body-too-large', 'unsupported-media-type'] as const) : []),
    ...(access === 'public' ? [] : (['unauthenticated', 'forbidden'] as const)),
    ...errors,
    'too-busy',
    'internal',
  ];
}

function problemResponses(route: Route) {
  const byStatus = Map.groupBy(new Set(problemsOf(route)), (code) => problemKinds[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      String(status),
      {
        description: codes.map((code) => `\`${code}\`: ${problemKinds[code].en}`).join('\n\n'),
        content: { 'application/problem+json': { schema: problemSchema } },
      },
    ]),
  );
}

const JSON_ALONE = ['application/json'] as const;

/** The schema of an answer that is no JSON: that of the route where it has no other form, else any text. */
const textIn = (type: string, schema: z.ZodMiniType): z.ZodMiniType =>
  type === 'text/html' || !(schema instanceof z.ZodMiniString) ? z.string() : schema;

const SUCCESS: Readonly<Record<number, string>> = { 200: 'The answer.', 201: 'Created.', 202: 'Accepted.' };

async function operationOf(route: Route): Promise<ZodOpenApiOperationObject> {
  const { id, surface, access, summary, params, query, idempotent, responses, examples } = route;
  const { produces = JSON_ALONE } = route;
  const body = (await route.wholeBody?.()) ?? route.body;
  const header = z.strictObject({
    'accept-language': acceptLanguage,
    ...(idempotent ? { 'idempotency-key': idempotencyKey } : {}),
    ...(route.errors.includes('version-conflict') ? { 'if-match': ifMatch } : {}),
  });
  const rights =
    access === 'public'
      ? 'Public: no token.'
      : `Needs the scope \`${access.scope}\` and one of the roles ${access.roles.map((role) => `\`${role}\``).join(', ')}.`;
  const successes = Object.entries(responses).map(([status, schema]) => [
    status,
    {
      description: SUCCESS[Number(status)] ?? 'The answer.',
      content: Object.fromEntries(
        (status === '200' ? produces : JSON_ALONE).map((type) => [
          type,
          type === 'application/json'
            ? { schema, ...(examples?.response !== undefined && { example: examples.response }) }
            : { schema: textIn(type, schema) },
        ]),
      ),
    },
  ]);
  return {
    operationId: id,
    tags: [surface],
    summary: `${summary.zh} / ${summary.en}`,
    description: rights,
    security: access === 'public' ? [] : [{ bearer: [] }],
    requestParams: { header, ...(params && { path: params }), ...(query && { query }) },
    ...(body && {
      requestBody: {
        required: !route.bodyIsOptional,
        content: {
          'application/json': {
            schema: body,
            ...(examples?.body !== undefined && { example: examples.body }),
          },
        },
      },
    }),
    responses: { ...Object.fromEntries(successes), ...problemResponses(route) },
  };
}

/** The OpenAPI 3.1 document, made from the route table alone. */
export async function openApiDocument() {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = `/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: await operationOf(route) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Tongbiao 同标',
      version: '1',
      description:
        'One standard of market access and one shared credit record for two jurisdictions (市场准入异地同标与信用共享). Errors are RFC 9457 problem documents.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'OIDC access token.' },
      },
    },
  });
}

/** As it is checked in at `docs/openapi.json`. */
export const openApiText = async (): Promise<string> =>
  `${JSON.stringify(await openApiDocument(), null, 2)}\n`;
