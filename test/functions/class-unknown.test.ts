import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { presentLookup } from '../../functions/credit-lookup/present-lookup.ts';
import { presentRecordFile } from '../../functions/credit-records/present-record.ts';
import { presentRecord } from '../../functions/own-file/present-own-data.ts';
import { createReadOwnFile } from '../../lib/acts/read-own-file.ts';
import { answerShape } from '../../lib/contract/credit-lookup.ts';
import { recordFileShape } from '../../lib/contract/record-shapes.ts';
import { addToHalf } from '../../lib/domain/credit/half.ts';
import type { FindRecordClass } from '../../lib/domain/credit/record-class.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { aClass, anOrganisation, aRecord, day, recordId } from '../support/records.ts';

/** Of another edition of the catalogue, as an instance has it that is behind, or after one that dropped a class. */
const FORMER = 'former-list';
const asItWas: FindRecordClass = (id) => (id === FORMER ? aClass({ id, list: true }) : findRecordClass(id));

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
});
afterEach(() => service.stop());

const court = aCaller('court-500231');
const mine = aCaller(undefined, { id: 'the-subject', roles: ['subject'], subjectKey: anOrganisation });
const record = aRecord({
  ...{ id: recordId('former'), class: FORMER, subject: anOrganisation, jurisdiction: 'CQ' },
  ...{ issuedBy: 'court-500231', recordedBy: 'court-500231', validTo: day('2027-05-11') },
});
async function keepFormer() {
  const read = await service.standings.getForUpdate(anOrganisation, 'CQ');
  const half = addToHalf(read.half, record, asItWas);
  await service.writeAll([
    service.records.append(record, undefined),
    service.standings.replace(anOrganisation, half, read),
  ]);
}

test('a kept record stays readable with a mark, by its publisher and its subject', async () => {
  await keepFormer();
  for (const caller of [court, mine]) {
    const body = presentRecordFile(await service.steps.read(caller, record.id), NOW.on);
    expect(z.safeParse(recordFileShape, body).error).toBeUndefined();
    expect(body).toMatchObject({ id: record.id, class: FORMER, classUnknown: true, state: 'in-force' });
    expect(body).not.toHaveProperty('repairable');
  }
  const own = createReadOwnFile({ ...service, roles: {}, filings: {} } as never);
  const { entries } = await own.records(mine, NOW.on);
  expect(entries.map(presentRecord)).toMatchObject([
    { class: FORMER, classUnknown: true, state: 'in-force' },
  ]);
});

test('a look-up is answered, and marks the entry', async () => {
  await keepFormer();
  const { id } = await service.publish(aDebtorRecord({ subject: organisation, validTo: day('2027-05-11') }));
  const asked = { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [organisation] };
  const answer = await service.newLookUp()(aCaller('reg-511623'), asked, NOW);
  const body = z.parse(
    answerShape,
    JSON.parse(await presentLookup(answer, [{ index: 0, status: 'answered' }])),
  );
  expect(
    body.results[0]?.disclosed?.entries.map((entry) => [entry.record, entry.classUnknown]).toSorted(),
  ).toEqual(
    [
      [id, undefined],
      [record.id, true],
    ].toSorted(),
  );
});

test('no half is made anew without its rules; annulled it stands in nobody’s way', async () => {
  await keepFormer();
  const { id } = await service.publish(aDebtorRecord({ subject: organisation }));
  const half = async () => (await service.standings.getForUpdate(anOrganisation, 'CQ')).half;
  const before = await half();
  await expect(service.annul(id, court)).rejects.toMatchObject({
    code: 'unknown-record-class',
    values: { class: FORMER },
  });
  await expect(service.repair(record.id, mine)).rejects.toMatchObject({ code: 'unknown-record-class' });
  expect(await half()).toEqual(before);
  expect((await service.annul(record.id, court)).state.withdrawn?.kind).toBe('annulled');
  expect((await service.annul(id, court)).state.withdrawn?.kind).toBe('annulled');
});
