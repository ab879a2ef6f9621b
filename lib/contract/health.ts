import * as z from 'zod/mini';
import { healthParts } from '../domain/health/health.ts';
import { route } from './route.ts';
import { instantShape } from './shapes.ts';

const textShape = z.string().check(z.minLength(1), z.maxLength(4_000));

export const getHealth = route({
  id: 'getHealth',
  method: 'GET',
  path: '/health',
  surface: 'standards',
  access: 'public',
  summary: {
    zh: '服务状态：构建版本、标准摘要，以及哪些部分降级',
    en: 'The build, the hash of the standards it decides by, and which parts are degraded',
  },
  responses: {
    200: z
      .strictObject({
        status: z.enum(['ok', 'degraded']),
        stage: z.string(),
        build: z.string(),
        engine: z.enum(['aws', 'own']),
        standards: z.string(),
        parts: z
          .array(
            z
              .strictObject({
                part: z.enum(healthParts),
                status: z.enum(['ok', 'degraded', 'unknown']),
                since: z.optional(instantShape),
                says: z.strictObject({ zh: textShape, en: textShape }),
              })
              .register(z.globalRegistry, {
                id: 'HealthOfPart',
                description:
                  'One part of the service: `unknown` where it could not be read because another is degraded; `since` as far as that can be told.',
              }),
          )
          .check(z.maxLength(8)),
      })
      .register(z.globalRegistry, {
        id: 'Health',
        description:
          'The answer is 200 whenever the service can answer at all: a part that is degraded does not keep the others from their work. What is read is kept for 30 seconds.',
      }),
  },
  errors: [],
});
