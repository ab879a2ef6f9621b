import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moment } from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import {
  aDoubtfulFiling,
  applicant,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

/** Filed on Monday, 2026-11-23: due on Thursday, the 26th. */
let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const officer = registrar('511623');
const inReview = async (tradeName = '禾岚', at = moment('2026-11-23T02:00:00.000Z')) =>
  (await service.submit(await service.proven(named(tradeName, aDoubtfulFiling()), at), { at })).id;
const returning = { outcome: 'return', reason: '行业表述不规范' } as const;

describe('a decision that comes late says so', () => {
  test.each([
    ['2026-11-26T15:59:59.999Z', {}],
    ['2026-11-26T16:00:00.000Z', { late: true, overdueDays: 1 }],
    ['2026-11-28T02:00:00.000Z', { late: true, overdueDays: 1 }],
    ['2026-11-30T02:00:00.000Z', { late: true, overdueDays: 2 }],
  ])('at %s: %j', async (at, lateness) => {
    const id = await inReview();
    const told = await service.decide(id, returning, { at: moment(at) });
    const { late, overdueDays } = told.ruling ?? {};
    expect({ ...(late && { late, overdueDays }) }).toEqual(lateness);
    const { receipt } = await service.read.receipt(applicant, id);
    const { receipt: signed } = (await service.verifyReceipt(receipt)) as { receipt: { ruling: object } };
    expect(signed.ruling).toMatchObject(lateness);
    const event = (await service.kept()).find(({ sk }) => sk === 'EVENT#0002');
    expect(event).toMatchObject({ type: 'FilingReturned', ruling: lateness });
    expect('late' in (event?.ruling ?? {})).toBe('late' in lateness);
  });

  test('a departure is counted by its code, too', async () => {
    const id = await inReview();
    const departure = { code: 'pending-dispute', reason: '（2026）川1623民初1号' };
    await service.decide(id, { ...returning, departure });
    expect((await service.kept()).find(({ sk }) => sk === 'EVENT#0002')).toMatchObject({
      ruling: { departure: 'pending-dispute' },
    });
  });
});

describe('a queue tells what is overdue', () => {
  const THURSDAY = '2026-11-26';
  const FRIDAY = '2026-11-27';
  const idsOf = async (overdue: boolean | undefined, on: string) =>
    (await service.read.listQueue(officer, 'reg-511623', undefined, { overdue, on: day(on) })).entries
      .map(({ id }) => id)
      .toSorted();

  test('at its head, and by the filter, from the day after the due day on', async () => {
    const old = [await inReview('青岚'), await inReview('碧岚')].toSorted();
    const fresh = await inReview('澄岚', moment('2026-11-24T02:00:00.000Z'));
    const count = (on: string) => service.read.countOverdue(officer, 'reg-511623', day(on));
    expect(await count(THURSDAY)).toEqual({ count: 0, atLeast: false });
    expect(await count(FRIDAY)).toEqual({ count: 2, atLeast: false });
    expect([await idsOf(true, THURSDAY), await idsOf(true, FRIDAY)]).toEqual([[], old]);
    expect(await idsOf(false, FRIDAY)).toEqual([fresh]);
    expect((await idsOf(undefined, FRIDAY)).length).toBe(3);
    await expect(
      service.read.countOverdue(registrar('500231'), 'reg-511623', day(FRIDAY)),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('a filtered page may be short and goes on, none lost or doubled; its cursor fits no other filter', async () => {
    const ids: string[] = [];
    for (let index = 0; index < 45; index += 1) {
      const id = await inReview(`禾${String.fromCodePoint(0x4e00 + 60 + index)}`);
      if ((await service.filings.find(id))?.state === 'in-review') ids.push(id);
    }
    const mine = ids.filter((_, index) => index % 5 === 0);
    for (const id of mine) await service.claim(id);
    const asked = { assignee: 'mine', on: day(FRIDAY) } as const;
    const found: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await service.read.listQueue(officer, 'reg-511623', cursor, asked);
      expect(page.entries.length).toBeLessThanOrEqual(20);
      found.push(...page.entries.map(({ id }) => id));
      pages += 1;
      if (page.next !== undefined)
        for (const other of [{ ...asked, overdue: true }, { on: day(FRIDAY) }])
          await expect(service.read.listQueue(officer, 'reg-511623', page.next, other)).rejects.toMatchObject(
            { code: 'invalid-request' },
          );
      cursor = page.next;
    } while (cursor !== undefined);
    expect(found.toSorted()).toEqual(mine.toSorted());
    expect(pages).toBe(3);
  });
});
