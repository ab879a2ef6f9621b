import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moment } from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import {
  aDoubtfulFiling,
  applicant,
  head,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const propose = { step: 'propose', reason: '案情复杂' } as const;
const approve = { step: 'approve' } as const;
const decline = { step: 'decline' } as const;
const byHead = { by: head('511623') };
/** Filed on Monday, 2026-11-23: due on Thursday. */
const inReview = async (): Promise<string> =>
  (await service.submit(await service.proven(aDoubtfulFiling()))).id;
const proposed = async (): Promise<string> => {
  const id = await inReview();
  await service.extend(id, propose);
  return id;
};

test('proposed by a registrar, approved by the head: three working days more, once', async () => {
  const id = await inReview();
  const asked = await service.extend(id, propose, { at: moment('2026-11-25T02:00:00.000Z') });
  expect(asked).toMatchObject({
    version: 2,
    state: 'in-review',
    due: { dueOn: '2026-11-26', provisional: false },
    extension: { reason: '案情复杂', proposedAt: '2026-11-25T02:00:00.000Z' },
  });
  expect(asked.extension?.approvedAt).toBe(undefined);
  const granted = await service.extend(id, approve, { ...byHead, at: moment('2026-11-26T02:00:00.000Z') });
  expect(granted).toMatchObject({
    version: 3,
    due: { dueOn: '2026-12-01', provisional: false, overdue: false },
    extension: { reason: '案情复杂', approvedAt: '2026-11-26T02:00:00.000Z' },
  });
  expect((await service.filings.find(id)) as object).toMatchObject({
    extension: { proposedBy: 'registrar-511623', approvedBy: 'head-511623' },
  });
  await expect(service.extend(id, propose)).rejects.toMatchObject({
    code: 'extension-not-allowed',
    values: { reason: 'already-extended' },
  });
});

test('the queue follows the new day', async () => {
  const early = await proposed();
  const facts = aDoubtfulFiling();
  const other = await service.submit(
    await service.proven({ ...facts, name: { ...facts.name, tradeName: '青岚' } }),
  );
  await service.extend(early, approve, byHead);
  const { entries } = await service.read.listQueue(registrar('511623'), 'reg-511623');
  expect(entries.map(({ id }) => id)).toEqual([other.id, early]);
});

test('declined, the first day stands, and it may be proposed again', async () => {
  const id = await proposed();
  const told = await service.extend(id, decline, byHead);
  expect(told).toMatchObject({ version: 3, due: { dueOn: '2026-11-26' } });
  expect('extension' in told).toBe(false);
  expect(await service.extend(id, propose)).toMatchObject({ version: 4 });
});

describe('not allowed', () => {
  test.each([
    ['a second proposal while the first waits', propose, registrar('511623'), 'already-proposed'],
  ] as const)('%s', async (_, step, by, reason) => {
    await expect(service.extend(await proposed(), step, { by })).rejects.toMatchObject({
      code: 'extension-not-allowed',
      values: { reason },
    });
  });

  test.each([approve, decline])('nothing to $step', async (step) => {
    await expect(service.extend(await inReview(), step, byHead)).rejects.toMatchObject({
      code: 'extension-not-allowed',
      values: { reason: 'nothing-proposed' },
    });
  });

  test('an approval after the first approval', async () => {
    const id = await proposed();
    await service.extend(id, approve, byHead);
    for (const step of [approve, decline])
      await expect(service.extend(id, step, byHead)).rejects.toMatchObject({
        values: { reason: 'nothing-proposed' },
      });
  });

  test.each([
    ['a head may not propose', propose, head('511623'), 'forbidden'],
    ['a registrar may not approve', approve, registrar('511623'), 'forbidden'],
    ['the head of another authority sees nothing', approve, head('500231'), 'not-found'],
    ['the applicant may not', approve, applicant, 'forbidden'],
    [
      'whoever proposed it may not approve it',
      approve,
      head('511623', { id: 'registrar-511623' }),
      'concerns-officer',
    ],
    [
      'whoever proposed it may not decline it',
      decline,
      head('511623', { id: 'registrar-511623' }),
      'concerns-officer',
    ],
  ] as const)('%s', async (_, step, by, code) => {
    const id = await proposed();
    const before = await service.kept();
    await expect(service.extend(id, step, { by })).rejects.toMatchObject({ code });
    expect(await service.kept()).toEqual(before);
  });
});

describe('while the first period runs', () => {
  const LAST_MINUTE = moment('2026-11-26T15:59:59.000Z');
  const TOO_LATE = moment('2026-11-26T16:00:00.000Z');

  test('on the due day it may be proposed and approved', async () => {
    const id = await inReview();
    await service.extend(id, propose, { at: LAST_MINUTE });
    expect(await service.extend(id, approve, { ...byHead, at: LAST_MINUTE })).toMatchObject({
      due: { dueOn: '2026-12-01' },
    });
  });

  test('the day after neither, and what was proposed can only be declined', async () => {
    const overdue = { code: 'extension-not-allowed', values: { reason: 'overdue' } };
    const id = await inReview();
    await expect(service.extend(id, propose, { at: TOO_LATE })).rejects.toMatchObject(overdue);
    await service.extend(id, propose, { at: LAST_MINUTE });
    await expect(service.extend(id, approve, { ...byHead, at: TOO_LATE })).rejects.toMatchObject(overdue);
    expect(await service.extend(id, decline, { ...byHead, at: TOO_LATE })).toMatchObject({
      due: { dueOn: '2026-11-26', overdue: true },
    });
  });

  test('an overdue filing can still be decided', async () => {
    const id = await inReview();
    await service.allComplete('2026-11-26T16:00:00.000Z', TOO_LATE);
    expect(await service.decide(id, { outcome: 'register' }, { at: TOO_LATE })).toMatchObject({
      state: 'registered',
    });
  });
});

test('an extension into a year that is not published is provisional', async () => {
  const filedAt = moment('2026-12-28T02:00:00.000Z');
  const shareholders = aDoubtfulFiling().shareholders.map((each) => ({ ...each, payBy: day('2031-06-30') }));
  const { id, due } = await service.submit(await service.proven(aDoubtfulFiling({ shareholders }), filedAt), {
    at: filedAt,
  });
  expect(due).toEqual({ dueOn: '2026-12-31', provisional: false, overdue: false });
  await service.extend(id, propose, { at: filedAt });
  expect(await service.extend(id, approve, { ...byHead, at: filedAt })).toMatchObject({
    due: { dueOn: '2027-01-05', provisional: true },
  });
});

test('one key, one step', async () => {
  const id = await inReview();
  const first = await service.extend(id, propose, { key: 'key-1' });
  expect(await service.extend(id, propose, { key: 'key-1' })).toEqual({ ...first, replayed: true });
  await expect(service.extend(id, { ...propose, reason: 'x' }, { key: 'key-1' })).rejects.toMatchObject({
    code: 'idempotency-conflict',
  });
});
