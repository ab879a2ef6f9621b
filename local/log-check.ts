import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { jurisdictions } from '../catalog/jurisdictions.ts';
import { createVerifyLog, type DayVerdict, type LogFault, type VerifyLog } from '../lib/acts/verify-log.ts';
import { createSigners } from '../lib/crypto/create-signers.ts';
import { faultOfProof, type LogKey, type LookupProof } from '../lib/crypto/log-proof.ts';
import { plainDate } from '../lib/domain/time/plain-date.ts';
import { createLogRootStore, type LogRootStore } from '../lib/store/log-root-store.ts';
import { createLookupLogStore } from '../lib/store/lookup-log-store.ts';
import { copiedLog, rootsWithoutCopy } from './copied-log.ts';
import { tableNames } from './create-tables.ts';
import { openEvidence } from './evidence-reader.ts';
import { formerKeysIn } from './former-keys.ts';
import { clientAt, openData } from './open-data.ts';
import { DEFAULT_PREFIX } from './table-prefix.ts';

/** Where the log to be checked is, or the one proof. */
export interface LogCheck {
  readonly data?: string | undefined;
  readonly endpoint?: string | undefined;
  readonly prefix?: string | undefined;
  readonly table?: string | undefined;
  readonly keys?: string | undefined;
  readonly proof?: string | undefined;
  /** A folder of copies, or `s3://` and a bucket. */
  readonly copies?: string | undefined;
}

/** Told to whoever asked in a way that cannot be answered. */
export class BadCheck extends Error {
  override readonly name = 'BadCheck';
}

const LAST = plainDate('9999-12-31');

const USAGE = `npm run verify-log -- --data DIR                     the log of a local run, running or not
npm run verify-log -- --endpoint URL --keys FILE     the log in another engine, or in AWS
npm run verify-log -- --proof FILE --keys FILE       one proof, off-line
npm run verify-log -- --copies PLACE --keys FILE     the copies by themselves: a folder, or s3://BUCKET
npm run verify-log -- --copies PLACE --data DIR      and whether the roots of the log have theirs (or --endpoint URL)
  --keys FILE    a JWK Set as GET /v1/standards/keys answers it; without it, the key of DIR
  --prefix NAME  of the tables (tongbiao), or --table NAME of the log itself`;

function keysIn(file: string): readonly LogKey[] {
  const read = JSON.parse(readFileSync(file, 'utf8')) as { readonly keys?: unknown };
  if (!Array.isArray(read.keys)) throw new BadCheck(`${file} is no JWK Set`);
  return read.keys.filter(({ signs }: { readonly signs?: string }) => signs === undefined || signs === 'log');
}

async function keysOf({ keys, data }: LogCheck): Promise<readonly LogKey[]> {
  if (keys !== undefined) return keysIn(keys);
  const kept = data === undefined ? undefined : join(data, 'keys.json');
  if (kept === undefined || !existsSync(kept)) throw new BadCheck(USAGE);
  const former = formerKeysIn(dirname(kept));
  return createSigners({ kind: 'file', path: kept, former }).logSigner.verificationKeys();
}

const openEngine = ({ endpoint, data = '' }: LogCheck): ReturnType<typeof openData> =>
  endpoint === undefined
    ? openData(data)
    : Promise.resolve({ endpoint, tablePrefix: DEFAULT_PREFIX, stop: async () => undefined });

function inWords(fault: LogFault): string {
  switch (fault.kind) {
    case 'bad-signature':
      return '签名不成立 the signature does not hold';
    case 'other-statement':
      return '签名所述与所存不同 what is signed is not what is kept';
    case 'gap':
      return `缺少 ${fault.expected} the day ${fault.expected} is missing`;
    case 'broken-chain':
      return '与此前各日不相连 it does not follow from the days before';
    case 'other-root':
      return '条目与根不符 the entries do not give the root';
    case 'changed':
      return `条目被改 changed: shard ${fault.shard}, ${fault.place}`;
    default:
      return `${fault.kind === 'missing' ? '缺少条目 missing' : '多出条目 added'}: ${fault.count}, shard ${fault.shard}`;
  }
}

const lineOf = ({ jurisdiction, day, entries, faults }: DayVerdict): string =>
  [
    `${jurisdiction} ${day} ${entries} ${faults.length === 0 ? '完整 whole' : '不完整 NOT WHOLE'}`,
    ...faults.map((fault) => `  ${inWords(fault)}`),
  ].join('\n');

async function checkProof(file: string, keys: readonly LogKey[], tell: (line: string) => void) {
  const fault = await faultOfProof(JSON.parse(readFileSync(file, 'utf8')) as LookupProof, keys).catch(
    () => 'malformed',
  );
  tell(fault === undefined ? '证明成立 the proof holds' : `证明不成立 the proof does not hold: ${fault}`);
  return fault === undefined;
}

async function tellVerdicts(verify: VerifyLog, tell: (line: string) => void): Promise<boolean> {
  let [days, wrong] = [0, 0];
  for await (const verdict of verify(LAST)) {
    days += 1;
    if (verdict.faults.length > 0) wrong += 1;
    tell(lineOf(verdict));
  }
  tell(`${days} 日，其中 ${wrong} 日不完整 ${days} sealed days, ${wrong} of them not whole`);
  return wrong === 0;
}

const FAULT_OF_COPY = {
  'no-copy': '无副本 there is no copy',
  'other-copy': '副本所述不同 the copy says something else',
} as const;

/** The copies by themselves, and, where there is a log beside them, whether each of its roots has its copy. */
async function checkCopies(
  place: string,
  keys: readonly LogKey[],
  beside: LogRootStore | undefined,
  tell: (line: string) => void,
): Promise<boolean> {
  const copies = await openEvidence(place);
  const isWhole = await tellVerdicts(createVerifyLog({ ...copiedLog(copies), keys }), tell);
  if (beside === undefined) return isWhole;
  let wrong = 0;
  for (const { code } of jurisdictions)
    for (const { root, fault } of await rootsWithoutCopy(copies, await beside.allRootsUpTo(code, LAST))) {
      wrong += 1;
      tell(`${root.jurisdiction} ${root.day} ${FAULT_OF_COPY[fault]}`);
    }
  return isWhole && wrong === 0;
}

/**
 * Checks a log whole, or one proof off-line, and tells what it found line by line. True where nothing is wrong.
 *
 * @throws BadCheck where it cannot be told what to check or by which keys.
 */
export async function checkLog(check: LogCheck, tell: (line: string) => void): Promise<boolean> {
  const keys = await keysOf(check);
  if (check.proof !== undefined) return checkProof(check.proof, keys, tell);
  if (check.copies !== undefined && check.data === undefined && check.endpoint === undefined)
    return checkCopies(check.copies, keys, undefined, tell);
  const engine = await openEngine(check);
  const client = clientAt(engine.endpoint);
  const table = check.table ?? tableNames(check.prefix ?? engine.tablePrefix).lookupLog;
  try {
    const logRoots = createLogRootStore(client, table);
    if (check.copies !== undefined) return await checkCopies(check.copies, keys, logRoots, tell);
    const lookupLog = createLookupLogStore(client, table);
    return await tellVerdicts(createVerifyLog({ lookupLog, logRoots, keys }), tell);
  } finally {
    client.destroy();
    await engine.stop();
  }
}
