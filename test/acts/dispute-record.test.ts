import { afterEach, beforeEach, expect, test } from 'vitest';
import { countsUnits } from '../support/counts-units.ts';
import {
  aCaller,
  aDebtorRecord,
  aDispute,
  anAnnulment,
  type CreditService,
  moment,
  NOW,
  PERSON_NUMBER,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import { recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterEach(() => service.stop());

const court = aCaller('court-500231');
const subjectKey = async () =>
  service.personalData.subjectKeyOf({ kind: 'citizen-id', number: PERSON_NUMBER });
const theSubject = async () =>
  aCaller(undefined, { id: 'the-subject', roles: ['subject'], subjectKey: await subjectKey() });
const question = { purpose: 'registration', basis: 'registration-review', subjects: [person] };
const view = async (more = {}) => {
  const { results } = await service.newLookUp()(aCaller('reg-511623'), { ...question, ...more }, NOW);
  return results[0]?.standing.view;
};
const marks = async (more = {}) => {
  const seen = await view(more);
  return {
    measure: seen?.discipline[0]?.records[0]?.disputed,
    disclosed: seen?.disclosed.entries[0]?.disputed,
  };
};

test('a dispute marks its record at once on every answer, and stays a hit', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const file = await service.dispute(id, await theSubject());
  expect(file.disputes).toMatchObject([
    { record: id, number: 1, jurisdiction: 'CQ', raisedOn: '2026-11-23', answerBy: { dueOn: '2026-12-07' } },
  ]);
  expect(await marks()).toEqual({ measure: true, disclosed: true });
  expect(await marks({ asOf: day('2026-11-22') })).toEqual({ measure: true, disclosed: true });
});

test('raised on the other side it is an item of that side, and that side’s half alone is written', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const before = await service.standings.getForUpdate(await subjectKey(), 'CQ');
  const file = await service.dispute(id, aCaller('reg-511623'));
  expect(file.disputes).toMatchObject([
    { jurisdiction: 'SC', raisedBy: { caller: 'caller-reg-511623', authority: 'reg-511623' } },
  ]);
  expect(await service.standings.getForUpdate(await subjectKey(), 'CQ')).toEqual(before);
  expect((await service.standings.getForUpdate(await subjectKey(), 'SC')).half.disputed).toEqual({
    kept: [id],
    more: false,
  });
  expect(await marks()).toEqual({ measure: true, disclosed: true });
});

test.runIf(countsUnits)('a marked look-up costs what another costs', async () => {
  const { id } = await service.publish(aDebtorRecord());
  await service.dispute(id, aCaller('reg-511623'));
  const lookUp = service.newLookUp();
  await lookUp(aCaller('reg-511623'), question, NOW);
  const recorded = recordCalls(service.client);
  await lookUp(aCaller('reg-511623'), question, NOW);
  expect(recorded.calls.map(({ name, units }) => [name, units]).toSorted()).toEqual([
    ['PutItem', 1],
    ['Query', 1],
    ['UpdateItem', 1],
  ]);
  recorded.stop();
});

test('rejected with reasons the mark goes, and another dispute may follow, three in all', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const mine = await theSubject();
  for (let round = 1; round <= 3; round += 1) {
    await service.dispute(id, mine);
    await expect(service.dispute(id, mine)).rejects.toMatchObject({
      code: 'record-step-not-allowed',
      values: { reason: 'disputed-already' },
    });
    const file = await service.dispute(id, court, { action: 'reject', reason: '经核查，记录无误' });
    expect(file.disputes[round - 1]?.answer).toMatchObject({
      outcome: 'rejected',
      authority: 'court-500231',
    });
    expect(await marks()).toEqual({ measure: undefined, disclosed: undefined });
  }
  await expect(service.dispute(id, mine)).rejects.toMatchObject({
    values: { reason: 'disputed-too-often' },
  });
});

test('upheld, the record is annulled or corrected with the same write', async () => {
  const mine = await theSubject();
  const first = await service.publish(aDebtorRecord());
  await service.dispute(first.id, mine);
  const annulled = await service.dispute(first.id, court, {
    action: 'uphold',
    reason: '主体有误',
    remedy: { kind: 'annulment', ...anAnnulment },
  });
  expect(annulled.state.withdrawn?.kind).toBe('annulled');
  expect(annulled.disputes[0]?.answer).toMatchObject({ outcome: 'upheld', version: 2 });
  expect((await view())?.discipline).toEqual([]);

  const second = await service.publish(aDebtorRecord({ ordinal: 2 }));
  await service.dispute(second.id, mine);
  const corrected = await service.dispute(second.id, court, {
    action: 'uphold',
    reason: '日期有误',
    remedy: { kind: 'correction', reason: '日期有误', content: { decidedOn: day('2026-05-12') } },
  });
  expect(corrected.state.last).toMatchObject({ version: 2, decidedOn: '2026-05-12' });
  expect(await marks()).toEqual({ measure: undefined, disclosed: undefined });
});

test('an annulment settles what was disputed', async () => {
  const { id } = await service.publish(aDebtorRecord());
  await service.dispute(id, aCaller('reg-511623'));
  const file = await service.annul(id, court);
  expect(file.disputes[0]?.answer).toMatchObject({ outcome: 'upheld', version: 2 });
  expect((await service.standings.getForUpdate(await subjectKey(), 'SC')).half.disputed).toBeUndefined();
});

test('only the authority that determined the record answers, and none of its officers who raised it', async () => {
  const { id } = await service.publish(aDebtorRecord());
  const reject = { action: 'reject', reason: '无误' } as const;
  await expect(service.dispute(id, court, reject)).rejects.toMatchObject({
    values: { reason: 'nothing-disputed' },
  });
  await service.dispute(id, court);
  await expect(service.dispute(id, court, reject)).rejects.toMatchObject({ code: 'concerns-officer' });
  await expect(service.dispute(id, aCaller('credit-500000'), reject)).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(service.dispute(id, aCaller('reg-511623'), reject)).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(service.dispute(id, await theSubject(), reject)).rejects.toMatchObject({ code: 'forbidden' });
  const colleague = aCaller('court-500231', { id: 'colleague' });
  expect((await service.dispute(id, colleague, reject)).disputes[0]?.answer?.by).toBe('colleague');
});

test('strangers dispute nothing and learn nothing', async () => {
  const { id } = await service.publish(aDebtorRecord());
  await expect(service.dispute(id, aCaller(undefined, { roles: ['applicant'] }))).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('of more disputes than a half marks it is told that there are more', async () => {
  const mine = await theSubject();
  for (let ordinal = 1; ordinal <= 9; ordinal += 1) {
    const { id } = await service.publish(aDebtorRecord({ ordinal }));
    await service.dispute(id, mine, aDispute, moment(`2026-11-23T02:00:0${ordinal}.000Z`));
  }
  expect((await view())?.moreDisputed).toBe(true);
  const { half } = await service.standings.getForUpdate(await subjectKey(), 'CQ');
  expect(half.disputed?.kept.length).toBe(8);
});
