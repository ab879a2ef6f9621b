import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Bundle, bundleInto, project } from '../lib/cloud/bundling.ts';
import { interleave } from './interleave.ts';
import type { Measurement } from './measurement.ts';

/** As a deployed function has it; nothing is called when it is imported. */
const environment = {
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_REGION: 'cn-north-1',
  TABLE_FILINGS: 'filings',
  TABLE_CREDIT: 'credit',
  TABLE_LOOKUP_LOG: 'lookup-log',
  STAGE: 'bench',
  PUBLIC_URL: 'https://tongbiao.example',
  BUILD: 'bench',
  KEYS: 'kms',
  RECEIPT_KEY: '11111111-1111-4111-8111-111111111111',
  LICENCE_KEY: '22222222-2222-4222-8222-222222222222',
  LOG_KEY: '55555555-5555-4555-8555-555555555555',
  SUBJECT_HASH_KEY: '33333333-3333-4333-8333-333333333333',
  SEAL_KEY: '44444444-4444-4444-8444-444444444444',
  MATERIALS_BUCKET: 'materials',
  ISSUERS: '[]',
  IDENTITY_PROVIDERS: '[]',
};

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
    env: environment,
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
