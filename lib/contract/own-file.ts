import * as z from 'zod/mini';
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
