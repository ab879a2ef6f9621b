import * as z from 'zod/mini';
import { severities } from '../domain/credit/record.ts';
import { measureGroups } from '../domain/measures/measure.ts';
import { sourceCoverageShape } from './credit-lookup.ts';
import { recordIdShape } from './record-id.ts';
import { route } from './route.ts';
import {
  articleShape,
  idShape,
  instantShape,
  plainDateShape,
  shortTextShape,
  shownSubjectShape,
  subjectShape,
} from './shapes.ts';

const askedShape = z
  .strictObject({
    subject: subjectShape,
    purpose: z.exactOptional(idShape),
    basis: z.exactOptional(idShape),
    asOf: z.exactOptional(plainDateShape),
  })
  .register(z.globalRegistry, {
    id: 'StatementToIssue',
    description:
      'Of whom, and as of which day. An authority names purpose and basis; the subject itself, and whoever stands for an organisation by the register, names neither.',
    example: { subject: { kind: 'organisation', code: '91500231MA5U000A5X' } },
  });

const statedMeasures = z
  .array(
    z.strictObject({
      row: idShape,
      group: z.enum(measureGroups),
      name: shortTextShape,
      executedBy: shortTextShape,
      articles: z.array(articleShape).check(z.maxLength(20)),
      until: z.exactOptional(plainDateShape),
      records: z.array(recordIdShape).check(z.maxLength(3)),
    }),
  )
  .check(z.maxLength(100));

const statementShape = z
  .strictObject({
    jti: z.string().check(z.maxLength(64)),
    issuedAt: instantShape,
    subject: shownSubjectShape,
    asOf: plainDateShape,
    knownAt: instantShape,
    purpose: idShape,
    basis: idShape,
    lookup: z.string().check(z.maxLength(64)),
    askedBy: z.exactOptional(idShape),
    verdict: z.enum(['clear', 'hit', 'unknown']),
    reasons: z.array(idShape).check(z.maxLength(5)),
    history: z.enum(['listed', 'formerly-listed', 'never-listed', 'unknown']),
    completeUpTo: z.exactOptional(instantShape),
    coverage: z.array(sourceCoverageShape()).check(z.maxLength(200)),
    measures: statedMeasures,
    incentives: statedMeasures,
    records: z
      .array(
        z.strictObject({
          record: recordIdShape,
          class: idShape,
          severity: z.exactOptional(z.enum(severities)),
          jurisdiction: z.string().check(z.maxLength(8)),
          issuedBy: idShape,
          decidedOn: plainDateShape,
          until: z.exactOptional(plainDateShape),
          disputed: z.exactOptional(z.literal(true)),
        }),
      )
      .check(z.maxLength(10)),
    moreRecords: z.boolean(),
  })
  .register(z.globalRegistry, {
    id: 'CreditStatement',
    description:
      'What the shared record says of a subject as of a day, by what was known at `knownAt`: it says nothing of what happened since.',
  });

export const issueStatement = route({
  id: 'issueStatement',
  method: 'POST',
  path: '/credit/statements',
  surface: 'credit-statements',
  access: { scope: 'credit:statement', roles: ['regulator', 'subject', 'applicant'] },
  summary: {
    zh: '出具某日的信用报告（签名，可离线核验）：本人、该组织负责人或者监管部门',
    en: 'A signed credit statement as of a day, checkable off-line: for oneself, one’s organisation, or an authority',
  },
  body: askedShape,
  responses: {
    200: z
      .strictObject({
        statement: statementShape,
        token: z.string().check(z.maxLength(200_000), z.regex(/^[\w-]+\.[\w-]+\.[\w-]+$/)),
      })
      .register(z.globalRegistry, {
        id: 'IssuedStatement',
        description:
          '`token` is the statement as a compact JWS (`typ` `tongbiao-credit-statement+jwt`), by a key of `/v1/standards/keys` that signs receipts.',
      }),
  },
  errors: ['unknown-purpose', 'lookup-not-logged', 'quota-exceeded', 'signing-unavailable'],
  examples: { body: { subject: { kind: 'organisation', code: '91500231MA5U000A5X' } } },
});
