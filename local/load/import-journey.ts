import { createReadStream, createWriteStream, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import {
  awaitImport,
  fetchReceipts,
  type ImportClient,
  readImport,
  sendFile,
  type ToldImport,
} from '../import-file.ts';
import { fetchAccessToken } from '../tokens.ts';
import { checkRecords } from './check-records.ts';
import { type DrawnRow, drawFile, drawRow } from './draw-records.ts';
import { type ServiceProcess, startServiceProcess } from './service-process.ts';

export interface ImportJourney {
  readonly rows: number;
  readonly counts: ToldImport['counts'];
  /** Rows that were done when the service was killed. */
  readonly killedAt: number;
  /** Seconds: until all receipts were there, and until all changes were told. */
  readonly imported: number;
  readonly told: number;
  readonly megabytes: number | undefined;
  /** Whatever is not as it has to be; empty where all is. */
  readonly wrong: readonly string[];
}

interface Receipt {
  readonly outcome: string;
  readonly record: string;
  readonly code: string;
}

/** By row. */
async function receiptsIn(file: string): Promise<ReadonlyMap<number, Receipt>> {
  const receipts = new Map<number, Receipt>();
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    const [row = '', , outcome = '', record = '', code = ''] = line.split(',');
    if (!/^\d+$/.test(row)) continue;
    if (receipts.has(Number(row))) receipts.set(0, { outcome: 'row told twice', record: row, code: '' });
    receipts.set(Number(row), { outcome, record: record.slice('/v1/credit/records/'.length), code });
  }
  return receipts;
}

/** What is wrong with the receipt of a row; `undefined` where it is right. */
function whyWrong(drawn: DrawnRow, receipts: ReadonlyMap<number, Receipt>): string | undefined {
  const told = receipts.get(drawn.row);
  const first = drawn.twinOf === undefined ? undefined : receipts.get(drawn.twinOf);
  const pair = [first?.outcome, told?.outcome].toSorted().join();
  const isRight = {
    accepted: told?.outcome === 'accepted',
    'already-held': told?.outcome === 'already-held',
    refused: told?.outcome === 'refused' && told.code === 'invalid-request',
    'twins-alike': pair === 'accepted,duplicate' && first?.record === told?.record,
    'twins-differ': pair === 'accepted,refused',
  }[drawn.expected];
  return isRight ? undefined : `row ${drawn.row}, ${drawn.expected}: ${JSON.stringify({ told, first })}`;
}

/** The first of twins may be the one that was not accepted. */
function wrongReceipts(rows: number, receipts: ReadonlyMap<number, Receipt>): readonly string[] {
  const drawn = Array.from({ length: rows }, (_, index) => drawRow(index));
  const twins = new Set(drawn.flatMap(({ twinOf }) => twinOf ?? []));
  const wrong = drawn.filter(({ row }) => !twins.has(row)).flatMap((one) => whyWrong(one, receipts) ?? []);
  return receipts.size === rows ? wrong : [`${receipts.size} receipts for ${rows} rows`, ...wrong];
}

const HELD = [3, 103, 203, 303, 403];

async function publishHeld({ url, token }: ImportClient, rows: number): Promise<void> {
  for (const index of HELD.filter((at) => at < rows)) {
    const headers = { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' };
    const body = JSON.stringify(drawRow(index).record);
    const { status } = await fetch(`${url}/v1/credit/records`, { method: 'POST', headers, body });
    if (status !== 201) throw new Error(`Not published: ${status}`);
  }
}

async function changesOf(
  service: ServiceProcess,
  expected: number,
  patienceMs: number,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  const records = new Set<string>();
  let token = '';
  let tokenAt = 0;
  let [after, last, since] = [0, 0, Date.now()];
  while (records.size < expected && Date.now() - since < patienceMs) {
    if (Date.now() - tokenAt > 1_800_000)
      [token, tokenAt] = [await fetchAccessToken(service.running.issuer, 'subscriber'), Date.now()];
    const query = `side=CQ&limit=100&wait=5${after === 0 ? '' : `&after=${after}`}`;
    const response = await fetch(`${service.running.url}/v1/changes?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await response.json()) as {
      readonly changes: readonly {
        readonly number: number;
        readonly event: { type: string; subject: string };
      }[];
      readonly next: number;
    };
    for (const { number, event } of page.changes) {
      if (number !== last + 1) wrong.push(`change ${number} follows ${last}`);
      last = number;
      if (event.type !== 'tongbiao.RecordPublished.v1') continue;
      if (records.has(event.subject)) wrong.push(`${event.subject} is told twice`);
      records.add(event.subject);
    }
    if (page.changes.length > 0) since = Date.now();
    after = page.next;
  }
  return records.size === expected ? wrong : [...wrong, `${records.size} records are told of ${expected}`];
}

const seconds = (since: number): number => Math.round((performance.now() - since) / 100) / 10;

/**
 * A file of so many rows through the whole local service, which is killed in the midst of it and started again: then
 * every receipt, every record and half, the feed of changes and what a look-up says are held against what was drawn.
 */
export async function importJourney(
  rows: number,
  onStep: (step: string) => void = () => undefined,
  patienceMs = 60_000,
): Promise<ImportJourney> {
  let service = await startServiceProcess(undefined, { DEMO_DATA: 'off' });
  try {
    const { url, issuer } = service.running;
    let token: { readonly at: number; readonly text: Promise<string> } | undefined;
    const client: ImportClient = {
      url,
      token: () => {
        if (token === undefined || Date.now() - token.at > 1_800_000)
          token = { at: Date.now(), text: fetchAccessToken(issuer, 'publisher-cq') };
        return token.text;
      },
    };
    const file = join(service.dataDir, 'drawn.csv');
    await pipeline(Readable.from(drawFile(rows)), createWriteStream(file));
    await publishHeld(client, rows);
    const began = performance.now();
    const how = { format: 'csv', encoding: 'utf-8' } as const;
    const { id } = await sendFile(client, file, how);
    let before = await readImport(client, id);
    /* While the second third is under way, and not between two chunks. */
    while (before.percent < 33 && before.state !== 'finished') {
      await pause(20);
      before = await readImport(client, id);
    }
    const killedAt = Object.values(before.counts).reduce((sum, count) => sum + count, 0);
    service = await startServiceProcess(await service.kill(), { DEMO_DATA: 'off' });
    onStep(`killed at ${killedAt} of ${rows} rows, started again`);
    const done = await awaitImport(client, id, () => undefined, 200);
    const imported = seconds(began);
    onStep(`imported after ${imported} s`);
    const wrong: string[] = before.state === 'running' ? [] : [`killed while ${before.state}`];
    if (done.state === 'finished') {
      await fetchReceipts(done, `${file}.receipts.csv`);
      wrong.push(...wrongReceipts(rows, await receiptsIn(`${file}.receipts.csv`)));
    } else wrong.push(`it is ${done.state}: ${done.refusal?.detail}`);
    const again = await sendFile(client, file, how);
    if (again.id !== id || again.state !== 'finished') wrong.push('the same file is not the same import');
    const expected = done.counts.accepted + HELD.filter((at) => at < rows).length;
    wrong.push(...(await checkRecords(service, rows, expected)));
    onStep('records, halves and look-ups compared');
    wrong.push(...(await changesOf(service, expected, patienceMs)));
    const told = seconds(began);
    onStep(`changes told after ${told} s`);
    const { counts } = done;
    return { rows, counts, killedAt, imported, told, megabytes: service.megabytes(), wrong };
  } finally {
    await service.end();
    rmSync(service.dataDir, { recursive: true, force: true });
  }
}
