import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApplyRetention } from '../../lib/acts/apply-retention.ts';
import { erased, isFruitless } from '../../lib/domain/registration/erase-filing.ts';
import { createErasureStore } from '../../lib/store/erasure-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { moment } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const apply = (at: string, most?: number) =>
  createApplyRetention({
    filings: service.filings,
    erasures: createErasureStore(service.names.filings),
    writeAll: writeAllWith(service.client),
    ...(most !== undefined && { most }),
  })(moment(at));

/** One of each end, all over on 23 November 2026, one that goes on and one that was registered. */
async function oneOfEach() {
  const returned = (await service.submit(aCompanyFiling())).id;
  const doubtful = async () => (await service.submit(await service.proven(aDoubtfulFiling()))).id;
  const withdrawn = await doubtful();
  await service.withdraw(withdrawn);
  const refused = await doubtful();
  await service.decide(refused, {
    outcome: 'refuse',
    reason: '可能危害社会公共利益',
    departure: { code: 'public-interest', reason: '可能危害社会公共利益' },
  });
  const open = await doubtful();
  return { returned, withdrawn, refused, open };
}

const whichAreErased = async (ids: Readonly<Record<string, string>>) => {
  const found = await Promise.all(
    Object.entries(ids).map(
      async ([name, id]) => [name, (await service.filings.find(id))?.erasedOn] as const,
    ),
  );
  return found.filter(([, on]) => on !== undefined);
};

test('each is erased once its period is over, and what goes on is not', async () => {
  const ids = await oneOfEach();
  await apply('2027-11-22T02:00:00.000Z');
  expect(await whichAreErased(ids)).toEqual([]);
  expect(await apply('2027-11-23T02:00:00.000Z')).toEqual({ looked: 1, erased: 1 });
  expect(await whichAreErased(ids)).toEqual([['withdrawn', '2027-11-23']]);
  expect(await apply('2028-11-22T02:00:00.000Z')).toEqual({ looked: 0, erased: 0 });
  expect(await apply('2028-11-23T02:00:00.000Z')).toEqual({ looked: 1, erased: 1 });
  expect(await apply('2031-11-22T02:00:00.000Z')).toEqual({ looked: 0, erased: 0 });
  expect(await apply('2031-11-23T02:00:00.000Z')).toEqual({ looked: 1, erased: 1 });
  expect(await apply('2031-11-23T02:00:00.000Z')).toEqual({ looked: 0, erased: 0 });
  expect(await whichAreErased(ids)).toEqual([
    ['returned', '2028-11-23'],
    ['withdrawn', '2027-11-23'],
    ['refused', '2031-11-23'],
  ]);
});

test('a run that may erase no more ends, and the next one goes on', async () => {
  for (let count = 0; count < 3; count += 1) await service.submit(aCompanyFiling());
  expect(await apply('2028-12-01T02:00:00.000Z', 2)).toEqual({ looked: 2, erased: 2 });
  expect(await apply('2028-12-01T02:00:00.000Z', 2)).toEqual({ looked: 1, erased: 1 });
});

test('nothing of the persons is left at rest but what receipts hash', async () => {
  const { id } = await service.submit(aCompanyFiling());
  await apply('2028-12-01T02:00:00.000Z');
  expect(await service.filings.find(id)).toMatchObject({
    version: 1,
    state: 'returned',
    filed: {},
    persons: [],
    maskedPersons: [],
    sealedPersons: '',
    erasedOn: '2028-12-01',
  });
  const { receipt } = await service.read.receipt(applicant, id);
  expect(await service.verifyReceipt(receipt)).toMatchObject({ valid: true, erasedOn: '2028-12-01' });
});

test('a filing that is corrected while it is erased keeps both, and its facts do not come back', async () => {
  for (let round = 0; round < 8; round += 1) {
    const old = await service.submit(aCompanyFiling());
    const later = moment('2028-12-01T02:00:00.000Z');
    const [corrected] = await Promise.all([
      service.submit(aCompanyFiling(), { corrects: old.id, at: later }),
      apply('2028-12-01T02:00:00.000Z'),
    ]);
    await apply('2028-12-01T02:00:00.000Z');
    expect(await service.filings.find(old.id)).toMatchObject({
      correctedBy: corrected.id,
      erasedOn: '2028-12-01',
      filed: {},
    });
  }
});

test('a link to a correction that was read before the erasure is not written over it', async () => {
  const { id } = await service.submit(aCompanyFiling());
  const read = await service.filings.find(id);
  if (read === undefined || !isFruitless(read)) return expect.fail();
  const writeAll = writeAllWith(service.client);
  await writeAll([service.filings.erase(erased(read, moment('2028-12-01T02:00:00.000Z').on))]);
  await expect(writeAll([service.filings.linkCorrection(read, 'f2')])).rejects.toMatchObject({
    conditions: ['filing-uncorrected'],
  });
  await expect(writeAll([service.filings.erase(read)])).rejects.toMatchObject({
    conditions: ['filing-unerased'],
  });
});
