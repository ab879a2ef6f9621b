import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { project } from '../bundling.ts';

const price = z.object({ price: z.number(), per: z.number() });
const prices = z.object({
  region: z.string(),
  currency: z.string(),
  asOf: z.string(),
  prices: z.object({
    readUnit: price,
    writeUnit: price,
    request: price,
    invocation: price,
    gibSecond: price,
    logKilobyte: price,
  }),
});
const operation = z.object({ surface: z.string(), reads: z.number(), writes: z.number() });
const operations = z.object({
  assumed: z.object({
    milliseconds: z.record(z.string(), z.number()),
    memoryMiB: z.record(z.string(), z.number()),
    logKilobytesPerRequest: z.number(),
  }),
  operations: z.record(z.string(), operation),
  day: z.record(z.string(), z.union([z.number(), z.string()])),
});

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(project.root, 'docs/cost', name), 'utf8'));

/** What a unit of each thing that is measured costs, and what a day of docs/cost.md comes to by these alone. */
export interface UnitPrices {
  readonly currency: string;
  /** Whose prices they are, and of when. */
  readonly told: string;
  readonly readUnit: number;
  readonly writeUnit: number;
  /** A request at the gateway with its call of a function and its lines in the log. */
  readonly request: number;
  readonly gibSecond: number;
  readonly foretoldDay: number;
}

/**
 * Prices and the foretold day, as data of docs/cost. Signatures and what is stored are not in it: nothing measures the ones by
 * deployment, and the others grow by the month.
 */
export function readUnitPrices(): UnitPrices {
  const { region, currency, asOf, prices: listed } = z.parse(prices, read('prices.json'));
  const { assumed, operations: known, day } = z.parse(operations, read('operations.json'));
  const unit = (name: keyof typeof listed): number => listed[name].price / listed[name].per;
  const units = {
    readUnit: unit('readUnit'),
    writeUnit: unit('writeUnit'),
    request: unit('request') + unit('invocation') + assumed.logKilobytesPerRequest * unit('logKilobyte'),
    gibSecond: unit('gibSecond'),
  };
  const costOf = ({ surface, reads, writes }: z.output<typeof operation>): number => {
    const gibSeconds =
      ((assumed.milliseconds[surface] ?? 0) / 1_000) * ((assumed.memoryMiB[surface] ?? 0) / 1_024);
    const request = /^(streams|import-steps)\//.test(surface) ? 0 : units.request;
    return reads * units.readUnit + writes * units.writeUnit + request + gibSeconds * units.gibSecond;
  };
  const foretoldDay = Object.entries(known).reduce(
    (sum, [name, one]) => sum + costOf(one) * Number(day[name] ?? 0),
    0,
  );
  return { currency, told: `${currency}, ${region}, ${asOf}`, ...units, foretoldDay };
}
