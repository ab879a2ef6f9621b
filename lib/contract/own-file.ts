import * as z from 'zod/mini';
import { inboxNoticeKinds } from '../domain/registration/inbox-notice.ts';
import { filingIdShape, remedyShape } from './filing-shapes.ts';
import { route } from './route.ts';
import { cursorShape, idShape, instantShape, plainDateShape, shortTextShape } from './shapes.ts';

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
  access: {
    scope: 'own-file:read',
    roles: ['applicant', 'registrar', 'head', 'publisher', 'regulator', 'subject', 'auditor'],
  },
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
