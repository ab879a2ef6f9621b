import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/streams/filings/handlers.ts';
import { createCountFairness, measuring } from '../../lib/acts/count-fairness.ts';
import { createReadFairness } from '../../lib/acts/read-fairness.ts';
import { contributionOf } from '../../lib/domain/fairness/contribution.ts';
import type { FilingStep } from '../../lib/domain/registration/filing-step.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { createFairnessStore } from '../../lib/store/fairness-store.ts';
import { keys } from '../../lib/store/keys.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { deliver } from '../../local/stream-delivery.ts';
import { aStep } from '../support/a-step.ts';
import { moment } from '../support/credit-service.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { day } from '../support/records.ts';
import { injectFaults } from '../support/sdk-faults.ts';
import { streamEventOf } from '../support/stream-events.ts';

let tables: TestTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const newStore = () => createFairnessStore(tables.client, tables.names.filings);
/** A function that was just started: nothing is in its memory. */
const newFunction = () =>
  createHandler([createCountFairness({ fairness: newStore(), writeAll: writeAllWith(tables.client) })]);

/** Reads as well as transactions are among them. */
const FAILING = new Set([2, 11, 19]);

const itemOf = (step: FilingStep) => ({
  ...keys.filingEvent(step.filing, step.version),
  ...step,
  receipt: 'a.b.c',
});

/** Delivers as the stream does: from the first that failed on again, until each was taken. */
async function delivered(steps: readonly FilingStep[], handler = newFunction()): Promise<void> {
  const aside: unknown[] = [];
  await deliver(streamEventOf(steps.map(itemOf)).Records, {
    handler: (event) => handler(event),
    consumed: () => undefined,
    setAside: (record) => aside.push(record),
    signal: new AbortController().signal,
    attempts: 20,
    firstPauseMs: 1,
  });
  expect(aside).toEqual([]);
}

let filings = 0;
const freshId = (): string => {
  filings += 1;
  return `00000000-0000-4000-8000-${String(filings).padStart(12, '0')}`;
};

const ruled = (state: FilingStep['state'], by: string, at: string, more: object = {}) => ({
  state,
  ruling: { outcome: 'return' as const, by, at: at as Instant, on: day(at.slice(0, 10)), ...more },
});

const wayIn = fc.constantFrom(
  { channel: 'online' } as const,
  ...['511623', '500231', '511602', '500101'].map(
    (code) => ({ channel: 'window', window: `win-${code}`, authority: `reg-${code}` }) as const,
  ),
);
const ending = fc.constantFrom(
  undefined,
  ruled('registered', 'officer', '2026-11-25T03:00:00.000Z'),
  ruled('returned', 'officer', '2026-11-27T03:00:00.000Z'),
  ruled('refused', 'officer', '2026-12-09T03:00:00.000Z', { grounds: ['credit.office-bar'] }),
  ruled('refused', 'officer', '2026-11-24T03:00:00.000Z', { departure: 'public-interest' }),
);
const atOnce = fc.constantFrom(
  ruled('registered', 'standard', '2026-11-23T02:00:00.000Z'),
  ruled('returned', 'standard', '2026-11-23T02:00:00.000Z'),
);

/** One filing's steps from its first version on: decided as it comes in, or after up to three steps of an extension. */
const history = fc
  .record({
    envelope: fc.record({
      item: fc.constantFrom('establish-company', 'reserve-name'),
      decidedBy: fc.constantFrom('reg-511623', 'reg-500231'),
      acceptedBy: wayIn,
    }),
    first: fc.option(atOnce, { nil: undefined, freq: 3 }),
    waits: fc.integer({ min: 0, max: 3 }),
    last: ending,
  })
  .map(({ envelope, first, waits, last }): readonly FilingStep[] => {
    const filing = freshId();
    const step = (version: number, more: Partial<FilingStep>) =>
      aStep({ ...envelope, filing, version, ...more });
    if (first !== undefined) return [step(1, first)];
    const waiting = Array.from({ length: waits + 1 }, (_, at) =>
      step(at + 1, at === 2 ? { extended: true } : {}),
    );
    return last === undefined ? waiting : [...waiting, step(waits + 2, last)];
  });

/** What the cells must be, added up from what each filing is in the end. */
function recomputed(histories: readonly (readonly FilingStep[])[]) {
  const cells = new Map<string, Record<string, number>>();
  for (const steps of histories) {
    const last = steps.at(-1);
    if (last === undefined) continue;
    const { cell, tally } = contributionOf(last, measuring());
    const name = [cell.item, cell.accepting, cell.deciding, cell.window].join(' ');
    const sum = cells.get(name) ?? {};
    for (const [key, count] of Object.entries(tally)) sum[key] = (sum[key] ?? 0) + count;
    cells.set(name, sum);
  }
  return Object.fromEntries(cells);
}

/** Each run counts items of its own, by a mark at their end. */
let runs = 0;
function freshRun() {
  runs += 1;
  const mark = `-run${runs}`;
  const marked = (steps: readonly FilingStep[]) =>
    steps.map((step) => ({ ...step, item: `${step.item}${mark}` }));
  return { mark, marked };
}

async function counted(mark: string) {
  const cells = (await newStore().listMonth('2026-11')).filter(({ cell }) => cell.item.endsWith(mark));
  return Object.fromEntries(
    cells.map(({ cell, tally }) => [
      [cell.item, cell.accepting, cell.deciding, cell.window].join(' '),
      tally,
    ]),
  );
}

