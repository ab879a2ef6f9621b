import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { coldImport } from './cold-import.ts';
import { importing } from './import.ts';
import { lookUp } from './look-up.ts';
import { type Figure, isWithin, type Measurement } from './measurement.ts';
import { tableOf, toldToPrograms } from './report.ts';
import { rules } from './rules.ts';
import { start } from './start.ts';
import { submit } from './submit.ts';
import { openWorkbench } from './workbench.ts';

/** `npm run bench [-- <measurement> …] [--json] [--strict] [--full]`; `docs/performance.md` says how to read it. */
const measurements: readonly Measurement[] = [lookUp, submit, importing, rules, coldImport, start];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    strict: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  },
});

const names = measurements.map(({ name }) => name);
const unknown = positionals.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no measurement ${unknown.join(', ')}. There are: ${names.join(', ')}.`);
  process.exit(1);
}

const { bench, clear } = await openWorkbench({ full: options.full });
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void clear().finally(() => process.exit(130)));

const figures: Figure[] = [];
for (const { name, run } of measurements) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const began = performance.now();
  try {
    figures.push(...(await run(bench)));
    console.error(`${name}: ${((performance.now() - began) / 1_000).toFixed(1)} s`);
  } catch (error) {
    console.error(`${name} could not be measured:`, error);
    process.exitCode = 1;
  }
}
await clear();

const machine = { cpu: cpus()[0]?.model.trim(), cores: cpus().length, node: process.version };
const engine = process.env.DYNAMODB_ENDPOINT ?? 'embedded';
const told = { takenAt: new Date().toISOString(), ...machine, engine, figures: toldToPrograms(figures) };
const json = JSON.stringify(told, undefined, 2);
const results = new URL('results/', import.meta.url);
await mkdir(results, { recursive: true });
await writeFile(new URL('latest.json', results), `${json}\n`);
console.log(
  options.json
    ? json
    : `\n${tableOf(figures)}\n\n${machine.cores} cores, ${machine.cpu}, Node ${machine.node}, engine ${engine}`,
);
if (options.strict && figures.some((figure) => isWithin(figure) === false)) process.exitCode = 1;
