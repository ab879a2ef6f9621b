import { readFileSync, writeFileSync } from 'node:fs';

interface Operation {
  readonly what: string;
  readonly surface: string;
  readonly reads: number;
  readonly writes: number;
  readonly signatures: number;
}

export interface Operations {
  readonly assumed: {
    readonly milliseconds: Readonly<Record<string, number>>;
    readonly memoryMiB: Readonly<Record<string, number>>;
    readonly logKilobytesPerRequest: number;
    readonly requestsPerAuthorizerCall: number;
    readonly keys: number;
    readonly storedKilobytesPerLookup: number;
    readonly daysPerMonth: number;
  };
  readonly operations: Readonly<Record<string, Operation>>;
  readonly day: Readonly<Record<string, number | string>>;
}

interface Price {
  readonly price: number;
  readonly per: number;
  readonly what: string;
  readonly source: string;
  readonly confidence: string;
}

export interface Prices {
  readonly region: string;
  readonly currency: string;
  readonly asOf: string;
  readonly prices: Readonly<Record<string, Price>>;
}

const folder = new URL('../docs/cost/', import.meta.url);
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

export const readOperations = (): Operations => read('operations.json') as Operations;
export const readPrices = (): Prices => read('prices.json') as Prices;

/** What one unit of each kind costs, by the name of its price. */
const unitOf = ({ prices }: Prices, name: string): number => {
  const found = prices[name];
  if (found === undefined) throw new Error(`docs/cost/prices.json has no price ${name}`);
  return found.price / found.per;
};

/** Of what answers no request: how many entries of a stream, or rows of a file, one call takes. */
const entriesOfCall = (surface: string): number | undefined =>
  surface.startsWith('streams/') ? 100 : surface.startsWith('import-steps/') ? 1_000 : undefined;

/** Cost of one operation by part, in the currency of the prices. */
export function costOf(operation: Operation, { assumed }: Operations, prices: Prices) {
  const { surface, reads, writes, signatures } = operation;
  const seconds = (name: string): number =>
    ((assumed.milliseconds[name] ?? 0) / 1000) * ((assumed.memoryMiB[name] ?? 0) / 1024);
  const authorizer = 1 / assumed.requestsPerAuthorizerCall;
  const unit = (name: string): number => unitOf(prices, name);
  const entries = entriesOfCall(surface);
  const isAsked = entries === undefined;
  const gateway = isAsked ? unit('request') : 0;
  const calls = isAsked ? 1 + authorizer : 1 / entries;
  const time = seconds(surface) + (isAsked ? authorizer * seconds('authorizer') : 0);
  const parts = {
    gateway,
    functions: calls * unit('invocation') + time * unit('gibSecond'),
    tables: reads * unit('readUnit') + writes * unit('writeUnit'),
    keys: signatures * unit('signature'),
    logs: isAsked ? assumed.logKilobytesPerRequest * unit('logKilobyte') : 0,
  };
  return { ...parts, whole: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}

const money = (value: number): string =>
  value.toLocaleString(
    'en-US',
    value < 10 ? { minimumFractionDigits: 2, maximumFractionDigits: 2 } : { maximumFractionDigits: 0 },
  );
const perMillion = (value: number): string =>
  (value * 1_000_000).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const count = (value: number): string => value.toLocaleString('en-US').replaceAll(',', ' ');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, index) => (index === 0 ? '---' : '---:')).join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');

/** docs/cost.md as the data gives it. */
export function costPage(operations: Operations, prices: Prices): string {
  const entries = Object.entries(operations.operations).map(([name, operation]) => ({
    operation,
    cost: costOf(operation, operations, prices),
    daily: Number(operations.day[name] ?? 0),
  }));
  const { assumed } = operations;
  const sum = entries.reduce((total, { cost, daily }) => total + cost.whole * daily, 0);
  const monthly = sum * assumed.daysPerMonth;
  const lookups = Number(operations.day['look-up']);
  const grown = (lookups * assumed.daysPerMonth * assumed.storedKilobytesPerLookup) / 1024 / 1024;
  const stored = unitOf(prices, 'storedGibMonth') + unitOf(prices, 'recoverableGibMonth');
  const { currency } = prices;
  return `# What it costs

Made by \`npm run cost\` from [operations.json](cost/operations.json) and [prices.json](cost/prices.json); do not edit.
Read units, write units and signatures are measured on the engine, and a test fails when they change. Prices are data of
${prices.asOf} for ${prices.region}, in ${currency}, each with its source and confidence: **check them before you rely on a sum.**
Nothing here has been seen on a bill (undeployed). Prices of China regions are not known here: they are in CNY, and the same
page comes out of a \`prices.json\` with them.

## One operation

Units, and ${currency} for a million of each.

${table(
  [
    'Operation',
    'reads',
    'writes',
    'signatures',
    'gateway',
    'functions',
    'tables',
    'keys',
    'logs',
    'a million',
  ],
  entries.map(({ operation, cost }) => [
    operation.what,
    String(operation.reads),
    String(operation.writes),
    String(operation.signatures),
    perMillion(cost.gateway),
    perMillion(cost.functions),
    perMillion(cost.tables),
    perMillion(cost.keys),
    perMillion(cost.logs),
    `**${perMillion(cost.whole)}**`,
  ]),
)}

## A day, and a month

${operations.day.note}

${table(
  ['Operation', 'a day', `${currency} a day`],
  entries.map(({ operation, cost, daily }) => [operation.what, count(daily), money(cost.whole * daily)]),
)}
| **Together** | | **${money(sum)}** |

A month of ${assumed.daysPerMonth} such days: **${money(monthly)} ${currency}**, and ${money(assumed.keys * unitOf(prices, 'keyMonth'))} for ${assumed.keys} keys.

The log of look-ups grows by at most ${money(grown)} GB a month (two entries of at most 1 kB each); a month's growth costs ${money(grown * stored)} ${currency}
for each month that it is kept, with point-in-time recovery. It is the part of the bill that grows, and the first to be
looked at: what is older than the questions asked of it need not stay in the table, as its copy stands in the locked bucket. That grows by at most half
as much (an entry without what is fanned out), at the price of the bucket, which is not in the sum.

## What moves the sum

- A look-up of a thousand subjects is one request, one log entry and at most 2 000 read units: cheaper by the subject than
  one at a time, by what the gateway, the function and the log cost.
- Units do not grow with the history behind a subject (asserted); the price of a look-up is the same after ten years.
- A file of records costs besides its rows four steps of the state machine and one call for each thousand of them, and the bucket for days.
- Alarms, dashboards, the trail of the account, traffic out, and the user pool where there is one are not in the sum.

## Assumed

Billed milliseconds, memory and log sizes: ${Object.entries(assumed.milliseconds)
    .map(([name, milliseconds]) => `${name} ${milliseconds} ms at ${assumed.memoryMiB[name]} MiB`)
    .join(
      ', ',
    )}; ${assumed.logKilobytesPerRequest} kB of log a request; the authorizer is asked once in ${assumed.requestsPerAuthorizerCall} requests.
A test holds the memory to what is deployed.

## Prices

${table(
  ['What', `${currency}`, 'for', 'source', 'confidence'],
  Object.values(prices.prices).map(({ what, price, per, source, confidence }) => [
    what,
    String(price),
    count(per),
    source,
    confidence,
  ]),
)}
`;
}

/** `npm run cost`: writes docs/cost.md anew from its data. */
if (import.meta.main) {
  writeFileSync(new URL('../docs/cost.md', import.meta.url), costPage(readOperations(), readPrices()));
  console.log('docs/cost.md written');
}
