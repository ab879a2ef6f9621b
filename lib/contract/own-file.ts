import * as z from 'zod/mini';
import { recordIdShape } from './credit-records.ts';
import { filingIdShape } from './filing-shapes.ts';
import { route } from './route.ts';
import { cursorShape, idShape, instantShape, plainDateShape, shortTextShape } from './shapes.ts';

/** Whoever is a subject themself, whatever else they are. */
const ofMyself = {
  scope: 'own-file:read',
  roles: ['applicant', 'registrar', 'head', 'publisher', 'regulator', 'subject', 'auditor'],
} as const;

const lookupOfMeShape = z
  .strictObject({
    lookup: z.string().check(z.maxLength(36)),
    at: instantShape,
    authority: idShape,
    authorityName: shortTextShape,
    purpose: idShape,
    basis: idShape,
    asOf: z.exactOptional(plainDateShape),
    knownAt: z.exactOptional(instantShape),
  })
  .register(z.globalRegistry, {
    id: 'LookupOfMe',
    description: 'Who looked at the caller’s credit, when, for what purpose and on what ground.',
  });

export const listMyLookups = route({
  id: 'listMyLookups',
  method: 'GET',
  path: '/me/lookups',
  surface: 'own-file',
  access: ofMyself,
  summary: {
    zh: '查看谁查询过本人的信用状况（最近的在前）',
    en: 'See who looked at your standing, the newest first',
  },
  query: z.strictObject({ cursor: z.exactOptional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        lookups: z.array(lookupOfMeShape).check(z.maxLength(50)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, { id: 'LookupsOfMe', description: 'A page of look-ups.' }),
  },
  errors: [],
});

const periodShape = z.strictObject({
  from: plainDateShape,
  until: z.union([plainDateShape, z.literal('open')]),
});

const recordOfMeShape = z
  .strictObject({
    record: recordIdShape,
    version: z.int(),
    class: idShape,
    severity: z.exactOptional(z.string().check(z.maxLength(16))),
    jurisdiction: z.string().check(z.maxLength(8)),
    issuedBy: idShape,
    documentNumber: z.string().check(z.maxLength(100)),
    ordinal: z.int(),
    decidedOn: plainDateShape,
    basis: z.array(z.strictObject({ law: shortTextShape, article: shortTextShape })).check(z.maxLength(10)),
    disclosure: z.exactOptional(periodShape),
    effect: z.exactOptional(periodShape),
    recordedAt: instantShape,
    recordedBy: idShape,
  })
  .register(z.globalRegistry, {
    id: 'RecordOfMe',
    description:
      'A credit record about the caller as it stands last, also one that is over or was never public. `disclosure` and `effect` are its periods; their ends do not count.',
  });

export const listMyRecords = route({
  id: 'listMyRecords',
  method: 'GET',
  path: '/me/records',
  surface: 'own-file',
  access: ofMyself,
  summary: {
    zh: '查看本人的全部信用记录，包括已经届满的',
    en: 'All credit records about you, those that are over included',
  },
  query: z.strictObject({ cursor: z.exactOptional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        records: z.array(recordOfMeShape).check(z.maxLength(50)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, { id: 'RecordsOfMe', description: 'A page of records.' }),
  },
  errors: [],
});

const personOfMeShape = z.strictObject({
  name: z.string(),
  documentKind: z.string(),
  documentNumber: z.string(),
  bornOn: z.exactOptional(plainDateShape),
  phone: z.exactOptional(z.string()),
  residence: z.exactOptional(z.string()),
});

export const getMyData = route({
  id: 'getMyData',
  method: 'GET',
  path: '/me/data',
  surface: 'own-file',
  access: ofMyself,
  summary: {
    zh: '查阅、复制本人的个人信息（个人信息保护法第四十五条）',
    en: 'Access to and a copy of what is kept about you (PIPL art. 45)',
  },
  query: z.strictObject({ cursor: z.exactOptional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        subject: z.string().check(z.maxLength(256)),
        at: instantShape,
        roles: z
          .array(z.strictObject({ role: idShape, enterprise: z.string().check(z.maxLength(18)) }))
          .check(z.maxLength(50)),
        filings: z
          .array(
            z.strictObject({
              filing: filingIdShape,
              item: idShape,
              state: z.string(),
              submittedAt: instantShape,
              person: z.exactOptional(personOfMeShape),
            }),
          )
          .check(z.maxLength(20)),
        next: z.exactOptional(cursorShape),
        elsewhere: z.array(z.string()).check(z.maxLength(10)),
      })
      .register(z.globalRegistry, {
        id: 'DataOfMe',
        description:
          'What is kept about the caller: the key that stands for them, their parts in enterprises, and by page the filings they handed in, with their own person whole and nobody else’s. `elsewhere` names the routes that give the rest.',
      }),
  },
  errors: [],
});
