import * as z from 'zod/mini';

/** RFC 9457 problem document, the body of every answer from 400 up. */
export const problemSchema = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    requestId: z.string(),
    values: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))),
    defects: z.optional(z.array(z.strictObject({ path: z.string(), code: z.string(), detail: z.string() }))),
    findings: z.optional(z.array(z.looseObject({ rule: z.string(), path: z.string(), effect: z.string() }))),
  })
  .register(z.globalRegistry, {
    id: 'Problem',
    description:
      'What went wrong, where, and what to do (RFC 9457). `code` is stable; `detail` is in the language of Accept-Language (zh-CN or en).',
  });
