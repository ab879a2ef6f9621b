import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeHistories } from '../../bench/credit-history.ts';
import { identifySubject } from '../../lib/acts/identify-subject.ts';
import type { LookUp } from '../../lib/acts/look-up.ts';
import { createReadStandings } from '../../lib/acts/read-standings.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { countsUnits } from '../support/counts-units.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  organisation,
  startCreditService,
} from '../support/credit-service.ts';
import { aPerson, day } from '../support/records.ts';
import { recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
let lookUp: LookUp;
let recorded: ReturnType<typeof recordCalls>;

const regulator = aCaller('reg-511623');
const subjects = (count: number): readonly NamedSubject[] =>
  Array.from({ length: count }, (_, index) => ({
    kind: 'person',
    document: { kind: 'passport', number: `E${10_000_000 + index}` },
  }));
const ask = (asked: readonly NamedSubject[]) =>
  lookUp(regulator, { purpose: 'supervision', basis: 'risk-based-supervision', subjects: asked }, NOW);

beforeAll(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
  for (const issuedBy of ['court-500231', 'court-511623'])
    for (let ordinal = 1; ordinal <= 15; ordinal += 1)
      await service.publish(aDebtorRecord({ subject: organisation, issuedBy, ordinal }), issuedBy);
  lookUp = service.newLookUp();
  await ask([organisation]);
  recorded = recordCalls(service.client);
});
afterAll(() => service.stop());

test.runIf(countsUnits)(
  'one subject costs one consistent Query and two writes, side by side: 1 RCU, 2 WCU',
  async () => {
    recorded.reset();
    const { results } = await ask([organisation]);
    expect(results[0]?.standing.verdict).toBe('clear');
    expect(results[0]?.standing.view?.disclosed.entries.length).toBe(10);
    expect(
      recorded.calls
        .map(({ name, begunAfter, units }) => ({ name, begunAfter, units }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ).toEqual([
      { name: 'PutItem', begunAfter: 0, units: 1 },
      { name: 'Query', begunAfter: 0, units: 1 },
      { name: 'UpdateItem', begunAfter: 0, units: 1 },
    ]);
    expect(recorded.calls.find(({ name }) => name === 'Query')?.input.ConsistentRead).toBe(true);
  },
);

const histories = (['live', 'ended'] as const).flatMap((state) =>
  [1, 1_000, 100_000].map((records) => [records, state] as const),
);

test.runIf(countsUnits).each(histories)(
  'one subject behind whom stand %i %s records costs the same: 1 RCU, 2 WCU, and both halves at most 4 KB',
  async (records, state) => {
    const subject: NamedSubject = {
      kind: 'person',
      document: { kind: 'passport', number: `G${records}${state}`.toUpperCase() },
    };
    const { key } = await identifySubject(subject, service.personalData);
    await writeHistories(service, new Map([[key, { records, state, halvesOnly: true }]]));
    recorded.reset();
    const { results } = await lookUp(
      regulator,
      { purpose: 'registration', basis: 'registration-review', subjects: [subject] },
      NOW,
    );
    expect(results[0]?.standing.verdict).toBe(state === 'live' ? 'hit' : 'clear');
    expect(results[0]?.standing.listed.history).toBe(state === 'live' ? 'listed' : 'formerly-listed');
    expect(recorded.calls.map(({ name, begunAfter, units }) => [name, begunAfter, units]).toSorted()).toEqual(
      [
        ['PutItem', 0, 1],
        ['Query', 0, 1],
        ['UpdateItem', 0, 1],
      ],
    );
  },
);

test.runIf(countsUnits)(
  'a thousand subjects cost twenty consistent batches and two writes, side by side: 2 RCU a subject',
  async () => {
    // Numbers in a row raise an alarm, the first time on a day.
    await ask(subjects(20));
    recorded.reset();
    const { results } = await ask(subjects(1000));
    expect(results.length).toBe(1000);
    expect(results.every(({ standing }) => standing.verdict === 'clear')).toBe(true);
    const batches = recorded.calls.filter(({ name }) => name === 'BatchGetItem');
    expect([batches.length, recorded.calls.length]).toEqual([20, 22]);
    expect(recorded.calls.every(({ begunAfter }) => begunAfter === 0)).toBe(true);
    for (const { input } of batches)
      expect(
        Object.values(input.RequestItems as Record<string, { ConsistentRead?: boolean }>)[0]?.ConsistentRead,
      ).toBe(true);
    expect(recorded.units('BatchGetItem')).toBeLessThanOrEqual(2000);
  },
);

test('the first look-up of an instance reads the sources once more, before the halves', async () => {
  const fresh = service.newLookUp();
  recorded.reset();
  await fresh(
    regulator,
    { purpose: 'registration', basis: 'registration-review', subjects: subjects(1) },
    NOW,
  );
  const reads = recorded.calls.filter(({ name }) => name === 'Query');
  expect(reads.map(({ input }) => [input.ConsistentRead, input.ExpressionAttributeValues])).toEqual([
    [true, { ':pk': 'SOURCES' }],
    [true, { ':pk': expect.stringMatching(/^STANDING#P:/) }],
  ]);
});

test('a question about the past reads every version, consistently', async () => {
  recorded.reset();
  const { results } = await lookUp(
    regulator,
    {
      purpose: 'supervision',
      basis: 'risk-based-supervision',
      subjects: [organisation],
      asOf: day('2026-06-01'),
    },
    NOW,
  );
  expect(results[0]?.standing.view?.disclosed.more).toBe(true);
  expect(
    recorded.calls.filter(({ name }) => name === 'Query').every(({ input }) => input.ConsistentRead === true),
  ).toBe(true);
});

test('evidence for a filing takes the same one step', async () => {
  const readStandings = createReadStandings(service);
  const asked = {
    subjects: [aPerson],
    purpose: 'registration',
    basis: 'registration-review',
    asker: { id: 'officer', authority: 'reg-511623', jurisdiction: 'SC' },
    moment: NOW,
  };
  await readStandings(asked);
  recorded.reset();
  const [evidence] = await readStandings(asked);
  expect(recorded.calls.map(({ name, begunAfter }) => [name, begunAfter]).toSorted()).toEqual([
    ['PutItem', 0],
    ['Query', 0],
  ]);
  expect(evidence).toMatchObject({ subject: aPerson, verdict: 'clear', measures: [], readAt: NOW.at });
  expect(evidence?.coverage.map(({ source, state }) => [source, state])).toEqual([
    ['cq-dishonest-debtors', 'fresh'],
    ['cq-false-registrations', 'fresh'],
    ['sc-dishonest-debtors', 'fresh'],
    ['sc-false-registrations', 'fresh'],
  ]);
});

test('nobody asked for is nobody read, and nothing to log', async () => {
  recorded.reset();
  const asker = { id: 'officer', authority: 'reg-511623', jurisdiction: 'SC' };
  const asked = { subjects: [], purpose: 'registration', basis: 'registration-review', asker, moment: NOW };
  expect(await createReadStandings(service)(asked)).toEqual([]);
  expect(recorded.calls).toEqual([]);
});
