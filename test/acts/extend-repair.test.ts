import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import {
  aCaller,
  aDebtorRecord,
  aGrant,
  type CreditService,
  moment,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { anOrganisation, day } from '../support/records.ts';

let service: CreditService;
let id = '';
const officer = aCaller('reg-500231', { roles: ['publisher'] });
const head = aCaller('reg-500231', { id: 'head', roles: ['head'] });
const mine = aCaller(undefined, { id: 'the-subject', roles: ['subject'], subjectKey: anOrganisation });
/** Accepted on a Tuesday; ten working days end on Tuesday the 8th of December. */
const accepted = moment('2026-11-24T02:00:00.000Z');
const lastDay = moment('2026-12-08T15:59:59.000Z');
const dayAfter = moment('2026-12-08T16:00:00.000Z');

beforeEach(async () => {
  service = await startCreditService();
  const published = await service.publish(
    aDebtorRecord({
      class: 'penalty',
      severity: 'general',
      subject: organisation,
      issuedBy: 'reg-500231',
      documentNumber: '垫市监处罚〔2026〕虚构9号',
      decidedOn: day('2026-08-23'),
    }),
  );
  id = published.id;
  await service.repair(id, mine);
});
afterEach(() => service.stop());

const accept = () => service.repair(id, officer, { action: 'accept' }, accepted);
const propose = (by: Caller = officer, at = accepted) =>
  service.repair(id, by, { action: 'propose-extension', reason: '需向两地核实整改情况' }, at);
const approve = (by: Caller = head, at = lastDay) =>
  service.repair(id, by, { action: 'approve-extension' }, at);
const notExtended = (reason: string) => ({ code: 'extension-not-allowed', values: { reason } });

test('proposed by an officer and approved by the head, the time to decide is ten working days longer, once', async () => {
  await accept();
  const proposed = await propose();
  expect(proposed.repairs).toMatchObject([
    { state: 'accepted', decideBy: { dueOn: '2026-12-08' }, extension: { proposedOn: '2026-11-24' } },
  ]);
  const { repairs } = await approve();
  expect(repairs).toMatchObject([
    {
      decideBy: { dueOn: '2026-12-22' },
      extension: { reason: '需向两地核实整改情况', approvedOn: '2026-12-08' },
    },
  ]);
  await expect(propose()).rejects.toMatchObject(notExtended('already-extended'));
  await expect(approve()).rejects.toMatchObject(notExtended('already-extended'));
  expect((await service.repair(id, officer, aGrant, dayAfter)).state.withdrawn?.kind).toBe('repaired');
});

test('only what was accepted is extended, and only while its time runs', async () => {
  await expect(propose()).rejects.toMatchObject(notExtended('not-accepted'));
  await accept();
  await expect(approve()).rejects.toMatchObject(notExtended('nothing-proposed'));
  await expect(propose(officer, dayAfter)).rejects.toMatchObject(notExtended('overdue'));
  await propose(officer, lastDay);
  await expect(propose()).rejects.toMatchObject(notExtended('already-proposed'));
  await expect(approve(head, dayAfter)).rejects.toMatchObject(notExtended('overdue'));
});

test('what the head declines leaves the due day as it was, and may be proposed again', async () => {
  await accept();
  await propose();
  const { repairs } = await service.repair(id, head, { action: 'decline-extension' }, accepted);
  expect(repairs).toMatchObject([{ decideBy: { dueOn: '2026-12-08' } }]);
  expect(repairs[0]).not.toHaveProperty('extension');
  expect((await propose()).repairs).toMatchObject([{ extension: { proposedOn: '2026-11-24' } }]);
});

test('it is approved neither by an officer, nor by whoever proposed, nor by the head of another authority', async () => {
  await accept();
  const both = aCaller('reg-500231', { id: 'both', roles: ['publisher', 'head'] });
  await propose(both);
  await expect(approve(both)).rejects.toMatchObject({ code: 'concerns-officer' });
  await expect(approve(officer)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(approve(aCaller('credit-500000', { roles: ['head'] }))).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(approve(aCaller('reg-511623', { roles: ['head'] }))).rejects.toMatchObject({
    code: 'not-found',
  });
  await expect(approve({ ...head, subjectKey: anOrganisation })).rejects.toMatchObject({
    code: 'concerns-officer',
  });
  await expect(approve(mine)).rejects.toMatchObject({ code: 'forbidden' });
});

test('the head decides nothing else about a record', async () => {
  await accept();
  await expect(service.repair(id, head, aGrant)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(propose(head)).rejects.toMatchObject({ code: 'forbidden' });
  const { id: other } = await service.publish(
    aDebtorRecord({
      class: 'penalty',
      severity: 'general',
      subject: organisation,
      issuedBy: 'reg-500231',
      ordinal: 2,
      decidedOn: day('2026-08-23'),
    }),
  );
  await expect(service.repair(other, head)).rejects.toMatchObject({ code: 'forbidden' });
});
