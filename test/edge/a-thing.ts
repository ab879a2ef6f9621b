import * as z from 'zod/mini';
import { route } from '../../lib/contract/route.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import type { HttpAnswer } from '../../lib/edge/problem.ts';
import { aContext, anEvent, type Given } from './an-event.ts';

const bodyShape = z.strictObject({
  name: z.string().check(z.maxLength(300_000)),
  count: z.optional(z.int()),
  ratio: z.optional(z.number()),
  tags: z.optional(z.array(z.string().check(z.maxLength(8))).check(z.maxLength(3))),
  inner: z.optional(z.strictObject({ on: z.string().check(z.maxLength(10)) })),
});

/** A route that takes everything a route can take. */
export const putThing = route({
  id: 'putThing',
  method: 'POST',
  path: '/things/{thing}',
  surface: 'filings',
  access: 'public',
  summary: { zh: '', en: '' },
  params: z.strictObject({ thing: z.string().check(z.maxLength(8), z.regex(/^[0-9]+$/)) }),
  query: z.strictObject({ page: z.optional(z.string().check(z.regex(/^[0-9]{1,3}$/))) }),
  body: bodyShape,
  responses: { 200: z.strictObject({ seen: z.unknown() }) },
  errors: [],
});

export const echo = httpHandler(
  putThing,
  async ({ params, query, body, idempotencyKey, ifMatch, language }) => ({
    status: 200,
    body: { seen: { params, query, body, idempotencyKey, ifMatch, language } },
  }),
);

export const throwing = (error: unknown) =>
  httpHandler(putThing, async () => {
    throw error;
  });

export const send = (given: Given = {}, handler = echo): Promise<HttpAnswer> =>
  handler.handle(anEvent({ path: { thing: '1' }, body: '{"name":"a"}', ...given }), aContext);

export const read = (answer: HttpAnswer) => JSON.parse(answer.body);

/** Status and code, then each defect's place and code. */
export async function refusal(given: Given): Promise<unknown> {
  const answer = await send(given);
  const { code, defects } = read(answer);
  const told = defects?.map(({ path, code: defect }: { path: string; code: string }) => [path, defect]);
  return [answer.statusCode, code, ...(told ?? [])];
}
