import { afterAll, beforeAll, expect, test } from 'vitest';
import { readOperations } from '../../bin/cost.ts';
import { getAuthority } from '../../catalog/authorities.ts';
import { createProjectLookups } from '../../lib/acts/project-lookups.ts';
import { createPublishRows } from '../../lib/acts/publish-rows.ts';
import { organisationKey } from '../../lib/domain/subject/subject-key.ts';
import { createHeldStore } from '../../lib/store/held-store.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { countsUnits } from '../support/counts-units.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import {
  aDoubtfulFiling,
  applicant,
  named,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';
import { recordCalls } from '../support/sdk-faults.ts';

/**
 * What docs/cost.md counts with is what the engine counts. Where this fails because an operation costs more or less on
 * purpose, put the new figures into docs/cost/operations.json and run `npm run cost`.
 */
const { operations } = readOperations();

let registration: RegistrationService;
let credit: CreditService;
let filed: ReturnType<typeof recordCalls>;
let looked: ReturnType<typeof recordCalls>;
const signaturesBefore = { count: 0 };

const READS = ['GetItem', 'BatchGetItem', 'Query'];
const WRITES = ['PutItem', 'UpdateItem', 'TransactWriteItems', 'BatchWriteItem'];

beforeAll(async () => {
  [registration, credit] = await Promise.all([startRegistrationService(), startCreditService()]);
  // The first of each instance reads the sources as well.
  await registration.submit(await registration.proven(aCompanyFiling()));
  await credit.allComplete('2026-11-23T01:00:00.000Z');
  filed = recordCalls(registration.client);
});
afterAll(() => Promise.all([registration.stop(), credit.stop()]));

const begin = (): void => {
  filed.reset();
  signaturesBefore.count = registration.signatures();
};
const measured = () => ({
  reads: filed.units(...READS),
  writes: filed.units(...WRITES),
  signatures: registration.signatures() - signaturesBefore.count,
});
const counted = (name: string) => {
  const { reads, writes, signatures } = operations[name] ?? {};
  return { reads, writes, signatures };
};

test.runIf(countsUnits)('a look-up, and showing it to its subject', async () => {
  const lookUp = credit.newLookUp();
  const ask = () =>
    lookUp(
      aCaller('reg-511623'),
      { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [person] },
      NOW,
    );
  await ask();
  looked = recordCalls(credit.client);
  await ask();
  expect({ reads: looked.units(...READS), writes: looked.units(...WRITES), signatures: 0 }).toEqual(
    counted('look-up'),
  );
  const [entry = {}] = await credit.itemsOf('lookupLog');
  looked.reset();
  expect(await createProjectLookups(credit)([{ sequence: '1', image: entry }])).toEqual([]);
  expect({ reads: looked.units(...READS), writes: looked.units(...WRITES), signatures: 0 }).toEqual(
    counted('look-up shown'),
  );
});

test.runIf(countsUnits)('a check', async () => {
  begin();
  await registration.acts.check(applicant, { item: 'establish-company', facts: aCompanyFiling() }, NOW);
  expect(measured()).toEqual(counted('check'));
});

test.runIf(countsUnits)('a filing registered on the spot, then read, and its licence', async () => {
  const facts = await registration.proven(named('青岚'));
  begin();
  const told = await registration.submit(facts, { key: 'key-1' });
  expect(told.state).toBe('registered');
  expect(measured()).toEqual(counted('on the spot'));
  begin();
  await registration.read.get(applicant, told.id);
  expect(measured()).toEqual(counted('filing read'));
  begin();
  await registration.enterprisesFor.licence(told.registration?.code ?? '');
  expect(measured()).toEqual(counted('licence read'));
});

test.runIf(countsUnits)('a filing that goes to review, and the decision that registers it', async () => {
  const facts = await registration.proven(named('碧岚', aDoubtfulFiling()));
  begin();
  const told = await registration.submit(facts, { key: 'key-2' });
  expect(told.state).toBe('in-review');
  expect(measured()).toEqual(counted('to review'));
  begin();
  expect(await registration.decide(told.id, { outcome: 'register' }, { key: 'key-3' })).toMatchObject({
    state: 'registered',
  });
  expect(measured()).toEqual(counted('decision'));
});

test.runIf(countsUnits)('a filing that is returned', async () => {
  begin();
  expect((await registration.submit(named('绿岚'), { key: 'key-4' })).state).toBe('returned');
  expect(measured()).toEqual(counted('returned'));
});

test.runIf(countsUnits)('a record published, whose disclosure ends on a day', async () => {
  looked.stop();
  const calls = recordCalls(credit.client);
  await credit.publish({ ...aDebtorRecord(), validTo: day('2026-11-25') });
  expect({ reads: calls.units(...READS), writes: calls.units(...WRITES), signatures: 0 }).toEqual(
    counted('publication'),
  );
  calls.stop();
});

test.runIf(countsUnits)(
  'a row of a file, of a subject of its own: a fiftieth of what fifty take',
  async () => {
    const { subject: _, ...record } = { ...aDebtorRecord(), validTo: day('2026-11-25') };
    const rows = Array.from({ length: 50 }, (_none, at) => ({
      row: at + 1,
      line: at + 2,
      record: { ...record, documentNumber: `（2026）渝0231执${at}号` },
      subject: { key: organisationKey(`91500231MA5U${String(at).padStart(6, '0')}`) },
    }));
    const held = createHeldStore(credit.client, credit.names.credit);
    const publishRows = createPublishRows({ ...credit, held });
    const calls = recordCalls(credit.client);
    await publishRows(rows, { speaker: getAuthority('credit-500000'), import: 'i1' }, () => NOW);
    expect({
      reads: calls.units(...READS) / 50,
      writes: calls.units(...WRITES) / 50,
      signatures: 0,
    }).toEqual(counted('row of a file'));
  },
);
