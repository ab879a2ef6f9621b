import { afterEach, beforeEach, expect, test } from 'vitest';
import { getAuthority } from '../../catalog/authorities.ts';
import { identifySubject } from '../../lib/acts/identify-subject.ts';
import { createPublishRecord } from '../../lib/acts/publish-record.ts';
import { createPublishRows } from '../../lib/acts/publish-rows.ts';
import type { ChunkRow } from '../../lib/domain/credit/import.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { createHeldStore } from '../../lib/store/held-store.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  startCreditService,
} from '../support/credit-service.ts';
import { stages } from '../support/hashing-keys.ts';

const person: NamedSubject = { kind: 'person', document: { kind: 'passport', number: 'E20000001' } };

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const recordOf = (number: number) =>
  aDebtorRecord({ subject: person, documentNumber: `（2026）渝0231执虚构${number}号` });

async function rowOf(row: number, number: number): Promise<ChunkRow> {
  const { subject: _, ...record } = recordOf(number);
  const { shown: _shown, ...subject } = await identifySubject(person, stages.turned);
  return { row, line: row + 1, record, subject };
}

test('while a hashing key changes, rows of a file are linked with the person’s other key, and held under either', async () => {
  const publish = createPublishRecord({ ...service, personalData: stages.before });
  const tell = () => ({ status: 201, body: {} });
  await publish(aCaller('credit-500000'), recordOf(1), { tell }, NOW);

  const publishRows = createPublishRows({
    ...service,
    held: createHeldStore(service.client, service.names.credit),
  });
  const rows = await Promise.all([rowOf(1, 1), rowOf(2, 2), rowOf(3, 2)]);
  const of = { speaker: getAuthority('credit-500000'), import: 'i1' };
  const outcomes = async () => (await publishRows(rows, of, () => NOW)).map(({ outcome }) => outcome);
  expect(await outcomes()).toEqual(['already-held', 'accepted', 'duplicate']);
  expect(await outcomes()).toEqual(['already-held', 'accepted', 'duplicate']);

  const { key, otherKey = key } = await identifySubject(person, stages.turned);
  const halfUnder = async (under: typeof key) => (await service.standings.getForUpdate(under, 'CQ')).half;
  expect((await halfUnder(key)).linked).toEqual([{ key: otherKey, is: 'former' }]);
  expect((await halfUnder(otherKey)).linked).toEqual([{ key, is: 'current' }]);
  expect((await service.records.listVersions(key)).length).toBe(1);
  expect((await service.records.listVersions(otherKey)).length).toBe(1);
});
