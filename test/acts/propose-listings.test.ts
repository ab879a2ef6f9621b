import { afterEach, beforeEach, expect, test } from 'vitest';
import { createProposeListings } from '../../lib/acts/propose-listings.ts';
import type { RecordToPublish } from '../../lib/acts/publish-record.ts';
import { stepOf } from '../../lib/domain/credit/listing-case.ts';
import type { PenaltyKind } from '../../lib/domain/credit/penalty.ts';
import { createListingStore } from '../../lib/store/listing-store.ts';
import {
  aCaller,
  aDebtorRecord,
  anAnnulment,
  type CreditService,
  moment,
  NOW,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { anOrganisation, day } from '../support/records.ts';

let service: CreditService;
let listings: ReturnType<typeof createListingStore>;
beforeEach(async () => {
  service = await startCreditService();
  listings = createListingStore(service.client, service.names.credit);
});
afterEach(() => service.stop());

let ordinal = 0;
const publish = async (kinds: readonly PenaltyKind[], overrides: Partial<RecordToPublish> = {}) => {
  ordinal += 1;
  const { subject: _, ...told } = aDebtorRecord({
    class: 'penalty',
    severity: 'serious',
    issuedBy: 'reg-500231',
    documentNumber: '垫市监处罚〔2026〕虚构7号',
    ordinal,
    penalty: { kinds },
    ...overrides,
  });
  return service.publish({ ...told, subject: organisation }, overrides.issuedBy ?? 'reg-500231');
};
/** What the stream hands on: every version of the subject's records, as often as it likes. */
async function follow(at = NOW) {
  const { records, writeAll } = service;
  const { project } = createProposeListings({ records, listings, writeAll, now: () => at }) as {
    project: (image: Readonly<Record<string, unknown>>) => Promise<void>;
  };
  for (const image of await service.itemsOf('credit'))
    if (String(image.sk).startsWith('RECORD#')) await project(image);
}
const proposals = async (authority = 'reg-500231') =>
  (await listings.listOfAuthority(authority, 'proposed', 'test')).entries;

test('a heavier penalty of market regulation is proposed to the authority that imposed it, once, and by nobody', async () => {
  const { id } = await publish(['fine', 'business-halted']);
  await follow();
  await follow();
  const [listing, ...others] = await proposals();
  expect(others).toEqual([]);
  expect(listing).toMatchObject({ list: 'serious-list', subject: anOrganisation, authority: 'reg-500231' });
  const proposed = listing && stepOf(listing, 'proposed');
  expect(proposed).toMatchObject({ origin: 'automation', by: 'automation', authority: 'reg-500231' });
  expect(proposed?.grounds).toContain(id);
  expect(proposed?.grounds).toContain('由经办人员判断');
  expect(await proposals('reg-511623')).toEqual([]);
});

test('it is a proposal alone: nothing stands on the list, and the subject is not told of it', async () => {
  await publish(['business-licence-revoked']);
  await service.allComplete('2026-11-23T01:00:00.000Z');
  await follow();
  const asked = { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [organisation] };
  const { results } = await service.newLookUp()(aCaller('reg-511623'), asked, NOW);
  expect(results[0]?.standing?.view?.disclosed.entries.map(({ class: id }) => id)).toEqual(['penalty']);
  expect((await proposals())[0]?.steps.map(({ kind }) => kind)).toEqual(['proposed']);
});

test.each<readonly PenaltyKind[]>([
  ['warning'],
  ['fine'],
  ['confiscation', 'fine'],
  ['licence-suspended'],
  ['other'],
])('what a record of %s cannot show is left to officers', async (...kinds) => {
  const severity = kinds[0] === 'warning' ? 'minor' : kinds[0] === 'other' ? 'serious' : undefined;
  await publish(kinds, {
    severity,
    ...(kinds.includes('fine') && { penalty: { kinds, fineFen: 100 } }),
  } as never);
  await follow();
  expect(await proposals()).toEqual([]);
});

test('nothing is proposed of what is annulled or over, nor of what other systems punished', async () => {
  const { id } = await publish(['business-halted']);
  await service.annul(id, aCaller('reg-500231'), anAnnulment);
  await publish(['ordered-to-close'], { decidedOn: day('2026-05-11') });
  await publish(['licence-revoked'], { issuedBy: 'credit-500000' });
  await follow(moment('2029-05-10T16:00:00.000Z'));
  expect(await proposals()).toEqual([]);
  expect(await proposals('credit-500000')).toEqual([]);
});
