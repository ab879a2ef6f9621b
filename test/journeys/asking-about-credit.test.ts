import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { searchNames } from '../../lib/contract/credit-names.ts';
import { getPublicList, getPublicSubject } from '../../lib/contract/credit-public.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { issueStatement } from '../../lib/contract/credit-statements.ts';
import { beginWatch, endWatch, listWatches, listWatchHits } from '../../lib/contract/credit-watches.ts';
import { submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise } from '../../lib/contract/licences.ts';
import { lookUpDetails } from '../../lib/contract/lookup-details.ts';
import { listKeys } from '../../lib/contract/standards.ts';
import { findPersona } from '../../local/personas.ts';
import { verifyDocument } from '../../local/verify-document.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, freshPerson } from './a-filing.ts';
import { recordOf, subjectOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const ground = { purpose: 'supervision', basis: 'risk-based-supervision' };
const CODE = '91511623MA5U000B4Q';
const listing = {
  class: 'abnormal-list',
  issuedBy: 'reg-511623',
  subject: { kind: 'organisation' as const, code: CODE },
};

describe('anybody', () => {
  test('sees what is disclosed of an organisation, and of others that nothing is', async () => {
    const { body } = await service.ask(publishRecord, {
      as: 'publisher-sc',
      body: recordOf(freshPerson(), listing),
    });
    const told = await service.ask(getPublicSubject, { params: { code: CODE.toLowerCase() } });
    expect(told.body).toMatchObject({
      code: CODE,
      codeCheck: 'failed',
      records: [{ record: body.id, class: 'abnormal-list', issuedBy: 'reg-511623', subject: { code: CODE } }],
    });
    const none = await service.ask(getPublicSubject, { params: { code: '91500231MA5U000A57' } });
    expect(none.body).toMatchObject({ codeCheck: 'failed', records: [] });
  });

  test('sees a list with persons as nobody in particular', async () => {
    const person = freshPerson();
    const { body } = await service.ask(publishRecord, { as: 'publisher-cq', body: recordOf(person) });
    const members: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await service.ask(getPublicList, {
        params: { list: 'dishonest-debtor' },
        query: { side: 'CQ', ...(cursor !== undefined && { cursor }) },
      });
      members.push(...page.body.members.filter(({ record }) => record === body.id));
      expect(JSON.stringify(page.body)).not.toContain(person.document.number);
      cursor = page.body.next;
    } while (cursor !== undefined);
    expect(members).toEqual([
      expect.objectContaining({ record: body.id, subject: { kind: 'person' }, issuedBy: 'court-500231' }),
    ]);
    expect(members[0]).not.toHaveProperty('documentNumber');
  });

  test.each([
    [getPublicSubject, { params: { code: '123' } }, 400],
    [getPublicSubject, { params: { code: CODE }, query: { cursor: 'AAAA' } }, 400],
    [getPublicList, { params: { list: 'penalty' } }, 404],
    [getPublicList, { params: { list: 'serious-list' }, query: { side: 'XX' } }, 404],
    [getPublicList, { params: { list: 'serious-list' }, query: { cursor: 'AAAA' } }, 400],
  ])('%o is refused for what is not there: %j', async (route, asking, status) => {
    expect((await service.refused(route, asking)).status).toBe(status);
  });
});

test('a registered company is found by its name, however it is written, and told without a verdict', async () => {
  const filed = await service.ask(submitFiling, { as: 'registrar-cq', body: await aFiling(service) });
  const { code = '' } = filed.body.registration ?? {};
  const { name = '' } = (await service.ask(getEnterprise, { params: { code } })).body;
  const search = async (asked: string) => {
    const body = { ...ground, name: asked };
    return (await service.ask(searchNames, { as: 'regulator-sc', body })).body.candidates;
  };
  await expect.poll(async () => (await search(name))[0]).toMatchObject({ code, name, status: 'registered' });
  expect((await search(name))[0]?.reasons[0]).toBe('same');
  const spaced = (await search(` ${[...name].join(' ')}`.replaceAll('有', '\u6709'))).find(
    (one) => one.code === code,
  );
  expect(spaced?.reasons[0]).toBe('same-normalised');
  expect(spaced).not.toHaveProperty('verdict');
});

test('the records of an organisation are told in full, with the day from which each can be repaired', async () => {
  const details = await service.ask(lookUpDetails, {
    as: 'regulator-cq',
    body: { ...ground, subject: { kind: 'organisation', code: CODE } },
  });
  expect(details.body.records[0]).toMatchObject({
    class: 'abnormal-list',
    repair: { kind: 'from', by: 'reg-511623' },
  });
});

describe('a signed statement', () => {
  const verify = async (token: string) => {
    const { keys } = (await service.ask(listKeys, {})).body;
    const checked = await verifyDocument(token, { keys: keys as never, statusLists: [], now: new Date() });
    return checked.map(({ mark }) => mark);
  };

  test('of oneself, and by an authority for a purpose, is checked with the published keys alone', async () => {
    const me = findPersona('subject')?.person ?? expect.fail();
    const own = await service.ask(issueStatement, { as: 'subject', body: { subject: subjectOf(me) } });
    expect(own.body.statement).toMatchObject({ purpose: 'own-file', verdict: 'hit', history: 'listed' });
    expect(await verify(own.body.token)).toEqual(['✓', '✓', '?']);
    const asked = await service.ask(issueStatement, {
      as: 'regulator-cq',
      body: { ...ground, subject: subjectOf(me) },
    });
    expect(asked.body.statement).toMatchObject({ askedBy: 'reg-500231', verdict: 'hit' });
    expect(await verify(`${asked.body.token.slice(0, -8)}AAAAAAAA`)).toEqual(['✗']);
    for (const as of ['subject', 'applicant', 'regulator-cq'])
      expect(
        await service.refused(issueStatement, { as, body: { subject: subjectOf(freshPerson()) } }),
      ).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });
});

test('an authority watches a subject, is told of what is recorded, and ends it', async () => {
  const person = freshPerson();
  const { body: watch } = await service.ask(beginWatch, {
    as: 'regulator-sc',
    body: { ...ground, subject: subjectOf(person) },
  });
  expect(watch).toMatchObject({ state: 'watching', subject: { kind: 'person' } });
  const { body: record } = await service.ask(publishRecord, { as: 'publisher-cq', body: recordOf(person) });
  await expect
    .poll(
      async () =>
        (await service.ask(listWatchHits, { as: 'regulator-sc' })).body.hits.map((hit) => [
          hit.watch,
          hit.record,
          hit.kind,
        ]),
      { timeout: 60_000 },
    )
    .toEqual([[watch.id, record.id, 'published']]);
  expect((await service.ask(listWatchHits, { as: 'regulator-cq' })).body.hits).toEqual([]);
  const ended = await service.ask(endWatch, { as: 'regulator-sc', params: { id: watch.id } });
  expect(ended.body.state).toBe('ended');
  const { watches } = (await service.ask(listWatches, { as: 'regulator-sc' })).body;
  expect(watches).toEqual([ended.body]);
  expect(await service.refused(endWatch, { as: 'regulator-cq', params: { id: watch.id } })).toMatchObject({
    status: 404,
  });
});
