import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Dispute } from '../../lib/domain/credit/dispute.ts';
import type { Repair } from '../../lib/domain/credit/repair.ts';
import {
  aCaller,
  aDebtorRecord,
  aDispute,
  type CreditService,
  NOW,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { anOrganisation, day } from '../support/records.ts';
import { recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const court = aCaller('court-500231');
const mine = aCaller(undefined, { id: 'the-subject', roles: ['subject'], subjectKey: anOrganisation });
const publish = (documentNumber: string) =>
  service.publish(aDebtorRecord({ subject: organisation, documentNumber }));
/** As long as the API takes them. */
const proofs = Array.from({ length: 20 }, () => ({ title: '证'.repeat(400), sha256: 'a'.repeat(64) }));
const due = { dueOn: day('2026-12-01'), provisional: false };
const others = Array.from({ length: 320 }, (_, index) => `Other${String(index).padStart(17, '0')}`);

const disputeOf = (record: string): Dispute => ({
  ...{ record, number: 1, subject: anOrganisation, jurisdiction: 'CQ', raisedBy: { caller: 'x' } },
  ...{ raisedOn: NOW.on, raisedAt: NOW.at, reason: '异'.repeat(1_000), proofs, answerBy: due, version: 2 },
  answer: {
    ...{ outcome: 'rejected', reason: '无'.repeat(1_000), on: NOW.on, at: NOW.at },
    ...{ by: 'y', authority: 'court-500231' },
  },
});
const repairOf = (record: string): Repair => ({
  ...{ id: `${record}.1`, record, number: 1, subject: anOrganisation, askedBy: { caller: 'x' }, proofs },
  ...{ askedOn: NOW.on, askedAt: NOW.at, commitment: { title: '诺', sha256: 'b'.repeat(64) } },
  ...{ state: 'moot', acceptBy: due, decideBy: due, version: 2 },
});

async function keep(items: readonly Readonly<Record<string, unknown>>[]) {
  const batches = Array.from({ length: Math.ceil(items.length / 25) }, (_, at) =>
    items.slice(at * 25, at * 25 + 25).map((Item) => ({ PutRequest: { Item } })),
  );
  const write = (puts: (typeof batches)[number]) =>
    service.client.send(new BatchWriteCommand({ RequestItems: { [service.names.credit]: puts } }));
  await Promise.all(batches.map(write));
}
const under = (kind: string, record: string) => ({
  pk: `SUBJECT#${anOrganisation}`,
  sk: `${kind}#${record}#0001`,
});

test('more than eight megabytes of disputes beside its records stop no step of a subject', async () => {
  await keep(others.map((record) => ({ ...under('DISPUTE', record), ...disputeOf(record) })));
  await keep(others.slice(0, 10).map((record) => ({ ...under('REPAIR', record), ...repairOf(record) })));
  const { id } = await publish('（2026）渝0231执虚构1号');
  const calls = recordCalls(service.client);
  const read = await service.steps.read(mine, id);
  // Disputes of other records are not read with one; a bar that follows from a repair reaches all of them.
  expect([read.disputes.length, read.repairs.length]).toEqual([0, 10]);
  expect(calls.units('Query')).toBe(66.5);
  calls.stop();
  expect((await service.dispute(id, mine, aDispute)).state.last.id).toBe(id);
  const marks = async () => (await service.standings.getForUpdate(anOrganisation, 'CQ')).half.disputed;
  expect(await marks()).toEqual({ kept: [id], more: false });
  expect((await service.steps.read(mine, id)).disputes).toHaveLength(1);
  await service.dispute(id, court, { action: 'reject', reason: '无误' });
  expect(await marks()).toBeUndefined();
  const { id: second } = await publish('（2026）渝0231执虚构2号');
  expect((await service.annul(second, court)).state.withdrawn?.kind).toBe('annulled');
}, 30_000);
