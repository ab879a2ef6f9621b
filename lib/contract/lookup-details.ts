import * as z from 'zod/mini';
import { repairConditions } from '../domain/credit/repair.ts';
import { disclosedFields } from './credit-public.ts';
import { route } from './route.ts';
import {
  cursorShape,
  idShape,
  instantShape,
  plainDateShape,
  shownSubjectShape,
  subjectShape,
} from './shapes.ts';

const questionShape = z
  .strictObject({
    purpose: idShape,
    basis: idShape,
    subject: subjectShape,
    cursor: z.exactOptional(cursorShape),
  })
  .register(z.globalRegistry, {
    id: 'DetailsQuestion',
    description:
      'Whose disclosed records to tell in full, why, and on what ground; `cursor` goes on from a page.',
  });

const detailedRecordShape = z
  .strictObject({
    ...disclosedFields,
    repair: z.strictObject({
      kind: z.enum(['from', 'never', 'needless']),
      on: z.exactOptional(plainDateShape),
      by: idShape,
    }),
  })
  .register(z.globalRegistry, {
    id: 'DetailedRecord',
    description:
      'A record in disclosure, whole. `repair`: from which day it can be repaired, by whom; `never` where law has it stand its whole time, `needless` where it speaks against nobody.',
  });

export const lookUpDetails = route({
  id: 'lookUpDetails',
  method: 'POST',
  path: '/credit/lookups/details',
  surface: 'credit-statements',
  access: { scope: 'credit:lookup', roles: ['regulator'] },
  summary: {
    zh: '分页查询一个主体公示期内的信用记录全文及可修复之日，注明目的和依据并留痕',
    en: 'One subject’s disclosed records in full and the days from which they can be repaired, by page; logged',
  },
  body: questionShape,
  responses: {
    200: z
      .strictObject({
        lookup: z.string().check(z.maxLength(64)),
        at: instantShape,
        subject: shownSubjectShape,
        repairConditions: z.array(z.enum(repairConditions)).check(z.maxLength(repairConditions.length)),
        records: z.array(detailedRecordShape).check(z.maxLength(240)),
        next: z.exactOptional(cursorShape),
      })
      .register(z.globalRegistry, {
        id: 'LookupDetails',
        description:
          'A page of records, by the classes the purpose may see. It may be empty and still go on.',
      }),
  },
  errors: ['unknown-purpose', 'lookup-not-logged', 'quota-exceeded', 'too-busy'],
  examples: {
    body: {
      purpose: 'supervision',
      basis: 'risk-based-supervision',
      subject: { kind: 'organisation', code: '91500231MA5U000A5X' },
    },
  },
});
