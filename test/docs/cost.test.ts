import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  costOf,
  costPage,
  type Operations,
  type Prices,
  readOperations,
  readPrices,
} from '../../bin/cost.ts';

const page = readFileSync(new URL('../../docs/cost.md', import.meta.url), 'utf8');

test('docs/cost.md is what its data gives (npm run cost)', () => {
  expect(page).toBe(costPage(readOperations(), readPrices()));
});

test('it counts with 25 000 filings and 20 000 000 look-ups a day', () => {
  const { day } = readOperations();
  expect(Number(day['on the spot']) + Number(day['to review']) + Number(day.returned)).toBe(25_000);
  expect(day['look-up']).toBe(20_000_000);
});

test('every price says its source and how sure it is', () => {
  for (const { source, confidence } of Object.values(readPrices().prices)) {
    expect(source.length).toBeGreaterThan(5);
    expect(['seen', 'seen at second hand', 'memory']).toContain(confidence);
  }
});

const price = (amount: number, per: number) => ({ price: amount, per, what: '', source: '', confidence: '' });
const prices: Prices = {
  region: 'x',
  currency: 'XXX',
  asOf: '2026-01-01',
  prices: {
    readUnit: price(1, 10),
    writeUnit: price(5, 10),
    request: price(2, 1),
    invocation: price(4, 1),
    gibSecond: price(3, 1),
    signature: price(7, 1),
    logKilobyte: price(10, 1),
  },
};
const operations: Operations = {
  ...readOperations(),
  assumed: {
    ...readOperations().assumed,
    milliseconds: { filings: 500, authorizer: 1000, 'streams/x': 1000 },
    memoryMiB: { filings: 2048, authorizer: 512, 'streams/x': 1024 },
    logKilobytesPerRequest: 0.5,
    requestsPerAuthorizerCall: 2,
  },
};

test('an operation costs its request, its functions, its units, its signatures and its logs', () => {
  const filing = { what: '', surface: 'filings', reads: 3, writes: 4, signatures: 2 };
  const { whole, ...parts } = costOf(filing, operations, prices);
  // 1.5 calls at 4; 0.5 s × 2 GiB and half of 1 s × 0.5 GiB, at 3.
  expect(parts.gateway).toBe(2);
  expect(parts.functions).toBeCloseTo(6 + 3.75, 9);
  expect(parts.tables).toBeCloseTo(0.3 + 2, 9);
  expect(parts.keys).toBe(14);
  expect(parts.logs).toBe(5);
  expect(whole).toBeCloseTo(33.05, 9);
});

test('a stream pays no gateway, and one call for a hundred entries', () => {
  const shown = { what: '', surface: 'streams/x', reads: 0, writes: 1, signatures: 0 };
  expect(costOf(shown, operations, prices)).toMatchObject({
    gateway: 0,
    functions: 3.04,
    tables: 0.5,
    logs: 0,
  });
});
