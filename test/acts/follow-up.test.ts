import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { workingCalendar } from '../../catalog/calendar.ts';
import type { FollowUpAction } from '../../lib/acts/follow-up-filing.ts';
import { createRemindOfFollowUps } from '../../lib/acts/remind-of-follow-ups.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { presentFollowUp } from '../../lib/edge/present-follow-up.ts';
import { aBranchFiling } from '../support/a-branch.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aMaterial } from '../support/a-filing.ts';
import { anHonour } from '../support/an-honour.ts';
import { aCaller, moment, NOW } from '../support/credit-service.ts';
import {
  applicant,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
let filing = '';

const digest = 'd'.repeat(64);
const handIn: FollowUpAction = {
  action: 'hand-in',
  materials: [{ kind: 'head-appointment', sha256: digest }],
  uploads: [],
};
const close: FollowUpAction = { action: 'close', reason: '催告后仍未补交' };
/** Accepted on Monday the 23rd of November: ten working days end on Monday the 7th of December. */
const lastDay = moment('2026-12-07T15:59:59.000Z');
const dayAfter = moment('2026-12-07T16:00:00.000Z');
const officer = registrar('500231');

async function follow(act: FollowUpAction, by: Caller = applicant, at = NOW) {
  const asked = { caller: by.id, at: at.at, tell: (body: unknown) => ({ status: 200, body }) };
  const { answer } = await service.acts.followUp(by, { filing, act }, asked as never, at);
  const { followUp, filing: of } = answer.body as Awaited<ReturnType<typeof service.acts.readFollowUp>>;
  return presentFollowUp({ followUp, filing: of }, { on: at.on, calendar: workingCalendar });
}
const read = async (by: Caller = applicant, at = NOW) =>
  presentFollowUp(await service.acts.readFollowUp(by, filing), { on: at.on, calendar: workingCalendar });
const listed = async (by = officer) =>
  (await service.acts.followUps(by, 'reg-500231')).entries.map(({ followUp }) => followUp.filing);
const notAllowed = (reason: string) => ({ code: 'follow-up-not-allowed', values: { reason } });

/** A branch of a company on a red list, without its head's appointment, as promised. */
async function tolerated(parent: string, overrides: Parameters<typeof aBranchFiling>[1] = {}) {
  const materials = ['application-form', 'address-document', 'tolerance-commitment'].map((kind) =>
    aMaterial(kind),
  );
  const facts = aBranchFiling(parent, { materials: materials as never, ...overrides });
  return service.submit(await service.proven(facts), { item: 'establish-branch' });
}
const honour = (code: string) => service.publish(anHonour(code), 'credit-510000');

beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

describe('registered without a material that was promised', () => {
  beforeEach(async () => {
    const parent = (await service.submit(await service.proven(aCompanyFiling()))).registration?.code ?? '';
    await honour(parent);
    const filed = await tolerated(parent);
    expect(filed.state).toBe('registered');
    filing = filed.id;
  });

  test('it is due ten working days after the acceptance, and stands in the list of the authority', async () => {
    expect(await read()).toMatchObject({
      state: 'awaited',
      due: { dueOn: '2026-12-07', provisional: false, overdue: false },
      materials: [{ kind: 'head-appointment' }],
    });
    expect((await read(applicant, lastDay)).due.overdue).toBe(false);
    expect((await read(applicant, dayAfter)).due.overdue).toBe(true);
    expect(await listed()).toEqual([filing]);
    await expect(service.acts.followUps(officer, 'reg-511623')).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('handed in by whoever filed, or at the authority that decides: complete, and off the list', async () => {
    const told = await follow(handIn, officer, lastDay);
    expect(told).toMatchObject({
      state: 'complete',
      version: 2,
      materials: [{ kind: 'head-appointment', handedIn: { on: '2026-12-07', sha256: digest } }],
    });
    expect(told.materials[0]?.handedIn).not.toHaveProperty('late');
    expect(await listed()).toEqual([]);
    await expect(follow(handIn)).rejects.toMatchObject(notAllowed('complete'));
    await expect(follow(close, officer, dayAfter)).rejects.toMatchObject(notAllowed('complete'));
  });

  test('after the due day it is still taken, and told as late', async () => {
    expect((await follow(handIn, applicant, dayAfter)).materials[0]?.handedIn).toMatchObject({ late: true });
  });

  test('only what was promised, and by nobody else', async () => {
    const other = { ...handIn, materials: [{ kind: 'application-form', sha256: digest }] };
    await expect(follow(other)).rejects.toMatchObject(notAllowed('not-promised'));
    const twice = { ...handIn, materials: [...handIn.materials, ...handIn.materials] };
    await expect(follow(twice)).rejects.toMatchObject(notAllowed('handed-in-already'));
    await expect(follow(handIn, registrar('511623'))).rejects.toMatchObject({ code: 'not-found' });
    await expect(
      follow(handIn, aCaller(undefined, { id: 'other', roles: ['applicant'] })),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  test('that it did not come is written down by an officer, and not before its days are over', async () => {
    await expect(follow(close, officer, lastDay)).rejects.toMatchObject(notAllowed('still-running'));
    await expect(follow(close, applicant, dayAfter)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await follow(close, officer, dayAfter)).toMatchObject({
      state: 'not-handed-in',
      closed: { on: '2026-12-08', reason: '催告后仍未补交' },
    });
    expect(await listed()).toEqual([]);
    await expect(follow(handIn, applicant, dayAfter)).rejects.toMatchObject(notAllowed('not-handed-in'));
    /* The registration stands: nothing that law demands was missing. */
    expect((await service.read.get(applicant, filing)).state).toBe('registered');
  });

  test('two hand it in at the same moment: one of them does', async () => {
    const done = await Promise.allSettled([follow(handIn), follow(handIn, officer)]);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await read()).version).toBe(2);
  });

  test('whoever promised is reminded once before the day and once after it', async () => {
    const { filings, followUps, writeAll } = service;
    const remind = createRemindOfFollowUps({ filings, followUps, writeAll, calendar: workingCalendar });
    const on = (text: string) => remind(['reg-500231', 'reg-511623'], moment(`${text}T02:00:00.000Z`));
    expect(await on('2026-12-02')).toEqual({ reminded: 0, overdue: 0 });
    expect(await on('2026-12-03')).toEqual({ reminded: 1, overdue: 0 });
    expect(await on('2026-12-07')).toEqual({ reminded: 0, overdue: 0 });
    expect(await on('2026-12-08')).toEqual({ reminded: 1, overdue: 1 });
    expect(await on('2026-12-09')).toEqual({ reminded: 0, overdue: 1 });
    await follow(handIn, applicant, dayAfter);
    expect(await on('2026-12-10')).toEqual({ reminded: 0, overdue: 0 });
  });
});

test('nothing was promised with a filing that lacked nothing, nor with one that went back', async () => {
  filing = (await service.submit(await service.proven(aCompanyFiling()))).id;
  await expect(read()).rejects.toMatchObject({ code: 'not-found' });
  const back = await tolerated((await service.read.get(applicant, filing)).id);
  expect(back.state).toBe('returned');
  filing = back.id;
  await expect(read()).rejects.toMatchObject({ code: 'not-found' });
});

test('a promise ends with the filing that comes to nothing', async () => {
  const elsewhere = '91500112MA5U000B33';
  await honour(elsewhere);
  const filed = await tolerated(elsewhere);
  expect(filed.state).toBe('in-review');
  filing = filed.id;
  await expect(
    follow({ ...handIn, uploads: ['11111111-1111-4111-8111-111111111111'] } as never),
  ).rejects.toMatchObject(notAllowed('files-while-in-review'));
  await service.withdraw(filing);
  expect((await read()).state).toBe('moot');
  await expect(follow(handIn)).rejects.toMatchObject(notAllowed('moot'));
  expect(await listed()).toEqual([]);
  const { filings, followUps, writeAll } = service;
  const remind = createRemindOfFollowUps({ filings, followUps, writeAll, calendar: workingCalendar });
  expect(await remind(['reg-500231'], dayAfter)).toEqual({ reminded: 0, overdue: 0 });
  expect((await service.followUps.listAwaited({ authority: 'reg-500231' })).entries).toEqual([]);
});
