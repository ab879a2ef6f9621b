import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { documentClient } from '../lib/store/client.ts';
import { importPlace } from '../lib/store/disk-import-files.ts';
import { importKeys } from '../lib/store/import-files.ts';
import { tableNames } from '../local/create-tables.ts';
import { drawFile } from '../local/load/draw-records.ts';
import { importSteps, now, publisher } from './import-steps.ts';

/**
 * A process of its own: imports a drawn file of so many rows step by step, and writes the most megabytes it ever held.
 * Called by `bench/import.ts` with the rows, an engine, the prefix of its tables and a folder.
 */
const [rows = '', endpoint = '', prefix = '', folder = ''] = process.argv.slice(2);

const client = documentClient({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
});
const steps = importSteps({ client, names: tableNames(prefix) }, folder);
const drawn = join(folder, 'drawn.csv');
await pipeline(Readable.from(drawFile(Number(rows))), createWriteStream(drawn));
const hash = createHash('sha256');
for await (const part of createReadStream(drawn)) hash.update(part as Buffer);
const declared = {
  format: 'csv',
  encoding: 'utf-8',
  bytes: statSync(drawn).size,
  sha256: hash.digest('hex'),
} as const;
const { import: opened } = await steps.request(publisher, declared, now());
const place = importPlace(folder, importKeys.upload(opened.id));
mkdirSync(dirname(place), { recursive: true });
await pipeline(createReadStream(drawn), createWriteStream(place));
const { chunks } = await steps.split(opened.id);
for (let chunk = 1; chunk <= chunks; chunk += 1) await steps.chunk({ import: opened.id, chunk });
const state = await steps.finish(opened.id);
if (state !== 'finished') throw new Error(`The import is ${state}`);
console.log(process.resourceUsage().maxRSS / 1_024);
client.destroy();
