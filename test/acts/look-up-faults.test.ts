import { afterEach, beforeEach, expect, test } from 'vitest';
import { createReadStandings } from '../../lib/acts/read-standings.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { organisationKey } from '../../lib/domain/subject/subject-key.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  organisation,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import { type Fault, faults, injectFaults, recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
// A service for each test: a client that met many faults no longer retries.
beforeEach(async () => {
  service = await startCreditService();
  await service.allComplete('2026-11-23T01:00:00.000Z');
  await service.publish(aDebtorRecord());
});
afterEach(() => service.stop());

const many: readonly NamedSubject[] = [
  person,
  organisation,
  ...Array.from(
    { length: 118 },
    (_, index): NamedSubject => ({
      kind: 'person',
      document: { kind: 'passport', number: `E${20_000_000 + index}` },
    }),
  ),
];
const questions = [
  ['one subject', [person], undefined],
  ['one clear subject', [many[5] ?? person], undefined],
  ['many subjects', many, undefined],
  ['a past day', [person, organisation], day('2026-06-01')],
] as const;

/** The truth of the data above: one person is listed, nobody else is. */
const isListed = (index: number, asked: readonly NamedSubject[]): boolean => asked[index] === person;

const ask = (
  subjects: readonly NamedSubject[],
  asOf: PlainDate | undefined,
  options: Parameters<CreditService['newLookUp']>[0] = {},
) =>
  service.newLookUp(options)(
    aCaller('reg-511623'),
    { purpose: 'registration', basis: 'registration-review', subjects, ...(asOf && { asOf }) },
    NOW,
  );
const logged = async () => (await service.itemsOf('lookupLog')).map(({ id }) => id as string);

for (const [name, subjects, asOf] of questions) {
  test.each(faults)(
    `${name}: whatever call meets the fault "%s", nobody is falsely clear and nothing unlogged`,
    async (fault) => {
      const recorded = recordCalls(service.client);
      await ask(subjects, asOf);
      const calls = recorded.calls.length;
      recorded.stop();
      expect(calls).toBeGreaterThanOrEqual(4);
      for (let failing = 0; failing < calls; failing += 1) {
        const injected = await injectFaults(service.client, (_, number) =>
          number === failing ? fault : undefined,
        );
        const outcome = await ask(subjects, asOf, { deadlineMs: 200 }).catch(
          (error: { code?: string }) => error.code ?? 'fault',
        );
        await injected.stop();
        if (typeof outcome === 'string') expect(outcome).toBe('lookup-not-logged');
        else {
          expect(await logged()).toContain(outcome.lookup);
          outcome.results.forEach(({ standing }, index) => {
            if (isListed(index, subjects)) expect(standing.verdict).not.toBe('clear');
            else expect(standing.verdict).not.toBe('hit');
          });
        }
      }
    },
  );
}

const always = (name: string, fault: Fault) =>
  injectFaults(service.client, (call) => (call.name === name ? fault : undefined));

test.each(['error', 'throttle', 'timeout', 'hang'] as const)(
  'a log that fails by "%s" fails the look-up',
  async (fault) => {
    const injected = await always('PutItem', fault);
    await expect(ask([person], undefined, { deadlineMs: 200 })).rejects.toMatchObject({
      code: 'lookup-not-logged',
    });
    await injected.stop();
  },
);

test.each(['error', 'throttle', 'timeout', 'hang'] as const)(
  'a count that fails by "%s" fails the look-up, which is logged',
  async (fault) => {
    const injected = await always('UpdateItem', fault);
    await expect(ask([person], undefined, { deadlineMs: 1_000 })).rejects.toMatchObject({
      code: 'lookup-not-logged',
    });
    await injected.stop();
    expect((await logged()).length).toBe(1);
  },
);

const counted = async () =>
  (await service.itemsOf('credit')).flatMap(({ pk, total }) =>
    String(pk).startsWith('QUOTA#') ? [total] : [],
  );

test('a count whose answer was lost counts once, within the quota and at its end', async () => {
  const injected = await always('UpdateItem', 'lost-answer');
  const quotaFor = () => ({ hour: 3, day: 3, sharePercent: 80, sequentialPersons: 20 });
  await ask([person], undefined);
  expect(await counted()).toEqual([1]);
  await ask([person, organisation], undefined, { quotaFor });
  expect(await counted()).toEqual([3]);
  await expect(ask([person], undefined, { quotaFor })).rejects.toMatchObject({ code: 'quota-exceeded' });
  await injected.stop();
  expect(await counted()).toEqual([3]);
});

test('an alarm that cannot be written holds up no answer, and is told', async () => {
  const told: unknown[] = [];
  const quotaFor = () => ({ hour: 1, day: 1, sharePercent: 80, sequentialPersons: 20 });
  const injected = await injectFaults(service.client, ({ name, input }) => {
    const { pk } = (input as { Item?: { pk: string } }).Item ?? {};
    return name === 'PutItem' && pk?.startsWith('ALARM#') === true ? 'error' : undefined;
  });
  const { results } = await ask([person], undefined, { quotaFor, onFault: (each) => told.push(each) });
  await injected.stop();
  expect(results[0]?.standing.verdict).toBe('hit');
  expect(told.length).toBe(2);
});

test('a log entry whose answer was lost counts as written, once', async () => {
  const injected = await always('PutItem', 'lost-answer');
  const { lookup } = await ask([person], undefined);
  await injected.stop();
  expect((await logged()).filter((id) => id === lookup)).toEqual([lookup]);
});

test.each(['error', 'throttle', 'timeout', 'hang'] as const)(
  'reads that fail by "%s" leave all unknown, and are told',
  async (fault) => {
    for (const [name, subjects] of [
      ['Query', [person]],
      ['BatchGetItem', many],
    ] as const) {
      const told: unknown[] = [];
      const injected = await always(name, fault);
      const { results } = await ask(subjects, undefined, {
        onFault: (each) => told.push(each),
        deadlineMs: 1_500,
      });
      await injected.stop();
      expect(results.every(({ standing }) => standing.verdict === 'unknown')).toBe(true);
      expect(results[0]?.standing.reasons).toContain('read-failed');
      expect(told.length).toBeGreaterThan(0);
    }
  },
);

test('keys that stay unprocessed for ever make their subjects unknown, and no other', async () => {
  const injected = await always('BatchGetItem', 'partial');
  const { results } = await ask(many, undefined);
  await injected.stop();
  const verdicts = results.map(({ standing }) => standing.verdict);
  // Three batches of 100, 100 and 40 keys, two keys a subject: the last one of each.
  expect(verdicts.flatMap((verdict, index) => (verdict === 'unknown' ? [index] : []))).toEqual([49, 99, 119]);
  expect(verdicts.filter((verdict) => verdict === 'clear').length).toBe(116);
  expect(verdicts[0]).toBe('hit');
});

test.each(['partial', 'empty-partial'] as const)(
  'keys left unprocessed once (%s) are asked for again',
  async (fault) => {
    let batches = 0;
    const injected = await injectFaults(service.client, ({ name }) => {
      if (name !== 'BatchGetItem') return undefined;
      batches += 1;
      return batches <= 3 ? fault : undefined;
    });
    const { results } = await ask(many, undefined);
    await injected.stop();
    expect(batches).toBe(6);
    expect(results.map(({ standing }) => standing.verdict)).toEqual([
      'hit',
      ...many.slice(1).map(() => 'clear'),
    ]);
  },
);

test('evidence is unknown where a read failed, and not given at all where the log did', async () => {
  const asked = {
    subjects: [organisationKey('91500231MA5U000A5X')],
    purpose: 'simple-cancellation',
    basis: 'simple-cancellation-review',
    asker: { id: 'officer', authority: 'reg-511623', jurisdiction: 'SC' },
    moment: NOW,
  };
  const reads = await always('Query', 'error');
  expect(await createReadStandings(service)(asked)).toMatchObject([{ verdict: 'unknown', measures: [] }]);
  await reads.stop();
  const log = await always('PutItem', 'error');
  await expect(createReadStandings(service)(asked)).rejects.toMatchObject({ code: 'lookup-not-logged' });
  await log.stop();
});
