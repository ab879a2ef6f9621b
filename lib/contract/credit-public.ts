import * as z from 'zod/mini';
import { penaltyFields, penaltyKinds } from '../domain/credit/penalty.ts';
import { severities } from '../domain/credit/record.ts';
import { recordIdShape } from './record-id.ts';
import { route } from './route.ts';
import {
  bilingualShape,
  cursorShape,
  idShape,
  keptSubjectShape,
  otherCodesShape,
  plainDateShape,
  shortTextShape,
  subjectCodeShape,
} from './shapes.ts';

export const basisToldShape = z.strictObject({ law: shortTextShape, article: shortTextShape });

/** What is published of a record of an organisation; of a natural person's less. */
export const disclosedFields = {
  record: recordIdShape,
  class: idShape,
  className: bilingualShape,
  severity: z.exactOptional(z.enum(severities)),
  jurisdiction: z.string().check(z.maxLength(8)),
  issuedBy: idShape,
  issuedByName: shortTextShape,
  documentNumber: z.exactOptional(z.string().check(z.maxLength(100))),
  decidedOn: plainDateShape,
  basis: z.array(basisToldShape).check(z.maxLength(10)),
  penalty: z.exactOptional(
    z.strictObject({
      kinds: z.array(z.enum(penaltyKinds)).check(z.maxLength(penaltyKinds.length)),
      fineFen: z.exactOptional(z.int()),
      simpleProcedure: z.exactOptional(z.boolean()),
      field: z.exactOptional(z.enum(penaltyFields)),
    }),
  ),
  until: z.exactOptional(plainDateShape),
  disputed: z.exactOptional(z.literal(true)),
} as const;

const publicRecordShape = z
  .strictObject({
    ...disclosedFields,
    subject: keptSubjectShape(),
  })
  .register(z.globalRegistry, {
    id: 'PublicRecord',
    description:
      'A record in its disclosure period. Of a natural person nothing is told by which they could be found: neither a number nor the number of the document. Without `until` it is disclosed until a decision; `disputed`: its subject says it is wrong and is not answered yet.',
  });

/** The most records of one page of a subject with very many. */
const MOST_OF_PAGE = 240;

export const getPublicSubject = route({
  id: 'getPublicSubject',
  method: 'GET',
  path: '/credit/subjects/{code}',
  surface: 'credit-public',
  access: 'public',
  summary: {
    zh: '查看某组织公示期内的信用记录',
    en: 'The records of an organisation that are in their disclosure period',
  },
  params: z.strictObject({ code: subjectCodeShape }),
  query: z.strictObject({ cursor: z.exactOptional(cursorShape) }),
  responses: {
    200: z
      .strictObject({
        code: z.string().check(z.maxLength(18)),
        codeCheck: z.enum(['passed', 'failed', 'legacy']),
        on: plainDateShape,
        otherCodes: z.exactOptional(otherCodesShape),
        records: z.array(publicRecordShape).check(z.maxLength(MOST_OF_PAGE)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'PublicSubject',
        description:
          'What is disclosed of an organisation. That nothing is says nothing about its credit, nor that it exists. A page may be empty and still go on. `otherCodes` as in a look-up: records of codes that were replaced are told here too, each with its own code.',
      }),
  },
  errors: ['too-busy'],
});

export const getPublicList = route({
  id: 'getPublicList',
  method: 'GET',
  path: '/credit/lists/{list}',
  surface: 'credit-public',
  access: 'public',
  summary: {
    zh: '分页查看公示中的名单（名录）',
    en: 'Who is on a published list, by page',
  },
  params: z.strictObject({ list: idShape }),
  query: z.strictObject({
    side: z.exactOptional(z.string().check(z.maxLength(8), z.regex(/^[A-Z]{2,8}$/))),
    cursor: z.exactOptional(cursorShape),
  }),
  responses: {
    200: z
      .strictObject({
        list: idShape,
        name: bilingualShape,
        on: plainDateShape,
        members: z.array(publicRecordShape).check(z.maxLength(20)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'PublicList',
        description:
          'A page of a list, in an order that nothing changes: who is on it during the whole walk appears exactly once. A page may be short or empty and still go on.',
      }),
  },
  errors: ['not-found', 'too-busy'],
});
