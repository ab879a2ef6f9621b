import * as z from 'zod/mini';
import { route } from './route.ts';

export const listRetention = route({
  id: 'listRetention',
  method: 'GET',
  path: '/standards/retention',
  surface: 'standards',
  access: 'public',
  summary: {
    zh: '各类数据的保存期限、依据和届满后的处理',
    en: 'What is kept, on what ground, for how long, and what happens then',
  },
  responses: {
    200: z
      .strictObject({
        retention: z.array(z.looseObject({ id: z.string() })),
        requests: z.strictObject({
          answerWithin: z.strictObject({ workingDays: z.int() }),
          grounds: z.array(z.looseObject({ id: z.string() })),
        }),
      })
      .register(z.globalRegistry, {
        id: 'Retention',
        description:
          'Each kind of data with its basis. `erasableAfter` says from when on a person may have it erased; without it law has it kept. `requests`: within how many working days a request about one’s own data is answered, and on which grounds.',
      }),
  },
  errors: [],
});