describe('the counts are what the filings are in the end', () => {
  test('whatever the histories, however often and in whatever order their steps come, over restarts', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(history, { minLength: 1, maxLength: 8 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.infiniteStream(fc.nat()),
        async (drawn, again, order) => {
          const { mark, marked } = freshRun();
          const histories = drawn.map(marked);
          const steps = histories.flat();
          const repeated = again.flatMap((at) => steps[at % steps.length] ?? []);
          const shuffled = [...steps, ...repeated]
            .map((step) => ({ step, at: order.next().value ?? 0 }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ step }) => step);
          const half = Math.floor(shuffled.length / 2);
          await delivered(shuffled.slice(0, half));
          await delivered(shuffled.slice(Math.floor(half / 2)));
          expect(await counted(mark)).toEqual(recomputed(histories));
        },
      ),
      { numRuns: 25 },
    );
  });

  test('with several readers of the stream at one moment', async () => {
    const { mark, marked } = freshRun();
    const histories = fc.sample(history, { numRuns: 36, seed: 7 }).map(marked);
    const shards = [0, 1, 2, 3].map((shard) => histories.filter((_, at) => at % 4 === shard).flat());
    await Promise.all([...shards, ...shards].map((steps) => delivered(steps)));
    expect(await counted(mark)).toEqual(recomputed(histories));
  });

  test.each(['error', 'lost-answer'] as const)('with calls that fail: %s', async (fault) => {
    const { mark, marked } = freshRun();
    const histories = fc.sample(history, { numRuns: 10, seed: 11 }).map(marked);
    const injected = await injectFaults(tables.client, (_, number) =>
      FAILING.has(number) ? fault : undefined,
    );
    try {
      await delivered(histories.flat());
    } finally {
      await injected.stop();
    }
    expect(await counted(mark)).toEqual(recomputed(histories));
  });
});

test('a filing whose cell is another one later leaves the first', async () => {
  const { mark, marked } = freshRun();
  const filing = freshId();
  const first = { filing, decidedBy: 'reg-511623' };
  await delivered(marked([aStep(first), aStep({ ...first, version: 2, decidedBy: 'reg-500231' })]));
  expect(await counted(mark)).toEqual({
    [`establish-company${mark} online SC online`]: {},
    [`establish-company${mark} online CQ online`]: { filed: 1, open: 1 },
  });
});

describe('the report', () => {
  const read = (asked = {}) =>
    createReadFairness({ fairness: newStore() })(asked, moment('2025-11-26T04:00:00.000Z'));
  const window = { channel: 'window', window: 'win-500231', authority: 'reg-500231' } as const;
  const submitted = { submittedAt: '2025-11-24T02:00:00.000Z' as Instant, submittedOn: day('2025-11-24') };
  const many = (count: number, more: Partial<FilingStep>) =>
    Array.from({ length: count }, () =>
      aStep({ ...submitted, filing: freshId(), decidedBy: 'reg-511623', ...more }),
    );

  test('is of this month unless another is asked for, and of all items unless one is', async () => {
    await delivered([
      ...many(6, { ...ruled('registered', 'standard', '2025-11-24T02:00:00.000Z') }),
      ...many(5, {
        ...ruled('refused', 'officer', '2025-11-26T03:00:00.000Z', { grounds: ['names.taken'] }),
        acceptedBy: window,
      }),
      ...many(2, { item: 'reserve-name' }),
      ...many(1, { submittedOn: day('2025-10-30') }),
    ]);
    const report = await read();
    expect(report).toMatchObject({
      period: '2025-11',
      fewest: 5,
      workingHours: [{ from: '09:00', to: '17:00' }],
    });
    expect(report.rows).toEqual([
      expect.objectContaining({
        item: 'establish-company',
        accepting: 'CQ',
        window: 'other-side',
        deciding: 'SC',
        filed: 5,
        details: expect.objectContaining({
          timeToDecision: { median: { over: 16, upTo: 20 }, p90: { over: 16, upTo: 20 } },
          refusalsByGround: [{ rule: 'names.taken', count: 5 }],
        }),
      }),
      expect.objectContaining({ item: 'establish-company', accepting: 'online', filed: 6 }),
      {
        month: '2025-11',
        item: 'reserve-name',
        accepting: 'online',
        window: 'online',
        deciding: 'SC',
        filed: { fewerThan: 5 },
      },
    ]);
    expect((await read({ item: 'reserve-name' })).rows).toHaveLength(1);
    expect((await read({ period: '2025-10' })).rows).toHaveLength(1);
    expect((await read({ period: '2024-01' })).rows).toEqual([]);
    expect(
      await createReadFairness({ fairness: newStore() })({}, moment('2025-11-30T16:00:00.000Z')),
    ).toMatchObject({
      period: '2025-12',
      rows: [],
    });
  });

  test('of an item that does not exist there is none', async () => {
    await expect(read({ item: 'no-such-item' })).rejects.toMatchObject({ code: 'unknown-item' });
  });

  test('what is counted names nobody', async () => {
    const text = JSON.stringify(await newStore().listMonth('2025-11'));
    for (const name of ['applicant', 'officer', 'win-500231'])
      expect(text).not.toContain(name === 'officer' ? '"officer"' : name);
  });
});

test('an authority that the catalog does not know is a fault, and holds up nothing behind it', async () => {
  const { mark, marked } = freshRun();
  const [stray, good] = marked([
    aStep({ filing: freshId(), decidedBy: 'reg-nowhere' }),
    aStep({ filing: freshId(), decidedBy: 'reg-511623' }),
  ]);
  if (stray === undefined || good === undefined) throw new Error('Two were made');
  expect(await newFunction()(streamEventOf([stray, good].map(itemOf)))).toEqual({
    batchItemFailures: [{ itemIdentifier: '1' }],
  });
  expect(Object.keys(await counted(mark))).toHaveLength(1);
});
