import { afterEach, beforeEach, expect, test } from 'vitest';
import { createAnnulRecord } from '../../lib/acts/annul-record.ts';
import { createChangeRecord, type RecordFile } from '../../lib/acts/change-record.ts';
import type { LookupQuestion } from '../../lib/acts/look-up.ts';
import type { SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import {
  aCaller,
  aDebtorRecord,
  anAnnulment,
  type CreditService,
  moment,
  NOW,
  PERSON_NUMBER,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day, instant } from '../support/records.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterEach(() => service.stop());

const court = aCaller('court-500231');
const platform = aCaller('credit-500000');
const subject = async () => service.personalData.subjectKeyOf({ kind: 'citizen-id', number: PERSON_NUMBER });
const look = async (overrides: Partial<LookupQuestion> = {}, at = NOW) => {
  const question = { purpose: 'registration', basis: 'registration-review', subjects: [person] };
  const { results } = await service.newLookUp()(aCaller('reg-511623'), { ...question, ...overrides }, at);
  return results[0]?.standing;
};
const verdict = async (...asked: Parameters<typeof look>) => (await look(...asked))?.verdict;
const happened = ({ versions }: RecordFile) => versions.map((version) => version.happened.kind);

test('an annulled record is out at once, on both sides, with the day by which its copies have to be', async () => {
  const { id } = await service.publish(aDebtorRecord());
  expect(await verdict()).toBe('hit');
  const file = await service.annul(id, court);
  expect(happened(file)).toEqual(['published', 'annulled']);
  expect(file.state.withdrawn).toEqual({ kind: 'annulled', on: '2026-11-20' });
  // 20 November 2026 is a Friday: Monday, Tuesday, Wednesday.
  expect(file.state.last.happened).toMatchObject({
    outOfPublicationBy: { dueOn: '2026-11-25', provisional: false },
  });
  expect(await verdict()).toBe('clear');
  expect((await look())?.view?.disclosed.entries).toEqual([]);
  const { half } = await service.standings.getForUpdate(await subject(), 'CQ');
  expect(half).toEqual({
    jurisdiction: 'CQ',
    tallies: [],
    disclosed: { kept: [] },
    withdrawnListing: true,
  });
});

test('annulled again by the same document nothing changes, by another it is told', async () => {
  const { id } = await service.publish(aDebtorRecord());
  await service.annul(id, court);
  const before = await service.itemsOf('credit');
  expect(happened(await service.annul(id, platform))).toEqual(['published', 'annulled']);
  expect(await service.itemsOf('credit')).toEqual(before);
  const other = { ...anAnnulment, document: { ...anAnnulment.document, number: '另一文书' } };
  await expect(service.annul(id, court, other)).rejects.toMatchObject({
    code: 'record-step-not-allowed',
    values: { reason: 'annulled' },
  });
});

test('a publication that comes late does not bring an annulled record back', async () => {
  const { id } = await service.publish(aDebtorRecord());
  await service.annul(id, court);
  expect(await service.publish(aDebtorRecord())).toMatchObject({ outcome: 'already-held', id });
  expect(await verdict()).toBe('clear');
});

test.each([
  [aCaller('court-500112'), 'not-found'],
  [aCaller('credit-510000'), 'not-found'],
  [aCaller(undefined, { roles: ['applicant'] }), 'not-found'],
])('nobody but the issuing authority and its platform annuls', async (caller, code) => {
  const { id } = await service.publish(aDebtorRecord());
  await expect(service.annul(id, caller)).rejects.toMatchObject({ code });
  expect(await verdict()).toBe('hit');
});

test('an officer whom the record is about annuls nothing', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const own = aCaller('court-500231', { recusalKey: await subject() });
  await expect(service.annul(id, own)).rejects.toMatchObject({ code: 'concerns-officer' });
});

test('what is no record is not found, and a document of tomorrow annuls nothing', async () => {
  await expect(service.annul('A'.repeat(22), court)).rejects.toMatchObject({ code: 'not-found' });
  const { id } = await service.publish(aDebtorRecord());
  for (const [decidedOn, code] of [
    ['2026-11-24', 'after-today'],
    ['2026-05-10', 'before-record'],
  ] as const)
    await expect(
      service.annul(id, court, { ...anAnnulment, document: { number: '文', decidedOn: day(decidedOn) } }),
    ).rejects.toMatchObject({ code: 'invalid-request', defects: [{ path: '/document/decidedOn', code }] });
});

