import * as z from 'zod/mini';
import { inboxNoticeKinds } from '../domain/registration/inbox-notice.ts';
import { dataRequestShape } from './data-request-shape.ts';
import { filingIdShape, remedyShape } from './filing-shapes.ts';
import { recordIdShape } from './record-id.ts';
import { classUnknownShape, periodShape, recordStageShape, repairableShape } from './record-shapes.ts';
import { route } from './route.ts';
import {
  cursorShape,
  formerNameShape,
  idShape,
  instantShape,
  plainDateShape,
  shortTextShape,
} from './shapes.ts';
import { signedShape } from './signed-shape.ts';

/** Whoever is a subject themself, whatever else they are. */
export const ofMyself = {
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
  errors: ['too-busy'],
});

const recordOfMeShape = z
  .strictObject({
    record: recordIdShape,
    version: z.int(),
    state: recordStageShape,
    class: idShape,
    classUnknown: classUnknownShape,
    severity: z.exactOptional(z.string().check(z.maxLength(16))),
    jurisdiction: z.string().check(z.maxLength(8)),
    issuedBy: idShape,
    documentNumber: z.string().check(z.maxLength(100)),
    ordinal: z.int(),
    decidedOn: plainDateShape,
    basis: z.array(z.strictObject({ law: shortTextShape, article: shortTextShape })).check(z.maxLength(10)),
    disclosure: z.exactOptional(periodShape),
    effect: z.exactOptional(periodShape),
    shieldedUntil: z.exactOptional(plainDateShape),
    disputed: z.boolean(),
    repairable: z.exactOptional(repairableShape),
    recordedAt: instantShape,
    recordedBy: idShape,
  })
  .register(z.globalRegistry, {
    id: 'RecordOfMe',
    description:
      'A credit record about the caller as it stands last, also one that is over, was never public, or was taken away by a decision: `state` as of today. `disclosure` and `effect` are its periods as far as no decision ended them; their ends do not count. `repairable` says whether and from which day it can be repaired; `GET /credit/records/{id}` tells its whole history.',
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
  errors: ['too-busy'],
});

const personOfMeShape = z.strictObject({
  name: z.string(),
  documentKind: z.string(),
  documentNumber: z.string(),
  bornOn: z.exactOptional(plainDateShape),
  phone: z.exactOptional(z.string()),
  residence: z.exactOptional(z.string()),
});

const filingsOfMe = z
  .array(
    z.strictObject({
      filing: filingIdShape,
      item: idShape,
      state: z.string(),
      submittedAt: instantShape,
      person: z.exactOptional(personOfMeShape),
    }),
  )
  .check(z.maxLength(20));

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
  query: z.strictObject({
    cursor: z.exactOptional(cursorShape),
    named: z.exactOptional(cursorShape),
    roles: z.exactOptional(cursorShape),
    signed: z.exactOptional(z.enum(['true', 'false'])),
  }),
  responses: {
    200: z
      .strictObject({
        subject: z.string().check(z.maxLength(256)),
        at: instantShape,
        roles: z
          .array(z.strictObject({ role: idShape, enterprise: z.string().check(z.maxLength(18)) }))
          .check(z.maxLength(50)),
        nextRoles: z.exactOptional(cursorShape),
        otherKeys: z.exactOptional(z.array(z.string().check(z.maxLength(256))).check(z.maxLength(40))),
        formerNames: z.exactOptional(z.array(formerNameShape).check(z.maxLength(800))),
        filings: filingsOfMe,
        named: filingsOfMe,
        nextNamed: z.exactOptional(cursorShape),
        records: z.array(recordOfMeShape).check(z.maxLength(50)),
        lookups: z.array(lookupOfMeShape).check(z.maxLength(50)),
        tasks: z
          .array(
            z.strictObject({
              task: z.string().check(z.maxLength(64)),
              row: idShape,
              record: recordIdShape,
              executor: idShape,
            }),
          )
          .check(z.maxLength(20)),
        requests: z.array(dataRequestShape).check(z.maxLength(20)),
        drafts: z
          .array(
            z.strictObject({
              draft: z.string().check(z.maxLength(64)),
              item: idShape,
              savedAt: instantShape,
              keptUntil: instantShape,
            }),
          )
          .check(z.maxLength(50)),
        /** Of these there is more at the routes of `elsewhere`. */
        more: z.array(z.enum(['records', 'lookups', 'tasks', 'requests'])).check(z.maxLength(4)),
        copy: z.exactOptional(signedShape(4_000_000)),
        next: z.exactOptional(cursorShape),
        elsewhere: z.array(z.string()).check(z.maxLength(10)),
      })
      .register(z.globalRegistry, {
        id: 'DataOfMe',
        description:
          'What is kept about the caller: the keys that stand for them, and by page their parts in enterprises (`roles`, `nextRoles`), the filings they handed in (`filings`, `next`) and those of others that name them (`named`, `nextNamed`), with their own person whole and nobody else’s; records, look-ups, tasks, requests and drafts, of which `more` says where there is more than is told here, at the routes of `elsewhere`. With `signed=true`, `copy` is this page as a compact JWS, which says by the same members where it is not whole (`typ` tongbiao-own-data+jwt, by the key of receipts), to be taken elsewhere.',
      }),
  },
  errors: ['signing-unavailable', 'too-busy'],
});

export const inboxNoticeShape = z
  .strictObject({
    id: z.string().check(z.maxLength(80)),
    kind: z.enum(inboxNoticeKinds),
    at: instantShape,
    filing: filingIdShape,
    version: z.int(),
    item: idShape,
    itemName: shortTextShape,
    authority: idShape,
    authorityName: shortTextShape,
    text: z.string().check(z.maxLength(2_000)),
    enterprise: z.exactOptional(z.string().check(z.maxLength(18))),
    dueOn: z.exactOptional(plainDateShape),
    findings: z.exactOptional(z.int()),
    awaited: z.exactOptional(z.int()),
    licence: z.exactOptional(z.string().check(z.maxLength(80))),
    reservedUntil: z.exactOptional(plainDateShape),
    remedies: z.exactOptional(z.array(remedyShape)),
  })
  .register(z.globalRegistry, {
    id: 'InboxNotice',
    description:
      'What somebody is told of a step of a filing (通知): `text` in the language asked for, what it rests on beside it. `version` is the version of the filing that the step made; `by-office` is a step an authority took by its office, told to those who stand for the enterprise.',
  });

export const listMyNotices = route({
  id: 'listMyNotices',
  method: 'GET',
  path: '/me/notices',
  surface: 'own-file',
  access: { scope: 'own-file:read', roles: ['applicant', 'registrar', 'subject'] },
  summary: {
    zh: '本人的通知：所提交的申请、依职权办理的与本人有关事项的进展（最近的在前）',
    en: 'What I am told: steps of the filings I submitted, and steps by office that concern me, newest first',
  },
  query: z.strictObject({ since: z.exactOptional(instantShape), cursor: z.exactOptional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        notices: z.array(inboxNoticeShape).check(z.maxLength(20)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, { id: 'InboxNotices', description: 'A page of notices.' }),
  },
  errors: [],
});
