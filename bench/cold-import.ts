import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Bundle, bundleInto, project } from '../lib/cloud/bundling.ts';
import { deployedEnvironment } from './deployed-environment.ts';
import { interleave } from './interleave.ts';
import type { Measurement } from './measurement.ts';

/** The least a function over DynamoDB can be. */
const BARE = `
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
const client = new DynamoDBClient();
export const handler = ({ id }) => client.send(new GetItemCommand({ TableName: 'bench', Key: { pk: { S: id } } }));
`;

const functions = join(project.root, 'functions');

/** Every folder with an entry file is a function. */
const entries = (): readonly string[] =>
  readdirSync(functions, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('index.ts'))
    .map((file) => join(functions, file))
    .toSorted();

/** Milliseconds that a fresh process takes to import a module, without its own start. */
async function importMs(file: string): Promise<number> {
  const url = JSON.stringify(pathToFileURL(file).href);
  const script = `const t = performance.now(); const { handler } = await import(${url}); const took = performance.now() - t;
if (typeof handler !== 'function') throw new Error('no handler'); console.log(took);`;
  const started = promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: deployedEnvironment,
  });
  return Number((await started).stdout);
}

const FLOOR = 'a bare handler';

/** Each function as it is deployed, imported by a fresh process, against one that has the DynamoDB client alone. */
export const coldImport: Measurement = {
  name: 'cold-import',
  run: async (bench) => {
    const folder = await bench.folder('bundles');
    const bare = join(folder, 'bare.js');
    await writeFile(bare, BARE);
    const bundles: Record<string, Bundle> = { [FLOOR]: bundleInto(join(folder, 'bare'), bare) };
    for (const entry of entries()) {
      const name = relative(functions, dirname(entry));
      bundles[name] = bundleInto(join(folder, name), entry);
    }
    const files = Object.fromEntries(Object.entries(bundles).map(([name, { file }]) => [name, file]));
    const medians = await interleave(files, importMs, { rounds: 11, warmUp: 1 });
    const floor = medians[FLOOR] ?? Number.NaN;
    const kb = (bundle?: Bundle): number => Math.round((bundle?.atStart ?? 0) / 1_000);
    return Object.entries(bundles)
      .filter(([name]) => name !== FLOOR)
      .map(([name, one]) => ({
        what: `cold import of ${name}`,
        unit: 'ms' as const,
        measured: medians[name] ?? Number.NaN,
        floor,
        budget: { of: 'ratio' as const, atMost: 1.4 },
        note: `${kb(one)} kB at once, ${Math.round(one.whole / 1_000)} kB in all (bare ${kb(bundles[FLOOR])} kB)`,
      }));
  },
};
