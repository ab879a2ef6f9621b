import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import { creditReasonTexts } from './credit-reason-texts.ts';

/** What the `reason` of a problem says to people, and where it helps what to do. Values of the problem fill it in. */
const reasonTexts: Readonly<Record<string, Bilingual>> = {
  'unknown-division': {
    zh: '不是本服务各地区现行的行政区划代码（GB/T 2260），请填写住所所在县（市、区）的六位代码',
    en: 'it is no division of the sides served here; give the six digits (GB/T 2260) of the county, city or district of the address',
  },
  'withdrawn-division': {
    zh: '该代码已经停用，请按住所现在的区划改用：{successors}',
    en: 'the code is withdrawn; use that of the address as it is now: {successors}',
  },
  'not-a-county-level-place': {
    zh: '该代码不是县级行政区划，请填写住所所在县（市、区）的代码',
    en: 'it is not of county level; give the code of the county, city or district of the address',
  },
  'no-routing-rule': { zh: '没有适用的管辖规定', en: 'no rule of jurisdiction covers it' },
  'no-authority': { zh: '没有已知的登记机关', en: 'no authority is known there' },
  expired: { zh: '凭证已过期', en: 'it has expired' },
  'foreign-issuer': { zh: '不是受信任的身份认证机构出具', en: 'it is not of a trusted identity provider' },
  'bad-signature': { zh: '签名不符', en: 'its signature does not fit' },
  'wrong-audience': { zh: '不是为本服务出具', en: 'it was made out for another service' },
  'wrong-type': { zh: '不是实名核验凭证', en: 'it is no real-name proof' },
  malformed: { zh: '格式有误', en: 'it cannot be read' },
  'other-person': {
    zh: '与申请中该人员的姓名或者证件号码不一致',
    en: 'name or document number are not those of the person in the filing',
  },
  'unknown-filing': { zh: '没有您提交的这一申请', en: 'there is no such filing of yours' },
  'other-item': { zh: '该申请办理的是另一事项 {item}', en: 'that filing is of another item, {item}' },
  'not-over': { zh: '该申请尚未办结（{state}）', en: 'that filing is not over ({state})' },
  'already-corrected': { zh: '已由 {by} 补正', en: 'it was corrected already, by {by}' },
  'by-office': { zh: '该事项由登记机关依职权办理', en: 'an authority does it by its office' },
  'not-claimed': { zh: '该申请尚未领办', en: 'nobody has claimed it' },
  'unknown-officer': { zh: '没有这一经办人员', en: 'there is no such officer' },
  'already-proposed': { zh: '延期已经报请批准', en: 'an extension was proposed already' },
  'already-extended': { zh: '已经延长过一次', en: 'it was extended once already' },
  overdue: { zh: '办理期限已经届满', en: 'the time is over' },
  'nothing-proposed': { zh: '没有待批准的延期', en: 'no extension was proposed' },
};

/** The problems whose reasons are those of a record, a list, a task or a promise first. */
const ofCredit: ReadonlySet<DomainErrorCode> = new Set([
  'record-out-of-catalogue',
  'record-step-not-allowed',
  'repair-not-allowed',
  'extension-not-allowed',
  'listing-step-not-allowed',
  'task-step-not-allowed',
  'follow-up-not-allowed',
]);

/** Why, in words; `undefined` where the code of the reason is all there is to say. */
export function reasonText(code: string, reason: unknown): Bilingual | undefined {
  if (typeof reason !== 'string') return undefined;
  const tables = ofCredit.has(code as DomainErrorCode) ? [creditReasonTexts, reasonTexts] : [reasonTexts];
  return tables.find((texts) => Object.hasOwn(texts, reason))?.[reason];
}
