import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { isMark } from '../lib/crypto/licence-mark.ts';
import type { Checked } from '../local/checked.ts';
import { publishedKeysIn } from '../local/published-keys.ts';
import { type AtHand, verifyDocument } from '../local/verify-document.ts';
import { askService, gatherFrom } from '../local/verify-from.ts';

const usage = `用法 Usage:
  npm run -s verify <file> -- [--keys <keys.json>] [--status <list.jwt>]... [--name <名称>] [--parts <目录>]
  npm run -s verify <file> -- --from <https://…>

<file>      营业执照（JWT，或 GET /v1/enterprises/{code}/licence 的答复）、二维码内容、办理凭证、信用报告，或信用记录导出清单
            a licence (JWT, or the answer of that route), the text of a printed code, a receipt, a credit statement, or
            the answer of GET /v1/credit/exports/{id}
--keys      GET /v1/standards/keys 的答复；缺省为本目录的 keys.json，或者本机服务的公钥
            what GET /v1/standards/keys answers, saved; else keys.json in this folder, or the keys of the local service
--status    状态列表 / a list of statuses, saved: GET /v1/licences/status/{list}
--name      与二维码核对的名称 / the printed name, to be compared with a printed code
--parts     导出的数据文件所在目录 / the folder of an export's parts, to be compared with its manifest
--from      联网向该服务取公钥和现状 / ask this service for keys and status; otherwise nothing is asked of anybody

退出码 exit: 0 核验通过 it holds, 1 不通过 it does not, 2 无法核验 it could not be verified`;

/** It could not be verified: neither good nor bad. */
function unverifiable(message: string): never {
  console.error(message);
  process.exit(2);
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    return unverifiable(`无法读取 cannot read ${file}: ${error instanceof Error ? error.message : error}`);
  }
};

/** The document itself, out of the answer it came in where it did. */
function documentIn(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const { licence, receipt, token } = JSON.parse(text);
    return String(licence ?? receipt ?? token ?? text);
  } catch {
    return text;
  }
}

function keysIn(text: string): AtHand['keys'] {
  try {
    const { keys } = JSON.parse(text);
    if (Array.isArray(keys)) return keys;
  } catch {
    // Told below, like any other file that holds no keys.
  }
  return unverifiable(
    '公钥文件不是 GET /v1/standards/keys 的答复。The file of keys is not what GET /v1/standards/keys answers.',
  );
}

/** A name is only ever one that the signed manifest gives; it is read in the folder and nowhere else. */
const partIn = (folder: string) => (name: string) => {
  const place = join(folder, basename(name));
  return existsSync(place) ? readFileSync(place) : undefined;
};

/** Saved beside the document, or written by the local service. */
function usualKeys(): string {
  const { DATA_DIR = '.local' } = process.env;
  const found = ['keys.json', publishedKeysIn(DATA_DIR)].find((path) => existsSync(path));
  return (
    found ?? unverifiable(`没有公钥文件，请以 --keys 给出。No file of keys: give one by --keys.\n\n${usage}`)
  );
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        keys: { type: 'string' },
        status: { type: 'string', multiple: true },
        name: { type: 'string' },
        parts: { type: 'string' },
        from: { type: 'string' },
      },
    });
  } catch {
    return unverifiable(usage);
  }
}

const {
  positionals: [file],
  values: { keys: keyFile, status: statusFiles = [], name, parts, from },
} = options();
if (file === undefined) unverifiable(usage);

const document = documentIn(read(file));
const gathered = from === undefined ? undefined : await gatherFrom(from, document).catch(String);
if (typeof gathered === 'string') unverifiable(`服务没有应答 no answer from ${from}: ${gathered}`);
const checked: readonly Checked[] = [
  ...(await verifyDocument(document, {
    keys:
      keyFile === undefined && gathered !== undefined ? gathered.keys : keysIn(read(keyFile ?? usualKeys())),
    statusLists: [...statusFiles.map(read), ...(gathered?.statusLists ?? [])],
    name,
    part: parts === undefined ? undefined : partIn(parts),
    now: new Date(),
  })),
  ...(from !== undefined && isMark(document) ? [await askService(from, document)] : []),
];
for (const { mark, zh, en } of checked) console.log(`${mark} ${zh}\n  ${en}`);

/* A fault outweighs all; where nothing could be told to hold, nothing was verified. */
const has = (mark: Checked['mark']): boolean => checked.some((one) => one.mark === mark);
process.exitCode = has('✗') ? 1 : has('✓') ? 0 : 2;
