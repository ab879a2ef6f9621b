import { afterEach, beforeEach, expect, test } from 'vitest';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { standingAt } from '../../lib/domain/credit/standing-at.ts';
import { organisationKey } from '../../lib/domain/subject/subject-key.ts';
import {
  aDebtorRecord,
  type CreditService,
  moment,
  NOW,
  organisation,
  PERSON_NUMBER,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const subjectOf = async () =>
  service.personalData.subjectKeyOf({ kind: 'citizen-id', number: PERSON_NUMBER });
const versions = async () => service.records.listVersions(await subjectOf(), AbortSignal.timeout(5_000));

test('a record is kept with its half, and published again it is already held and nothing is written', async () => {
  const first = await service.publish(aDebtorRecord());
  const before = await service.itemsOf('credit');
  const again = await service.publish(
    aDebtorRecord({ documentNumber: '[2026] 渝0231执123号' }),
    'court-500231',
  );
  expect([first.outcome, again.outcome]).toEqual(['published', 'already-held']);
  expect(again.id).toBe(first.id);
  expect(await service.itemsOf('credit')).toEqual(before);
  const { half, version } = await service.standings.getForUpdate(await subjectOf(), 'CQ');
  expect(version).toBe(1);
  expect(half.tallies).toEqual([
    {
      class: 'dishonest-debtor',
      count: 1,
      byEnd: { kept: [{ record: first.id, day: 'open' }] },
      byDecision: { kept: [{ record: first.id, day: '2026-05-11' }] },
    },
  ]);
});

test('other content under the same identity is a conflict and leaves nothing behind', async () => {
  await service.publish(aDebtorRecord());
  const before = await service.itemsOf('credit');
  await expect(service.publish(aDebtorRecord({ decidedOn: day('2026-05-12') }))).rejects.toMatchObject({
    code: 'record-conflict',
  });
  expect(await service.itemsOf('credit')).toEqual(before);
});

test.each([
  ['court-500231', 'court-500231'],
  ['credit-500000', 'court-500231'],
  ['credit-510000', 'court-511623'],
])('%s may publish for %s', async (speaker, issuedBy) => {
  expect((await service.publish(aDebtorRecord({ issuedBy }), speaker)).outcome).toBe('published');
});

test('what the platform of the other side relays is already held, word for word, and nothing is written', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const before = await service.itemsOf('credit');
  const relay = (overrides = {}, as = 'credit-510000') => service.publish(aDebtorRecord(overrides), as);
  expect(await relay()).toMatchObject({ outcome: 'already-held', id });
  for (const other of [{ decidedOn: day('2026-05-12') }, { ordinal: 2 }, { subject: organisation }])
    await expect(relay(other)).rejects.toMatchObject({ code: 'forbidden' });
  // A court lists debtors, no platform does.
  await expect(relay({ issuedBy: 'credit-500000' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(relay({ class: 'penalty' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(relay({}, 'court-511623')).rejects.toMatchObject({ code: 'forbidden' });
  expect(await service.itemsOf('credit')).toEqual(before);
});

test.each([
  ['credit-510000', 'court-500231'],
  ['court-500231', 'court-500112'],
  ['reg-500231', 'court-500231'],
  ['court-999999', 'court-500231'],
])('%s may not publish for %s, and nothing is written', async (speaker, issuedBy) => {
  await expect(service.publish(aDebtorRecord({ issuedBy }), speaker)).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await service.itemsOf('credit')).toEqual([]);
});

test.each([
  [{ class: 'score' }, 'unknown-record-class'],
  [{ issuedBy: 'court-123456' }, 'unknown-authority'],
  [{ class: 'serious-list' }, 'record-out-of-catalogue'],
  [{ severity: 'serious' }, 'record-out-of-catalogue'],
  [{ class: 'abnormal-list', issuedBy: 'reg-500231' }, 'record-out-of-catalogue'],
  [{ decidedOn: day('2026-11-24') }, 'invalid-request'],
] as const)('%o is refused as %s', async (difference, code) => {
  await expect(service.publish(aDebtorRecord(difference))).rejects.toMatchObject({ code });
  expect(await service.itemsOf('credit')).toEqual([]);
});

test('a document of today in China may be published, though it is still yesterday in UTC', async () => {
  const record = aDebtorRecord({ decidedOn: day('2026-11-24') });
  expect((await service.publish(record, undefined, moment('2026-11-23T16:00:00.000Z'))).outcome).toBe(
    'published',
  );
});

test('a code that fails its check is kept, with a mark', async () => {
  const code = '91500231MA5U000A50';
  await service.publish(aDebtorRecord({ subject: { kind: 'organisation', code } }));
  const [kept] = await service.records.listVersions(organisationKey(code), AbortSignal.timeout(5_000));
  expect(kept?.codeCheck).toBe('failed');
});

test('a key asked again gives the first answer and says so, for other content it is a conflict', async () => {
  const first = await service.publish(aDebtorRecord(), undefined, NOW, 'key-1');
  const again = await service.publish(
    aDebtorRecord(),
    undefined,
    moment('2026-11-23T03:00:00.000Z'),
    'key-1',
  );
  expect([first.replayed, again.replayed]).toEqual([false, true]);
  expect(again).toEqual({ ...first, replayed: true });
  await expect(service.publish(aDebtorRecord({ ordinal: 2 }), undefined, NOW, 'key-1')).rejects.toMatchObject(
    {
      code: 'idempotency-conflict',
    },
  );
  expect((await versions()).length).toBe(1);
});

test('a key is free again a day later', async () => {
  await service.publish(aDebtorRecord(), undefined, NOW, 'key-1');
  const later = moment('2026-11-24T02:00:01.000Z');
  const other = await service.publish(aDebtorRecord({ ordinal: 2 }), undefined, later, 'key-1');
  expect(other).toMatchObject({ outcome: 'published', replayed: false });
});

test('two identical publications at one moment make one record', async () => {
  const both = await Promise.all([
    service.publish(aDebtorRecord()),
    service.publish(aDebtorRecord(), 'court-500231'),
  ]);
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(['already-held', 'published']);
  expect((await versions()).length).toBe(1);
  expect((await service.standings.getForUpdate(await subjectOf(), 'CQ')).half.tallies[0]?.count).toBe(1);
});

test('two under one key at one moment get one answer', async () => {
  const both = await Promise.all([1, 2].map(() => service.publish(aDebtorRecord(), undefined, NOW, 'key-1')));
  expect(both[0]?.id).toBe(both[1]?.id);
  expect((await versions()).length).toBe(1);
});

test('of forty writers on one subject from both sides nothing is lost', async () => {
  const outcomes = await Promise.all(
    Array.from({ length: 40 }, (_, index) => {
      const west = index % 2 === 1;
      const issuedBy = west ? 'court-511623' : 'court-500231';
      const record = aDebtorRecord({ issuedBy, ordinal: index + 1, validTo: day(`20${30 + index}-01-01`) });
      return service.publish(record, issuedBy);
    }),
  );
  expect(outcomes.every(({ outcome }) => outcome === 'published')).toBe(true);
  const kept = await versions();
  expect(kept.length).toBe(40);
  for (const side of ['CQ', 'SC']) {
    const { half, version } = await service.standings.getForUpdate(await subjectOf(), side);
    expect(half).toEqual(standingAt(side, kept, NOW.on, NOW.at, findRecordClass));
    expect([half.tallies[0]?.count, version]).toEqual([20, 20]);
  }
});

test('nothing personal is stored: no number, and no hash of a request that it could be tried out on', async () => {
  await service.publish(aDebtorRecord(), undefined, NOW, 'key-1');
  await service.publish(aDebtorRecord({ subject: organisation, ordinal: 2 }));
  const stored = JSON.stringify(await service.itemsOf('credit'));
  expect(stored).not.toContain(PERSON_NUMBER);
  expect(stored).toContain(await subjectOf());
  expect(person.kind).toBe('person');
});

test('a severity that does not follow from the document is refused, and one that is not told is set', async () => {
  const penalty = aDebtorRecord({
    class: 'penalty',
    subject: organisation,
    issuedBy: 'reg-500231',
    penalty: { kinds: ['fine'], fineFen: 500_000 },
  });
  const publish = (more: object) => service.publish({ ...penalty, ...more }, 'reg-500231');
  await expect(publish({ severity: 'serious' })).rejects.toMatchObject({
    code: 'record-out-of-catalogue',
    values: { reason: 'severity-differs' },
  });
  const { id } = await publish({});
  const [kept] = await service.records.listOf(organisationKey('91500231MA5U000A5X'), id);
  expect(kept).toMatchObject({ severity: 'general', severityBy: 'rules' });
  expect((await publish({ severity: 'general' })).outcome).toBe('already-held');
});

test('a local supplement is recorded by authorities of its own side', async () => {
  const record = (issuedBy: string) =>
    service.publish(aDebtorRecord({ class: 'cq-supplement', issuedBy }), issuedBy);
  expect((await record('credit-500000')).outcome).toBe('published');
  await expect(record('credit-510000')).rejects.toMatchObject({ values: { reason: 'other-side' } });
});

test.each([
  '11500231MB1A000018',
  '51500231MJP0000011',
  '52500231MJP0000028',
  '91500231MA5U000A5X',
  'A1500231MB1A00001T',
  'N2500231MF1A000013',
  'Y1500231MB1A000016',
])('an organisation of whatever registrar is a subject: %s', async (code) => {
  const published = await service.publish(aDebtorRecord({ subject: { kind: 'organisation', code } }));
  expect(published.outcome).toBe('published');
});
