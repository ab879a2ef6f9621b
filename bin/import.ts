import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type ImportEncoding, importEncodings } from '../lib/domain/credit/import.ts';
import {
  awaitImport,
  fetchReceipts,
  type ImportClient,
  NotTaken,
  sendFile,
  type ToldImport,
} from '../local/import-file.ts';
import { WrongUsage } from '../local/proof/asked-store.ts';
import { runTool } from '../local/proof/run-tool.ts';
import { findRunningService } from '../local/service-file.ts';
import { fetchAccessToken } from '../local/tokens.ts';

const usage = `用法 Usage: npm run import -- <file> [--encoding gb18030] [--as persona | --token-file F] [--url URL | --data DIR]
批量导入信用记录：上传文件，显示进度，把逐行回执写在文件旁边（<file>.receipts.csv）。
Imports a file of credit records, shows how far it is, and writes the receipt of each row beside it.

  <file>          .csv，或每行一个 JSON 对象的 .ndjson / .jsonl
  --encoding E    utf-8 (default) | gb18030
  --as P          本机服务的身份 a persona of the local service (default publisher-cq)
  --token-file F  含访问令牌的文件，用于任何服务 a file with an access token, for any service
  --url URL       服务地址 the service's address
  --data DIR      在该目录上运行的服务 the service that runs on this data directory (default .local)

退出码 exit code: 0 无被拒行 no row was refused; 1 有被拒行 some were; 2 文件未导入 the file was not imported`;

function encodingOf(given: string): ImportEncoding {
  const known = importEncodings.find((one) => one === given.toLowerCase());
  if (known === undefined) throw new WrongUsage(`不支持编码 ${given}。There is no encoding ${given}.`);
  return known;
}

function clientOf(given: {
  readonly url?: string | undefined;
  readonly data: string;
  readonly as: string;
  readonly 'token-file'?: string | undefined;
}): ImportClient {
  const running = given.url === undefined ? findRunningService(resolve(given.data)) : undefined;
  const url = given.url ?? running?.url;
  if (url === undefined)
    throw new WrongUsage(
      `${given.data} 上没有服务，请先 npm start。No service runs on ${given.data}: npm start first.`,
    );
  const file = given['token-file'];
  if (file !== undefined) return { url, token: async () => readFileSync(file, 'utf8').trim() };
  const issuer = running?.issuer ?? `${url}/oidc`;
  return { url, token: () => fetchAccessToken(issuer, given.as) };
}

/** A token of a persona holds for an hour; an import of a million rows may take as long. */
function remembered({ url, token }: ImportClient): ImportClient {
  let kept: { readonly at: number; readonly token: Promise<string> } | undefined;
  return {
    url,
    token: () => {
      if (kept === undefined || Date.now() - kept.at > 1_800_000) kept = { at: Date.now(), token: token() };
      return kept.token;
    },
  };
}

function lineOf({ state, percent, counts, expectedAt }: ToldImport): string {
  const width = Math.round((30 * percent) / 100);
  const left =
    expectedAt === null
      ? ''
      : `，约 ${Math.max(0, Math.ceil((Date.parse(expectedAt) - Date.now()) / 1_000))} s`;
  const { accepted, duplicate, alreadyHeld, refused } = counts;
  return `[${'#'.repeat(width)}${'.'.repeat(30 - width)}] ${percent}% ${state} 接受 ${accepted} 重复 ${duplicate} 已有 ${alreadyHeld} 拒绝 ${refused}${left}`;
}

/** On a terminal one line that is written over; elsewhere a line for each tenth, and for each state. */
function progress(): { readonly at: (told: ToldImport) => void; readonly end: () => void } {
  const { stderr } = process;
  let last = '';
  return {
    at: (told) => {
      if (stderr.isTTY) {
        stderr.write(`\r\u001b[K${lineOf(told)}`);
        return;
      }
      const step = `${told.state} ${Math.floor(told.percent / 10)}`;
      if (step !== last) stderr.write(`${lineOf(told)}\n`);
      last = step;
    },
    end: () => {
      if (stderr.isTTY) stderr.write('\n');
    },
  };
}

/** `npm run import`. */
await runTool(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      encoding: { type: 'string', default: 'utf-8' },
      as: { type: 'string', default: 'publisher-cq' },
      'token-file': { type: 'string' },
      url: { type: 'string' },
      data: { type: 'string', default: process.env.DATA_DIR ?? '.local' },
    },
  });
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0 || statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
    throw new WrongUsage('请给出一个文件。Give one file.');
  const format = /\.(ndjson|jsonl)$/i.test(file) ? 'ndjson' : 'csv';
  const client = remembered(clientOf(values));
  const shown = progress();
  try {
    const { id } = await sendFile(client, file, { format, encoding: encodingOf(values.encoding) });
    const done = await awaitImport(client, id, shown.at);
    shown.end();
    if (done.state === 'refused') {
      console.error(
        `文件被拒绝，未公布任何记录。The file is refused; nothing was published.\n${done.refusal?.detail}`,
      );
      return 2;
    }
    const receipts = `${file}.receipts.csv`;
    await fetchReceipts(done, receipts);
    console.log(`${lineOf(done)}\n回执 Receipts: ${receipts}`);
    return done.counts.refused === 0 ? 0 : 1;
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    console.error(error.message);
    return 2;
  }
});
