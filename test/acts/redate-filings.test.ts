import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { registrationAuthorityIds } from '../../catalog/authorities.ts';
import { workingCalendar } from '../../catalog/calendar.ts';
import { createReadFilings } from '../../lib/acts/read-filings.ts';
import { createRedateFilings } from '../../lib/acts/redate-filings.ts';
import type { WorkingCalendar } from '../../lib/domain/time/working-days.ts';
import { moment } from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

/** A Tuesday: the third working day after it falls into a year whose notice is not out. */
const FILED = moment('2026-12-29T02:00:00.000Z');
/** The notice is out: the first three weekdays of the year are off. */
const published: WorkingCalendar = {
  years: {
    ...workingCalendar.years,
    2027: {
      holidaysOnWeekdays: [day('2027-01-01'), day('2027-01-04'), day('2027-01-05')],
      workingWeekends: [],
    },
  },
};

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService({ at: FILED });
});
afterEach(() => service.stop());

const officer = registrar('511623');
const inReview = async (tradeName = '禾岚') => {
  const plain = named(tradeName, aDoubtfulFiling());
  const shareholders = plain.shareholders.map((one) => ({ ...one, payBy: day('2031-06-30') }));
  return service.submit(await service.proven({ ...plain, shareholders }));
};
const redate = (calendar: WorkingCalendar, on = FILED.on) =>
  createRedateFilings({ ...service, calendar })(registrationAuthorityIds(), on);
const keyOf = async (id: string) =>
  (await service.kept()).find(({ pk, sk }) => pk === `FILING#${id}` && sk === 'FILING')?.queueSk;
const later = () => service.newInstance(undefined, { calendar: published });

test('a provisional due day is another as soon as the calendar is: read, listed, extended and decided by it', async () => {
  const { id, due } = await inReview();
  expect(due).toEqual({ dueOn: '2027-01-01', provisional: true, overdue: false });
  const read = createReadFilings(service.filings, published);
  const moved = { due: { dueOn: '2027-01-06', provisional: false } };
  expect(await read.get(applicant, id)).toMatchObject(moved);
  expect((await read.listOwn(applicant)).entries).toMatchObject([moved]);
  expect((await read.listQueue(officer, 'reg-511623')).entries).toMatchObject([moved]);
  const onTime = moment('2027-01-06T02:00:00.000Z');
  const claimed = await service.claim(id, { at: onTime }, later());
  expect(claimed.due).toEqual({ dueOn: '2027-01-06', provisional: false, overdue: false });
  await service.extend(id, { step: 'propose', reason: '情形复杂' }, { at: onTime }, later());
  const approved = await service.extend(id, { step: 'approve' }, { by: head('511623'), at: onTime }, later());
  expect(approved.due).toEqual({ dueOn: '2027-01-11', provisional: false, overdue: false });
});

test('what was in time by the published calendar is not late', async () => {
  const { id } = await inReview();
  const at = moment('2027-01-06T02:00:00.000Z');
  const told = await service.decide(id, { outcome: 'return', reason: 'x' }, { at }, later());
  expect(told.ruling).not.toHaveProperty('late');
});

describe('the queue is put right', () => {
  test('each filing once, at its version; again there is nothing to do', async () => {
    const [first, second] = [await inReview('青岚'), await inReview('碧岚')];
    expect(await keyOf(first.id)).toBe(`2027-01-01#${first.id}`);
    expect(await redate(workingCalendar)).toEqual({ looked: 2, redated: 0, overdue: 0 });
    expect(await redate(published)).toEqual({ looked: 2, redated: 2, overdue: 0 });
    for (const { id } of [first, second]) {
      expect(await keyOf(id)).toBe(`2027-01-06#${id}`);
      expect(await service.filings.find(id)).toMatchObject({
        version: 1,
        due: { dueOn: '2027-01-06', provisional: false },
      });
    }
    expect(await redate(published)).toEqual({ looked: 2, redated: 0, overdue: 0 });
  });

  test('what is past its due day is counted, and on that day itself it is not yet', async () => {
    await inReview();
    expect(await redate(workingCalendar, day('2027-01-01'))).toMatchObject({ overdue: 0 });
    expect(await redate(workingCalendar, day('2027-01-02'))).toMatchObject({ overdue: 1 });
    expect(await redate(published, day('2027-01-02'))).toEqual({ looked: 1, redated: 1, overdue: 0 });
    expect(await redate(published, day('2027-01-07'))).toEqual({ looked: 1, redated: 0, overdue: 1 });
  });

  test('page by page, all of forty-five', async () => {
    const filed = [];
    for (let index = 0; index < 45; index += 1)
      filed.push(await inReview(`禾${String.fromCodePoint(0x4e00 + 60 + index)}`));
    const waiting = filed.filter(({ state }) => state === 'in-review').length;
    expect(waiting).toBeGreaterThan(40);
    const done = await redate(published);
    expect(done.redated).toBe(waiting);
    expect(await redate(published)).toEqual({ looked: waiting, redated: 0, overdue: 0 });
  });

  test('while officers act: nobody’s step is lost', async () => {
    const ids = [(await inReview('青岚')).id, (await inReview('碧岚')).id, (await inReview('澄岚')).id];
    await Promise.all([
      redate(published),
      ...ids.map((id) => service.claim(id, {}, later())),
      redate(published),
    ]);
    await redate(published);
    for (const id of ids) {
      expect(await service.filings.find(id)).toMatchObject({
        version: 2,
        assignee: { officer: 'registrar-511623' },
        due: { dueOn: '2027-01-06' },
      });
      expect(await keyOf(id)).toBe(`2027-01-06#${id}`);
    }
  });
});
