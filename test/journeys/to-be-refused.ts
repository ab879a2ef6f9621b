import { expect } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { listFilings, submitFiling } from '../../lib/contract/filings.ts';
import type { LocalService } from '../support/local-service.ts';
import { freshPerson } from './a-filing.ts';
import { lookUpOf, recordOf, subjectOf } from './a-record.ts';

/** The token of an applicant who has filed nothing yet. */
export const newApplicant = ({ forge }: Pick<LocalService, 'forge'>): Promise<string> =>
  forge.accessToken({ claims: { sub: crypto.randomUUID() } });

/** Submits what is to be refused, and sees that nothing was filed. */
export async function refusedFiling(service: LocalService, body: unknown) {
  const token = await newApplicant(service);
  const told = await service.refused(submitFiling, { token, body });
  expect((await service.ask(listFilings, { token })).body.filings).toEqual([]);
  return told;
}

/** Publishes what is to be refused, and sees that the person stays without a record. */
export async function refusedRecord(service: LocalService, overrides: Parameters<typeof recordOf>[1]) {
  const person = freshPerson();
  const told = await service.refused(publishRecord, {
    as: 'publisher-cq',
    body: recordOf(person, overrides),
  });
  expect((await lookUpOf(service, [person])).results).toMatchObject([{ disclosed: { entries: [] } }]);
  return told;
}

/** What a look-up asks, about somebody new unless told otherwise. */
export const aQuestion = (more: Record<string, unknown> = {}) => ({
  purpose: 'registration',
  basis: 'registration-review',
  subjects: [subjectOf(freshPerson())],
  ...more,
});