test('of the past it is told for audit, litigation and nothing else', async () => {
  const { id } = await service.publish(aDebtorRecord(), undefined, moment('2026-06-01T00:00:00.000Z'));
  await service.annul(id, court);
  const audit = { purpose: 'audit', basis: 'audit-inquiry' };
  const litigation = { purpose: 'litigation', basis: 'evidence-for-proceedings' };
  const asOf = day('2026-11-19');
  expect(await verdict({ asOf })).toBe('clear');
  expect(await verdict({ asOf: day('2026-06-02'), knownAt: instant('2026-06-02T00:00:00.000Z') })).toBe(
    'unknown',
  );
  expect(await verdict({ asOf, ...audit })).toBe('hit');
  expect(await verdict({ asOf, ...litigation })).toBe('hit');
  expect((await look({ asOf: day('2026-11-20'), ...audit }))?.view?.discipline).toEqual([]);
  const knownBefore = { knownAt: instant('2026-11-22T00:00:00.000Z'), ...audit };
  expect((await look({ asOf: day('2026-11-20'), ...knownBefore }))?.view?.discipline.length).toBe(1);
});

test('a correction keeps identity and both times', async () => {
  const { id } = await service.publish(aDebtorRecord(), undefined, moment('2026-06-01T00:00:00.000Z'));
  const correction = { reason: '文书写明期限', content: { validTo: day('2026-09-01') } };
  const file = await service.correct(id, court, correction);
  expect(happened(file)).toEqual(['published', 'corrected']);
  expect(file.state.last).toMatchObject({ id, version: 2, validTo: '2026-09-01', recordedAt: NOW.at });
  expect(await verdict()).toBe('clear');
  const asOf = day('2026-10-01');
  expect(await verdict({ asOf })).toBe('clear');
  const known = await look({ asOf, knownAt: instant('2026-11-01T00:00:00.000Z') });
  expect(known?.view?.discipline.length).toBe(1);
});

test('corrected to what it says already nothing is written; the first content and the new one are both held', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const same = await service.correct(id, court, {
    reason: '无',
    content: { decidedOn: day('2026-05-11') },
  });
  expect(happened(same)).toEqual(['published']);
  await service.correct(id, court, { reason: '日期有误', content: { decidedOn: day('2026-05-12') } });
  for (const decidedOn of [day('2026-05-11'), day('2026-05-12')])
    expect((await service.publish(aDebtorRecord({ decidedOn }))).outcome).toBe('already-held');
  await expect(service.publish(aDebtorRecord({ decidedOn: day('2026-05-13') }))).rejects.toMatchObject({
    code: 'record-conflict',
    values: { version: 2 },
  });
});

test('a correction outside the catalogue is refused, and none is made of what is annulled', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const correct = (content: object) => service.correct(id, court, { reason: '更正', content });
  await expect(correct({ severity: 'general' })).rejects.toMatchObject({
    code: 'record-out-of-catalogue',
    values: { reason: 'severity' },
  });
  await expect(correct({ validTo: day('2026-05-11') })).rejects.toMatchObject({
    code: 'invalid-request',
    defects: [{ path: '/content/validTo', code: 'not-after-decision' }],
  });
  await service.annul(id, court);
  await expect(correct({ validTo: day('2028-05-11') })).rejects.toMatchObject({
    code: 'record-step-not-allowed',
  });
});

test('of whom more is recorded than one request may read, a step says so, and nothing is written', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const records = {
    ...service.records,
    listVersions: (of: SubjectKey, signal?: AbortSignal) => service.records.listVersions(of, signal, 0),
  };
  const annul = createAnnulRecord({ changeRecord: createChangeRecord({ ...service, records }) });
  const asked = { caller: 'c', at: NOW.at, tell: (body: unknown) => ({ status: 200, body }) };
  await expect(annul(court, { record: id, annulment: anAnnulment }, asked, NOW)).rejects.toMatchObject({
    code: 'record-step-not-allowed',
    values: { reason: 'too-many-records-of-subject' },
  });
  expect(await verdict()).toBe('hit');
});
