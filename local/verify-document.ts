import { decodeProtectedHeader } from 'jose';
import { verifyCompact } from '../lib/crypto/jws.ts';
import { isMark, nameDigest, verifyMark } from '../lib/crypto/licence-mark.ts';
import { isOfRetiredKey, type VerificationKey } from '../lib/crypto/verification-keys.ts';
import { EXPORT_TYPE } from '../lib/domain/credit/export.ts';
import { type CreditStatement, STATEMENT_TYPE } from '../lib/domain/credit/statement.ts';
import {
  CREDENTIAL_TYPE,
  contentOf,
  isLicenceCredential,
  type LicenceCredential,
} from '../lib/domain/registration/licence-credential.ts';
import { RECEIPT_TYPE, type Receipt } from '../lib/domain/registration/receipt.ts';
import { OWN_DATA_TYPE } from '../lib/domain/subject/own-data.ts';
import type { Instant } from '../lib/domain/time/instant.ts';
import { type Checked, fails, faults, holds, unknown } from './checked.ts';
import { type ReadPart, verifyExport } from './verify-export.ts';
import { statusOf } from './verify-status.ts';

/** A key as `GET /v1/standards/keys` tells it. */
export type PublishedKey = VerificationKey & { readonly signs: 'receipt' | 'licence' | 'log' };

export interface AtHand {
  readonly keys: readonly PublishedKey[];
  /** Lists of statuses, as JWT. */
  readonly statusLists: readonly string[];
  /** The name that is printed beside a code. */
  readonly name?: string | undefined;
  /** The parts of an export. */
  readonly part?: ReadPart | undefined;
  readonly now: Date;
}

const keysFor = (keys: readonly PublishedKey[], purpose: PublishedKey['signs']) =>
  keys.filter(({ signs }) => signs === purpose);

function termOf({ validFrom, validUntil }: LicenceCredential, now: Date): readonly Checked[] {
  if (now < new Date(validFrom)) return [fails(`自 ${validFrom} 起有效`, `valid from ${validFrom} only`)];
  if (validUntil === undefined) return [];
  return now < new Date(validUntil)
    ? [holds(`营业期限至 ${validUntil}`, `the term of business runs to ${validUntil}`)]
    : [fails(`营业期限已于 ${validUntil} 届满`, `the term of business ended at ${validUntil}`)];
}

async function licence(token: string, { keys, statusLists, now }: AtHand): Promise<readonly Checked[]> {
  const licenceKeys = keysFor(keys, 'licence');
  const verified = await verifyCompact(token, CREDENTIAL_TYPE, licenceKeys);
  if (!verified.valid) return [faults[verified.reason]];
  if (!isLicenceCredential(verified.payload)) return [faults['wrong-type']];
  const credential = verified.payload;
  if (isOfRetiredKey(licenceKeys, verified.keyId, credential.validFrom)) return [faults['bad-signature']];
  const { code, name = '—', number, registeredBy, registeredByName, issuedOn } = contentOf(credential);
  return [
    holds(
      `签名有效，由 ${registeredByName}（${registeredBy}）签发`,
      `signed for ${registeredByName} (${registeredBy}), the registering authority`,
    ),
    holds(
      `${name}，统一社会信用代码 ${code}，第 ${number} 次签发，${issuedOn}`,
      `${name}, code ${code}, licence number ${number}, issued on ${issuedOn}`,
    ),
    ...termOf(credential, now),
    ...(await statusOf(credential.credentialStatus, statusLists, licenceKeys, now)),
  ];
}

function printedCode(text: string, { keys, name }: AtHand): readonly Checked[] {
  const verified = verifyMark(text, keysFor(keys, 'licence'));
  if (!verified.valid) return [faults[verified.reason]];
  const { code, number, issuedOn, authority, nameDigest: digest } = verified.mark;
  const named =
    name === undefined
      ? unknown('名称未核对（以 --name 给出所印名称）', 'the name was not compared (give it by --name)')
      : nameDigest(name) === digest
        ? holds(`名称相符：${name}`, 'the name is the one that was signed')
        : fails('名称与签名不符', 'the name is not the one that was signed');
  return [
    holds(`二维码签名有效，登记机关 ${authority}`, `the printed code is signed for ${authority}`),
    holds(
      `统一社会信用代码 ${code}，第 ${number} 次签发，${issuedOn}；请与纸面核对`,
      `code ${code}, licence number ${number}, issued on ${issuedOn}: compare them with the paper`,
    ),
    named,
    unknown('现状未知：离线不能得知是否已注销、吊销或换发', 'its status cannot be known off-line'),
  ];
}

