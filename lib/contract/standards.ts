import * as z from 'zod/mini';
import { route } from './route.ts';
import { articleShape, bilingualShape, idShape, plainDateShape } from './shapes.ts';

const onDay = z.strictObject({ on: z.optional(plainDateShape) });

/** Catalog entries as data; their fields are told by the catalog's own types. */
const entryShape = z.looseObject({ id: idShape });
const entriesOf = (id: string, description: string) =>
  z
    .strictObject({ on: plainDateShape, entries: z.array(entryShape) })
    .register(z.globalRegistry, { id, description });

const itemKindShape = z
  .enum(['registration', 'record-filing', 'announcement', 'name', 'ex-officio'])
  .register(z.globalRegistry, {
    id: 'ItemKind',
    description:
      '登记, 备案, 公告, a name held for later, or a step an authority takes by its office (依职权), which an officer hands in and, where it has to be decided, another decides.',
  });

export const listItems = route({
  id: 'listItems',
  method: 'GET',
  path: '/standards/items',
  surface: 'standards',
  access: 'public',
  summary: { zh: '可办事项', en: 'The items that can be filed' },
  query: onDay,
  responses: {
    200: z
      .strictObject({
        on: plainDateShape,
        items: z.array(
          z.strictObject({
            id: idShape,
            name: bilingualShape,
            kind: itemKindShape,
            standardVersion: z.string(),
          }),
        ),
      })
      .register(z.globalRegistry, { id: 'Items' }),
  },
  errors: [],
});

export const getStandard = route({
  id: 'getStandard',
  method: 'GET',
  path: '/standards/items/{item}',
  surface: 'standards',
  access: 'public',
  summary: {
    zh: '事项的办理标准：材料、规则、期限及其依据',
    en: 'An item’s standard: materials, rules, limits, each with its article',
  },
  params: z.strictObject({ item: idShape }),
  query: onDay,
  responses: {
    200: z
      .strictObject({
        item: idShape,
        name: bilingualShape,
        kind: itemKindShape,
        guidance: z.optional(z.array(bilingualShape)),
        facts: z.string(),
        version: z.string(),
        validFrom: plainDateShape,
        validTo: z.optional(plainDateShape),
        limits: z.strictObject({
          reviewWorkingDays: z.int(),
          extensionWorkingDays: z.int(),
          objectionDays: z.optional(z.int()),
          articles: z.array(articleShape),
        }),
        filedWithin: z.optional(
          z.array(z.strictObject({ days: z.int(), from: bilingualShape, articles: z.array(articleShape) })),
        ),
        materials: z.array(
          z.strictObject({
            id: idShape,
            name: bilingualShape,
            when: z.optional(bilingualShape),
            obtain: z.enum(['applicant', 'shared']),
            mayFollow: z.optional(z.literal(true)),
            articles: z.array(articleShape),
          }),
        ),
        rules: z.array(
          z.strictObject({
            id: idShape,
            effect: z.enum(['defect', 'review', 'note']),
            message: bilingualShape,
            articles: z.array(articleShape),
          }),
        ),
        departures: z.array(
          z.strictObject({
            code: idShape,
            name: bilingualShape,
            outcomes: z.array(z.string()),
            articles: z.array(articleShape),
          }),
        ),
      })
      .register(z.globalRegistry, {
        id: 'Standard',
        description:
          'What an applicant must bring and is held to: materials (`when` says in which filings; `shared` is never asked for; `mayFollow` marks what by a promise, the material `tolerance-commitment`, can be handed in later by those on a red list), rules, limits in working days, `filedWithin` in calendar days. `facts` names the schema, among this document’s components, of what is filed.',
      }),
  },
  errors: ['unknown-item', 'unknown-standard'],
});

export const listMeasures = route({
  id: 'listMeasures',
  method: 'GET',
  path: '/standards/measures',
  surface: 'standards',
  access: 'public',
  summary: {
    zh: '惩戒与激励措施清单、信用记录类别、查询目的与信息来源',
    en: 'Measure rows, record classes, look-up purposes and sources',
  },
  query: onDay,
  responses: {
    200: z
      .strictObject({
        on: plainDateShape,
        listed: z.array(entryShape),
        measures: z.array(entryShape),
        recordClasses: z.array(entryShape),
        purposes: z.array(entryShape),
        sources: z.array(entryShape),
      })
      .register(z.globalRegistry, {
        id: 'Measures',
        description:
          'The published lists as of a day: `listed` is what they name, `measures` the rows that carry it out, each with its group, triggers, object, executing body, articles, end and release condition. What no row carries out applies to nobody; group C is information only.',
      }),
  },
  errors: [],
});

export const listAuthorities = route({
  id: 'listAuthorities',
  method: 'GET',
  path: '/standards/authorities',
  surface: 'standards',
  access: 'public',
  summary: { zh: '机关与受理窗口', en: 'Authorities, and the windows where filings are handed in' },
  query: z.strictObject({
    on: z.optional(plainDateShape),
    kind: z.optional(z.enum(['registration', 'court', 'credit-platform'])),
    jurisdiction: z.optional(z.string().check(z.maxLength(8), z.regex(/^[A-Z]{2,8}$/))),
  }),
  responses: {
    200: z
      .strictObject({ on: plainDateShape, authorities: z.array(entryShape), windows: z.array(entryShape) })
      .register(z.globalRegistry, { id: 'Authorities' }),
  },
  errors: [],
});

export const listPlatforms = route({
  id: 'listPlatforms',
  method: 'GET',
  path: '/standards/platforms',
  surface: 'standards',
  access: 'public',
  summary: { zh: '毗邻地区合作功能平台', en: 'The cross-border cooperation platforms and their members' },
  query: onDay,
  responses: {
    200: entriesOf(
      'Platforms',
      'Platforms with their members, many-to-many; `inSeed` marks the nine of the policy.',
    ),
  },
  errors: [],
});

export const listKeys = route({
  id: 'listKeys',
  method: 'GET',
  path: '/standards/keys',
  surface: 'standards',
  access: 'public',
  summary: {
    zh: '验签公钥（JWK Set）',
    en: 'Public keys that check receipts, licences and the log of look-ups (JWK Set)',
  },
  responses: {
    200: z
      .strictObject({
        keys: z.array(
          z.looseObject({
            kid: z.string(),
            kty: z.string(),
            alg: z.string(),
            signs: z.enum(['receipt', 'licence', 'log']),
            retiredAt: z.optional(z.string()),
          }),
        ),
      })
      .register(z.globalRegistry, {
        id: 'VerificationKeys',
        description:
          'The keys that are signed with, and those that were before: what a former key signed up to `retiredAt` still holds.',
      }),
  },
  errors: [],
});
