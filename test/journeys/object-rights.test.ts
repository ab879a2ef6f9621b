import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { beginExport, getExport, listExports } from '../../lib/contract/credit-exports.ts';
import { heartbeatSource, publishRecord } from '../../lib/contract/credit-records.ts';
import { decideFiling, listQueue } from '../../lib/contract/decisions.ts';
import { getFiling, getReceipt, listFilings, submitFiling } from '../../lib/contract/filings.ts';
import { listMyLookups } from '../../lib/contract/own-file.ts';
import { findPersona } from '../../local/personas.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, DIANJIANG, freshPerson, toBeJudged, type Wish } from './a-filing.ts';
import { lookUpOf, recordOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

/** Filed by a persona and waiting for an officer. */
async function inReview(as: string, wish: Wish = {}) {
  const filed = await service.ask(submitFiling, {
    as,
    body: await aFiling(service, { facts: toBeJudged, ...wish }),
  });
  expect(filed.body.state).toBe('in-review');
  return filed.body;
}

const statuses = async (personas: readonly string[], ask: (as: string) => Promise<{ status: number }>) =>
  Object.fromEntries(await Promise.all(personas.map(async (as) => [as, (await ask(as)).status])));

describe('a filing', () => {
  const readers = ['applicant', 'registrar-cq', 'registrar-sc', 'head-cq', 'head-sc', 'auditor'];

  test('filed on-line for a place: seen by who filed it, by its authority and the auditor', async () => {
    const { id } = await inReview('applicant');
    for (const route of [getFiling, getReceipt])
      expect(await statuses(readers, (as) => service.send(route, { as, params: { id } }))).toEqual({
        applicant: 200,
        'registrar-cq': 404,
        'registrar-sc': 200,
        'head-cq': 404,
        'head-sc': 200,
        auditor: 200,
      });
  });

  test('filed at a window of the other side: seen by those of that window too, not by another applicant', async () => {
    const { id } = await inReview('registrar-cq');
    for (const route of [getFiling, getReceipt])
      expect(await statuses(readers, (as) => service.send(route, { as, params: { id } }))).toEqual({
        applicant: 404,
        'registrar-cq': 200,
        'registrar-sc': 200,
        'head-cq': 200,
        'head-sc': 200,
        auditor: 200,
      });
  });

  test('another filing is answered as one that does not exist', async () => {
    const { id } = await inReview('registrar-cq');
    const hidden = await service.refused(getFiling, { as: 'applicant', params: { id } });
    const absent = await service.refused(getFiling, {
      as: 'applicant',
      params: { id: '00000000-0000-4000-8000-000000000000' },
    });
    const { requestId: _one, ...first } = hidden.body;
    const { requestId: _other, ...second } = absent.body;
    expect(first).toEqual(second);
  });

  test('everybody lists only what they filed themselves', async () => {
    const filed = { applicant: await inReview('applicant'), other: await inReview('registrar-cq') };
    const idsOf = async (as: string) =>
      (await service.ask(listFilings, { as })).body.filings.map(({ id }) => id);
    const [applicants, registrars] = await Promise.all([idsOf('applicant'), idsOf('registrar-cq')]);
    expect(applicants).toContain(filed.applicant.id);
    expect(applicants).not.toContain(filed.other.id);
    expect(registrars).toContain(filed.other.id);
    expect(registrars).not.toContain(filed.applicant.id);
  });

  test('a token of the same name from nowhere else than our issuer sees it', async () => {
    const { id } = await inReview('applicant');
    const other = await service.forge.accessToken({ claims: { sub: 'applicant-2' } });
    expect(await service.refused(getFiling, { token: other, params: { id } })).toMatchObject({ status: 404 });
    const same = await service.forge.accessToken();
    expect((await service.ask(getFiling, { token: same, params: { id } })).body.id).toBe(id);
  });
});

describe('a queue', () => {
  const officers = ['registrar-cq', 'registrar-sc', 'head-cq', 'head-sc'];

  test.each([
    ['reg-511623', { 'registrar-cq': 403, 'registrar-sc': 200, 'head-cq': 403, 'head-sc': 200 }],
    ['reg-500231', { 'registrar-cq': 200, 'registrar-sc': 403, 'head-cq': 200, 'head-sc': 403 }],
    ['reg-500000', { 'registrar-cq': 403, 'registrar-sc': 403, 'head-cq': 403, 'head-sc': 403 }],
    ['reg-999999', { 'registrar-cq': 403, 'registrar-sc': 403, 'head-cq': 403, 'head-sc': 403 }],
  ])('%s', async (authority, expected) => {
    expect(await statuses(officers, (as) => service.send(listQueue, { as, params: { authority } }))).toEqual(
      expected,
    );
  });

  test('holds the filings of its authority, wherever they were handed in', async () => {
    const { id } = await inReview('registrar-cq');
    const { body } = await service.ask(listQueue, { as: 'head-sc', params: { authority: 'reg-511623' } });
    expect(body.filings.map((filing) => filing.id)).toContain(id);
    const other = await service.ask(listQueue, { as: 'head-cq', params: { authority: 'reg-500231' } });
    expect(other.body.filings.map((filing) => filing.id)).not.toContain(id);
  });
});

describe('a decision', () => {
  const register = { action: 'register' } as const;

  test('by an officer of the other side, who took the filing in: forbidden, and nothing has changed', async () => {
    const { id } = await inReview('registrar-cq');
    const refused = await service.refused(decideFiling, {
      as: 'registrar-cq',
      params: { id },
      body: register,
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const { body } = await service.ask(getFiling, { as: 'registrar-cq', params: { id } });
    expect(body).toMatchObject({ state: 'in-review', version: 1 });
  });

  test('by an officer who may not even see it: not found', async () => {
    const { id } = await inReview('applicant');
    for (const as of ['registrar-cq', 'head-cq'])
      expect(await service.refused(decideFiling, { as, params: { id }, body: register })).toMatchObject({
        status: 404,
        body: { code: 'not-found' },
      });
  });

  test('by the head in the registrar’s place, or the registrar in the head’s: forbidden', async () => {
    const { id } = await inReview('applicant');
    expect(
      await service.refused(decideFiling, { as: 'head-sc', params: { id }, body: register }),
    ).toMatchObject({ status: 403 });
    await service.ask(decideFiling, {
      as: 'registrar-sc',
      params: { id },
      body: { action: 'propose-extension', reason: '情况复杂' },
    });
    for (const action of ['approve-extension', 'decline-extension'])
      expect(
        await service.refused(decideFiling, { as: 'registrar-sc', params: { id }, body: { action } }),
      ).toMatchObject({ status: 403 });
  });

  test('by the officer whom the filing names: recused', async () => {
    const officer = findPersona('registrar-sc')?.person;
    if (officer === undefined) throw new Error('The registrar is nobody');
    const { id } = await inReview('applicant', { founder: officer });
    expect(
      await service.refused(decideFiling, { as: 'registrar-sc', params: { id }, body: register }),
    ).toMatchObject({ status: 403, body: { code: 'concerns-officer' } });
  });

  test('an authority that a token of another authority claims in the URL is no help', async () => {
    const { id } = await inReview('applicant', { place: DIANJIANG });
    expect(
      await service.refused(decideFiling, { as: 'registrar-sc', params: { id }, body: register }),
    ).toMatchObject({ status: 404 });
  });
});

describe('a record and a source of the other side', () => {
  test.each([
    ['publisher-sc', 'court-500231'],
    ['publisher-sc', 'credit-500000'],
    ['publisher-cq', 'court-511623'],
    ['publisher-cq', 'credit-510000'],
  ])('%s may not publish for %s', async (as, issuedBy) => {
    const person = freshPerson();
    const refused = await service.refused(publishRecord, { as, body: recordOf(person, { issuedBy }) });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const { results } = await lookUpOf(service, [person]);
    expect(results).toMatchObject([{ verdict: 'clear', disclosed: { entries: [] } }]);
  });

  test.each([
    ['publisher-sc', 'cq-penalties'],
    ['publisher-cq', 'sc-penalties'],
  ])('%s may not speak for %s', async (as, source) => {
    const completeUpTo = new Date().toISOString();
    const refused = await service.refused(heartbeatSource, {
      as,
      params: { source },
      body: { completeUpTo },
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

test('who looked at me is told to me alone', async () => {
  const me = findPersona('applicant')?.person;
  if (me === undefined) throw new Error('The applicant is nobody');
  const { lookup } = await lookUpOf(service, [me]);
  const seenBy = async (as: string) =>
    (await service.ask(listMyLookups, { as })).body.lookups.map((seen) => seen.lookup);
  await expect.poll(() => seenBy('applicant'), { timeout: 60_000 }).toContain(lookup);
  for (const as of ['subject', 'registrar-cq', 'registrar-sc'])
    expect(await seenBy(as)).not.toContain(lookup);
});

test('an export is seen by the authority that asked for it, and by no other', async () => {
  const { id } = (await service.ask(beginExport, { as: 'credit-officer-cq' })).body;
  const officers = [
    'credit-officer-cq',
    'credit-officer-cq-2',
    'credit-officer-sc',
    'publisher-cq',
    'publisher-sc',
  ];
  expect(await statuses(officers, (as) => service.send(getExport, { as, params: { id } }))).toEqual({
    'credit-officer-cq': 200,
    'credit-officer-cq-2': 200,
    'credit-officer-sc': 404,
    'publisher-cq': 404,
    'publisher-sc': 404,
  });
  const listedFor = async (as: string) =>
    (await service.ask(listExports, { as })).body.exports.map((told) => told.id);
  expect(await listedFor('credit-officer-cq-2')).toContain(id);
  for (const as of ['credit-officer-sc', 'publisher-cq', 'publisher-sc'])
    expect(await listedFor(as)).not.toContain(id);
});
