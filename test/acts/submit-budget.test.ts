import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { countsUnits } from '../support/counts-units.ts';
import { NOW } from '../support/credit-service.ts';
import {
  aDoubtfulFiling,
  applicant,
  named,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';
import { recordCalls, type SentCommand } from '../support/sdk-faults.ts';

let service: RegistrationService;
let recorded: ReturnType<typeof recordCalls>;

beforeAll(async () => {
  service = await startRegistrationService();
  // The first submission of an instance reads the sources.
  await service.submit(await service.proven(aCompanyFiling()));
  recorded = recordCalls(service.client);
});
afterAll(() => service.stop());

/** The calls by step: those of one step began when as many others were over. */
const stepsOf = (calls: readonly SentCommand[]) =>
  [...Map.groupBy(calls, ({ begunAfter }) => begunAfter).values()].map((step) =>
    step.map(({ name }) => name).toSorted(),
  );
const readsOf = (calls: readonly SentCommand[]) =>
  calls.flatMap(({ name, input }) => {
    if (name === 'BatchGetItem')
      return Object.values(input.RequestItems as Record<string, { ConsistentRead?: boolean }>);
    return name === 'GetItem' || name === 'Query' ? [input as { ConsistentRead?: boolean }] : [];
  });

test.runIf(countsUnits)('on the spot: three steps, two signatures', async () => {
  const facts = await service.proven(named('青岚'));
  const before = service.signatures();
  recorded.reset();
  const told = await service.submit(facts, { key: 'key-1' });
  expect(told.state).toBe('registered');
  expect(stepsOf(recorded.calls)).toEqual([
    ['GetItem', 'GetItem'],
    ['BatchGetItem', 'PutItem'],
    ['TransactWriteItems'],
  ]);
  expect(service.signatures() - before).toBe(2);
  expect(readsOf(recorded.calls).map(({ ConsistentRead }) => ConsistentRead)).toEqual([true, true, true]);
  // 2 of what is written claim the licence's place in the list of statuses.
  expect({
    reads: recorded.units('GetItem', 'BatchGetItem'),
    log: recorded.units('PutItem'),
    written: recorded.units('TransactWriteItems'),
  }).toEqual({ reads: 8, log: 1, written: 65 });
});

test('to review: three steps, one signature', async () => {
  const facts = await service.proven(named('碧岚', aDoubtfulFiling()));
  const before = service.signatures();
  recorded.reset();
  expect((await service.submit(facts)).state).toBe('in-review');
  expect(stepsOf(recorded.calls)).toEqual([['GetItem'], ['BatchGetItem', 'PutItem'], ['TransactWriteItems']]);
  expect(service.signatures() - before).toBe(1);
});

test('returned: two steps, one signature, nobody looked up', async () => {
  recorded.reset();
  const before = service.signatures();
  expect((await service.submit(named('绿岚'), { key: 'key-2' })).state).toBe('returned');
  expect(stepsOf(recorded.calls)).toEqual([['GetItem', 'GetItem'], ['TransactWriteItems']]);
  expect(service.signatures() - before).toBe(1);
});

test('a check: one step, which reads names alone', async () => {
  recorded.reset();
  await service.acts.check(applicant, { item: 'establish-company', facts: aCompanyFiling() }, NOW);
  expect(recorded.calls.map(({ name }) => name)).toEqual(['GetItem']);
});

test('whoever reads a filing, its receipt, an enterprise or a licence reads what was written last', async () => {
  const told = await service.submit(await service.proven(named('澄岚')));
  const code = told.registration?.code ?? '';
  const reads: readonly (readonly [number, () => Promise<unknown>])[] = [
    [1, () => service.read.get(applicant, told.id)],
    [2, () => service.read.receipt(applicant, told.id)],
    [1, () => service.enterprisesFor.get(code)],
    [2, () => service.enterprisesFor.licence(code)],
  ];
  for (const [count, read] of reads) {
    recorded.reset();
    await read();
    expect(readsOf(recorded.calls).map(({ ConsistentRead }) => ConsistentRead)).toEqual(
      Array.from({ length: count }, () => true),
    );
    expect(recorded.calls.length).toBe(count);
  }
});