async function receipt(token: string, { keys }: AtHand): Promise<readonly Checked[]> {
  const receiptKeys = keysFor(keys, 'receipt');
  const verified = await verifyCompact(token, RECEIPT_TYPE, receiptKeys);
  if (!verified.valid) return [faults[verified.reason]];
  const { filing, item, standardVersion, event, decidedBy, issuedAt } = verified.payload as Receipt;
  if (isOfRetiredKey(receiptKeys, verified.keyId, issuedAt)) return [faults['bad-signature']];
  return [
    holds(`签名有效，决定机关 ${decidedBy}，${issuedAt}`, `signed for ${decidedBy} at ${issuedAt}`),
    holds(
      `申请 ${filing}，事项 ${item}，标准 ${standardVersion}，${event}`,
      `filing ${filing}, item ${item}, standard ${standardVersion}, ${event}`,
    ),
    unknown(
      '事实与重新计算的结果未核对：POST /v1/receipts/verify',
      'facts and the decision computed again were not compared: POST /v1/receipts/verify',
    ),
  ];
}

const nameOf = ({ subject }: CreditStatement): string =>
  subject.kind === 'organisation' ? subject.code : `${subject.documentKind} ${subject.maskedNumber}`;

async function statement(token: string, { keys }: AtHand): Promise<readonly Checked[]> {
  const receiptKeys = keysFor(keys, 'receipt');
  const verified = await verifyCompact(token, STATEMENT_TYPE, receiptKeys);
  if (!verified.valid) return [faults[verified.reason]];
  const told = verified.payload as CreditStatement;
  if (isOfRetiredKey(receiptKeys, verified.keyId, told.issuedAt)) return [faults['bad-signature']];
  const { asOf, knownAt, completeUpTo = '—', verdict, history, measures, records } = told;
  return [
    holds(`签名有效，信用报告，${told.issuedAt} 出具`, `a credit statement, signed at ${told.issuedAt}`),
    holds(
      `主体 ${nameOf(told)}，截至 ${asOf}：${verdict}，${history}，措施 ${measures.length} 项，公示中的记录 ${records.length} 条`,
      `of ${nameOf(told)} as of ${asOf}: ${verdict}, ${history}, ${measures.length} measures, ${records.length} records in disclosure`,
    ),
    unknown(
      `各来源完整至 ${completeUpTo}；${knownAt} 以后的变化不在其中`,
      `sources complete up to ${completeUpTo}; what happened after ${knownAt} is not in it`,
    ),
  ];
}

async function ownData(token: string, { keys }: AtHand): Promise<readonly Checked[]> {
  const receiptKeys = keysFor(keys, 'receipt');
  const verified = await verifyCompact(token, OWN_DATA_TYPE, receiptKeys);
  if (!verified.valid) return [faults[verified.reason]];
  const { at } = verified.payload as { readonly at: Instant };
  if (isOfRetiredKey(receiptKeys, verified.keyId, at)) return [faults['bad-signature']];
  return [holds(`签名有效，本人信息复制件，${at} 出具`, `a copy of somebody’s own data, signed at ${at}`)];
}

function typeOf(token: string): unknown {
  try {
    return decodeProtectedHeader(token).typ;
  } catch {
    return undefined;
  }
}

/** Verifies a licence, the text of its printed code, a receipt, a statement or an export by what is at hand; nothing is asked of anybody. */
export async function verifyDocument(text: string, atHand: AtHand): Promise<readonly Checked[]> {
  if (isMark(text)) return printedCode(text, atHand);
  switch (typeOf(text)) {
    case CREDENTIAL_TYPE:
      return licence(text, atHand);
    case RECEIPT_TYPE:
      return receipt(text, atHand);
    case STATEMENT_TYPE:
      return statement(text, atHand);
    case EXPORT_TYPE:
      return verifyExport(text, keysFor(atHand.keys, 'receipt'), atHand.part);
    case OWN_DATA_TYPE:
      return ownData(text, atHand);
    case undefined:
      return [faults.malformed];
    default:
      return [faults['wrong-type']];
  }
}
