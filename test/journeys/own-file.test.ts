import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { submitFiling } from '../../lib/contract/filings.ts';
import { getMyData, listMyLookups, listMyRecords } from '../../lib/contract/own-file.ts';
import { findPersona } from '../../local/personas.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, freshPerson } from './a-filing.ts';
import { recordOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

const personOf = (persona: string) => findPersona(persona)?.person ?? expect.fail();

test('all records of the caller, also those that are over, and nobody else’s', async () => {
  const publish = (persona: string, over: Parameters<typeof recordOf>[1]) =>
    service.ask(publishRecord, { as: 'publisher-cq', body: recordOf(personOf(persona), over) });
  const live = (await publish('applicant', { documentNumber: '（2026）渝0231执虚构801号' })).body;
  const over = (
    await publish('applicant', {
      documentNumber: '（2020）渝0231执虚构802号',
      decidedOn: '2020-03-02',
      validTo: '2021-03-02',
    })
  ).body;
  await publish('subject', { documentNumber: '（2026）渝0231执虚构803号' });
  const { body } = await service.ask(listMyRecords, { as: 'applicant' });
  expect(body.records.map(({ record }) => record).toSorted()).toEqual([live.id, over.id].toSorted());
  expect(body.records.find(({ decidedOn }) => decidedOn === '2020-03-02')).toMatchObject({
    class: 'dishonest-debtor',
    issuedBy: 'court-500231',
    effect: { from: '2020-03-02', until: '2021-03-02' },
    version: 1,
  });
  expect((await service.ask(listMyRecords, { as: 'registrar-cq' })).body).toEqual({ records: [] });
});

test('what the caller filed, with their own person whole and nobody else’s, and their parts in enterprises', async () => {
  const other = freshPerson();
  const own = personOf('applicant');
  const mine = await aFiling(service, { founder: own, supervisor: other });
  const { id, registration } = (await service.ask(submitFiling, { as: 'applicant', body: mine })).body;
  const strangers = await aFiling(service, { founder: other, supervisor: freshPerson() });
  const theirs = (await service.ask(submitFiling, { as: 'applicant', body: strangers })).body;
  const { body } = await service.ask(getMyData, { as: 'applicant' });
  expect(body.filings.map(({ filing }) => filing)).toEqual([theirs.id, id]);
  expect(body.filings[1]?.person).toMatchObject({
    name: '周启程',
    documentKind: 'citizen-id',
    documentNumber: '500231198504120007',
  });
  expect(body.filings[0]).not.toHaveProperty('person');
  expect(JSON.stringify(body)).not.toContain(other.document.number);
  expect(JSON.stringify(body)).not.toContain(other.name);
  if (registration?.code !== undefined)
    expect(body.roles).toContainEqual({ role: 'legal-representative', enterprise: registration.code });
  // To read one's own file looks nobody up.
  const before = (await service.ask(listMyLookups, { as: 'applicant' })).body.lookups.length;
  await service.ask(getMyData, { as: 'applicant' });
  expect((await service.ask(listMyLookups, { as: 'applicant' })).body.lookups.length).toBe(before);
});

test('a token that names nobody sees no file', async () => {
  const token = await service.forge.accessToken();
  for (const route of [listMyRecords, getMyData])
    expect(await service.refused(route, { token })).toMatchObject({ status: 403 });
});
