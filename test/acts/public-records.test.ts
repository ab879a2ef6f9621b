import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { appendRecord } from '../../lib/acts/append-record.ts';
import type { RecordToPublish } from '../../lib/acts/publish-record.ts';
import { addToHalf, emptyHalf } from '../../lib/domain/credit/half.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { organisationKey } from '../../lib/domain/subject/subject-key.ts';
import {
  aCaller,
  aDebtorRecord,
  aDispute,
  aGrant,
  aRepairRequest,
  type CreditService,
  moment,
  NOW,
  startCreditService,
} from '../support/credit-service.ts';
import { aRecord, day, recordId } from '../support/records.ts';
import { recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const CODE = '91500231MA5U000A5X';
const TODAY = NOW.on;
const organisation: NamedSubject = { kind: 'organisation', code: CODE };
const listed = (overrides: Partial<RecordToPublish> = {}) =>
  aDebtorRecord({
    subject: organisation,
    class: 'serious-list',
    issuedBy: 'reg-500231',
    basis: [{ law: '市场监督管理严重违法失信名单管理办法', article: '第二条' }],
    ...overrides,
  });
const person = (number: number): NamedSubject => ({
  kind: 'person',
  document: { kind: 'passport', number: `E${40_000_000 + number}` },
});
const ids = (page: { readonly entries: readonly { readonly state: { readonly last: { id: string } } }[] }) =>
  page.entries.map(({ state }) => state.last.id);

/** A whole walk, and what happens between its pages. */
async function walk(list: string, between: (page: number) => Promise<unknown> = async () => undefined) {
  const found: string[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 60; page += 1) {
    const read = await service.publicRecords.ofList({ list, cursor }, TODAY);
    found.push(...ids(read));
    cursor = read.next;
    if (cursor === undefined) return { found, pages: page + 1 };
    await between(page);
  }
  return expect.fail('the walk does not end');
}

test('an organisation has its disclosed records told, and what is repaired is out at once', async () => {
  expect(await service.publicRecords.ofOrganisation(CODE, TODAY)).toEqual({ linked: [], entries: [] });
  const { id } = await service.publish(listed({ decidedOn: day('2025-05-11') }));
  const other = await service.publish(listed({ class: 'abnormal-list', documentNumber: '异常〔2026〕1号' }));
  await service.publish(listed({ class: 'penalty', severity: 'minor', documentNumber: '渝罚〔2026〕2号' }));
  expect(ids(await service.publicRecords.ofOrganisation(CODE, TODAY))).toEqual([other.id, id]);
  await service.dispute(other.id, aCaller('credit-500000'), aDispute);
  const marked = await service.publicRecords.ofOrganisation(CODE, TODAY);
  expect(marked.entries.map(({ disputed }) => disputed)).toEqual([true, false]);
  await service.repair(id, aCaller('credit-500000', { id: 'asks' }), aRepairRequest);
  await service.repair(id, aCaller('reg-500231', { id: 'accepts' }), { action: 'accept' });
  await service.repair(id, aCaller('reg-500231', { id: 'decides' }), aGrant);
  expect(ids(await service.publicRecords.ofOrganisation(CODE, TODAY))).toEqual([other.id]);
  expect(ids(await service.publicRecords.ofList({ list: 'serious-list' }, TODAY))).toEqual([]);
});

test('disclosure ends on its day whatever was written', async () => {
  const { id } = await service.publish(listed({ decidedOn: day('2025-05-11') }));
  expect(ids(await service.publicRecords.ofOrganisation(CODE, day('2028-05-10')))).toEqual([id]);
  expect(ids(await service.publicRecords.ofOrganisation(CODE, day('2028-05-11')))).toEqual([]);
  expect(ids(await service.publicRecords.ofList({ list: 'serious-list' }, day('2028-05-10')))).toEqual([id]);
  expect(ids(await service.publicRecords.ofList({ list: 'serious-list' }, day('2028-05-11')))).toEqual([]);
});

test('where more are disclosed than the halves name, pages go through all of them, each once', async () => {
  const published = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      service.publish(listed({ class: 'abnormal-list', documentNumber: `异常〔2026〕${index}号` })),
    ),
  );
  const { entries, next } = await service.publicRecords.ofOrganisation(CODE, TODAY);
  expect([new Set(ids({ entries })), next]).toEqual([new Set(published.map(({ id }) => id)), undefined]);
  await expect(service.publicRecords.ofOrganisation(CODE, TODAY, 'e30')).rejects.toMatchObject({
    code: 'invalid-request',
  });
});

