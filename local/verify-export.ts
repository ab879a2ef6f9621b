import { createHash } from 'node:crypto';
import { verifyCompact } from '../lib/crypto/jws.ts';
import { isOfRetiredKey, type VerificationKey } from '../lib/crypto/verification-keys.ts';
import { EXPORT_TYPE, type ExportManifest, type ExportPart } from '../lib/domain/credit/export.ts';
import { type Checked, fails, faults, holds, unknown } from './checked.ts';

/** What is in a part's file; `undefined` where it is not at hand. */
export type ReadPart = (name: string) => Uint8Array | undefined;

const LINE_FEED = 10;

function partFault(content: Uint8Array, { sha256, bytes, rows }: ExportPart): string | undefined {
  if (content.length !== bytes) return `${content.length} ≠ ${bytes} bytes`;
  if (createHash('sha256').update(content).digest('hex') !== sha256) return 'sha256';
  const lines = content.reduce((sum, byte) => sum + (byte === LINE_FEED ? 1 : 0), 0);
  return lines === rows ? undefined : `${lines} ≠ ${rows} rows`;
}

function partsOf({ parts }: ExportManifest, read: ReadPart | undefined): readonly Checked[] {
  if (read === undefined)
    return [
      unknown(
        `${parts.length} 个数据文件未核对（以 --parts 给出所在目录）`,
        `the ${parts.length} parts were not compared: give their folder by --parts`,
      ),
    ];
  const checked = parts.flatMap((part): Checked[] => {
    const content = read(part.name);
    if (content === undefined) return [unknown(`缺少 ${part.name}`, `${part.name} is not at hand`)];
    const fault = partFault(content, part);
    return fault === undefined
      ? []
      : [fails(`${part.name} 与清单不符：${fault}`, `${part.name} is not what was signed: ${fault}`)];
  });
  if (checked.length > 0) return checked;
  return [holds(`${parts.length} 个数据文件与清单相符`, `the ${parts.length} parts are what was signed`)];
}

/** Whether what is counted adds up to what the parts hold. */
function sumsOf({ records, counts, parts }: ExportManifest): readonly Checked[] {
  const counted = counts.reduce((sum, count) => sum + count.records, 0);
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  return counted === records && rows === records
    ? []
    : [fails('清单各项合计不一致', 'the sums of the manifest do not agree')];
}

/** The manifest of an export, and its parts where they are at hand. */
export async function verifyExport(
  token: string,
  keys: readonly VerificationKey[],
  read: ReadPart | undefined,
): Promise<readonly Checked[]> {
  const verified = await verifyCompact(token, EXPORT_TYPE, keys);
  if (!verified.valid) return [faults[verified.reason]];
  const manifest = verified.payload as ExportManifest;
  if (isOfRetiredKey(keys, verified.keyId, manifest.issuedAt)) return [faults['bad-signature']];
  const { authority, asOf, knownAt, records, changes } = manifest;
  return [
    holds(
      `签名有效，${authority} 的信用记录导出，${manifest.issuedAt} 签发`,
      `an export of the records of ${authority}, signed at ${manifest.issuedAt}`,
    ),
    holds(
      `记录 ${records} 条，状态截至 ${asOf}，所知截至 ${knownAt}`,
      `${records} records, states as of ${asOf}, by what was known at ${knownAt}`,
    ),
    ...sumsOf(manifest),
    ...partsOf(manifest, read),
    unknown(
      `此后的变更未核对，自 ${changes.map(({ side, after }) => `${side} ${after}`).join('、')} 起`,
      `what changed since was not compared: follow the changes after ${changes.map(({ side, after }) => `${side} ${after}`).join(', ')}`,
    ),
  ];
}
