import * as z from 'zod/mini';
import { changeTypes } from '../domain/changes/change.ts';
import { cloudEventShape } from './events/events.ts';
import { route } from './route.ts';
import { idShape } from './shapes.ts';

const TYPE = `(?:${changeTypes.join('|')})`;

const upTo = (longest: number, form: RegExp) => z.string().check(z.maxLength(longest), z.regex(form));

const numberShape = z.int().check(z.minimum(0));

export const listChanges = route({
  id: 'listChanges',
  method: 'GET',
  path: '/changes',
  surface: 'changes',
  access: { scope: 'changes:read', roles: ['subscriber'] },
  summary: {
    zh: '变更通知：按地区连续编号，可续读、可筛选、可等待（长轮询），不遗漏、不重复；不含个人信息',
    en: 'Changes of one side, numbered without gaps: resumable, filterable, by long poll; none is skipped or told twice',
  },
  query: z.strictObject({
    side: upTo(8, /^[A-Z]{2,8}$/).register(z.globalRegistry, {
      description: 'The side whose authorities decided, by its code in `GET /standards/authorities`.',
    }),
    after: z.exactOptional(
      upTo(12, /^(0|[1-9][0-9]{0,11})$/).register(z.globalRegistry, {
        description: 'The number seen last (`next` of the last answer). Left out, from the beginning.',
      }),
    ),
    types: z.exactOptional(
      upTo(1_000, new RegExp(`^${TYPE}(?:,${TYPE}){0,29}$`)).register(z.globalRegistry, {
        description: 'Only these types of change, by commas, such as `FilingRegistered,RepairGranted`.',
      }),
    ),
    subject: z.exactOptional(
      upTo(80, /^(filings|credit\/records|measure-tasks)\/[A-Za-z0-9_-]{1,64}$/).register(z.globalRegistry, {
        description: 'Only of this filing, record or task.',
      }),
    ),
    authority: z.exactOptional(idShape),
    limit: z.exactOptional(
      upTo(3, /^([1-9][0-9]?|100)$/).register(z.globalRegistry, {
        description: 'At most so many, 1 to 100; 100 where it is left out.',
      }),
    ),
    wait: z.exactOptional(
      upTo(2, /^(1?[0-9]|20)$/).register(z.globalRegistry, {
        description: 'Seconds to wait for something where there is nothing, 0 to 20.',
      }),
    ),
  }),
  responses: {
    200: z
      .strictObject({
        side: z.string().check(z.maxLength(8)),
        changes: z.array(z.strictObject({ number: z.int().check(z.minimum(1)), event: cloudEventShape })),
        next: numberShape,
        more: z.boolean(),
      })
      .register(z.globalRegistry, {
        id: 'ChangesPage',
        description:
          'Changes in their order. Go on with `after` = `next`, which is past all that was looked at, also where nothing of it was asked for; `more`: there may be some to be had at once.',
      }),
  },
  errors: [],
});