test('a subject with hundreds of records is walked page by page, each disclosed one once and whole', async () => {
  const subject = organisationKey(CODE);
  const versions = Array.from({ length: 300 }, (_, index) =>
    aRecord({
      id: recordId(index),
      subject,
      class: 'abnormal-list',
      issuedBy: 'reg-500231',
      authorityKind: 'registration',
      jurisdiction: 'CQ',
      ...(index % 2 === 0 && { validTo: day('2026-06-01') }),
    }),
  );
  for (let at = 0; at < versions.length; at += 100)
    await service.writeAll(versions.slice(at, at + 100).map(appendRecord(service.records)));
  const half = versions.reduce((sum, one) => addToHalf(sum, one, findRecordClass), emptyHalf('CQ'));
  const none = { half: emptyHalf('CQ'), version: 0 };
  await service.writeAll([service.standings.replace(subject, half, none)]);
  const first = await service.publicRecords.ofOrganisation(CODE, TODAY);
  const second = await service.publicRecords.ofOrganisation(CODE, TODAY, first.next);
  expect(second.next).toBeUndefined();
  const found = [...ids(first), ...ids(second)];
  expect([found.length, new Set(found).size]).toEqual([150, 150]);
  await expect(
    service.publicRecords.ofOrganisation('91500231MA5U000A57', TODAY, first.next),
  ).rejects.toMatchObject({ code: 'invalid-request' });
});

test('who is on a list during a whole walk appears exactly once, whoever comes and goes meanwhile', async () => {
  const publish = (index: number) =>
    service.publish(
      listed({
        subject: person(index),
        issuedBy: index % 2 === 0 ? 'reg-500231' : 'reg-511623',
        documentNumber: `名单〔2026〕${index}号`,
        decidedOn: day(index % 3 === 0 ? '2025-05-11' : '2026-05-11'),
      }),
      index % 2 === 0 ? 'credit-500000' : 'credit-510000',
    );
  const staying = await Promise.all(Array.from({ length: 50 }, (_, index) => publish(index)));
  const going = await publish(100);
  const { found, pages } = await walk('serious-list', async (page) => {
    await publish(200 + page);
    if (page === 0) await service.annul(going.id, aCaller('credit-500000'));
  });
  expect(pages).toBeGreaterThan(2);
  for (const { id } of staying) expect(found.filter((one) => one === id)).toEqual([id]);
  const again = await walk('serious-list');
  expect(again.found).not.toContain(going.id);
  const oneSide = await service.publicRecords.ofList({ list: 'serious-list', side: 'SC' }, TODAY);
  expect(new Set(oneSide.entries.map(({ state }) => state.last.jurisdiction))).toEqual(new Set(['SC']));
});

test('what is no list, a side there is none of, and a cursor of another list are refused', async () => {
  for (const asked of [{ list: 'penalty' }, { list: 'nothing' }, { list: 'serious-list', side: 'XX' }])
    await expect(service.publicRecords.ofList(asked, TODAY)).rejects.toMatchObject({ code: 'not-found' });
  await Promise.all(
    Array.from({ length: 21 }, (_, index) =>
      service.publish(listed({ subject: person(index), documentNumber: `名单〔2026〕${index}号` })),
    ),
  );
  const { next } = await service.publicRecords.ofList({ list: 'serious-list' }, TODAY);
  await expect(
    service.publicRecords.ofList({ list: 'abnormal-list', cursor: next }, TODAY),
  ).rejects.toMatchObject({ code: 'invalid-request' });
});

test('a page costs at most one Query for each partition and one for each member, and no Scan', async () => {
  const recorded = recordCalls(service.client);
  await service.publicRecords.ofList({ list: 'serious-list' }, TODAY);
  expect(recorded.calls.map(({ name }) => name)).toEqual(Array.from({ length: 16 }, () => 'Query'));
  recorded.stop();
});

test('the details of a look-up tell the exact day of repair, and are logged by themselves', async () => {
  const { id } = await service.publish(
    listed({
      class: 'penalty',
      documentNumber: '渝罚〔2025〕9号',
      decidedOn: day('2025-06-01'),
      publishedOn: day('2025-06-15'),
      penalty: { kinds: ['fine'], fineFen: 50_000_000, field: 'food' },
      severity: 'serious',
    }),
  );
  const asked = { purpose: 'supervision', basis: 'risk-based-supervision', subject: organisation };
  const { lookup, records } = await service.lookUpDetails(aCaller('reg-511623'), asked, NOW);
  expect(records.map(({ state }) => state.last.id)).toEqual([id]);
  const logged = (await service.itemsOf('lookupLog')).map((entry) => [entry.id, entry.subjects]);
  expect(logged).toEqual([[lookup, [`O:${CODE}`]]]);
  for (const [more, code] of [
    [{ purpose: 'own-file', basis: 'access-of-the-person' }, 'forbidden'],
    [{ basis: 'audit-inquiry' }, 'unknown-purpose'],
  ] as const)
    await expect(
      service.lookUpDetails(aCaller('reg-511623'), { ...asked, ...more }, moment('2026-11-23T03:00:00.000Z')),
    ).rejects.toMatchObject({ code });
});
