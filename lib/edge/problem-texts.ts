import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import { changeDefects } from './change-texts.ts';
import { creditProblems } from './credit-texts.ts';
import { dataRequestDefects, dataRequestProblems } from './data-request-texts.ts';
import { importDefects } from './import-texts.ts';
import { intakeDefects, intakeProblems } from './intake-texts.ts';
import { listingDefects, listingProblems } from './listing-texts.ts';
import { lookupDefects, lookupProblems } from './lookup-texts.ts';
import { measureProblems } from './measure-texts.ts';

/** Codes the edge itself adds to the domain's: what no act can say. */
export type ProblemCode = DomainErrorCode | 'method-not-allowed' | 'internal';

export interface ProblemKind extends Bilingual {
  readonly status: number;
}

/** Every problem this service can answer: its status, and what it says of what to do. */
export const problemKinds = {
  'malformed-body': {
    status: 400,
    zh: '请求体不是本服务接受的 JSON，请按 defects 所示位置改正。',
    en: 'The body is not JSON as this service accepts it; mend it where the defects point.',
  },
  'unsupported-media-type': {
    status: 415,
    zh: '请以 Content-Type: application/json（UTF-8）提交。',
    en: 'Send the body as Content-Type: application/json in UTF-8.',
  },
  'body-too-large': {
    status: 413,
    zh: '请求体不得超过 {maximumBytes} 字节。',
    en: 'A body may have at most {maximumBytes} bytes.',
  },
  'invalid-request': {
    status: 400,
    zh: '请求内容不符合接口约定，请按 defects 所示位置改正后重新提交。',
    en: 'The request does not fit the interface; mend it where the defects point and send it again.',
  },
  unauthenticated: {
    status: 401,
    zh: '缺少有效的访问令牌，请以 Authorization: Bearer 提供未过期、由受信任签发方签发的令牌。',
    en: 'A valid access token is missing; give an unexpired token of a trusted issuer as Authorization: Bearer.',
  },
  forbidden: {
    status: 403,
    zh: '该令牌无权执行此操作或查看此内容。',
    en: 'This token has no right to do or see this.',
  },
  'not-found': { status: 404, zh: '没有找到所请求的内容。', en: 'What was asked for does not exist.' },
  'method-not-allowed': {
    status: 405,
    zh: '该地址不支持此方法，可用方法：{allow}。',
    en: 'This address does not take the method; it takes {allow}.',
  },
  'unknown-item': {
    status: 404,
    zh: '没有编号为 {item} 的事项，可用事项见 /v1/standards/items。',
    en: 'There is no item {item}; see /v1/standards/items.',
  },
  'unknown-standard': {
    status: 422,
    zh: '事项 {item} 没有所要求的标准版本，或者该日没有现行版本；现行版本见 /v1/standards/items/{item}。',
    en: 'Item {item} has no such version, or none in force on that day; the one in force is at /v1/standards/items/{item}.',
  },
  'unknown-place': {
    status: 422,
    zh: '行政区划代码 {division} 不能作为住所所在地：{reason}。',
    en: 'Division {division} cannot be the place of an enterprise: {reason}.',
  },
  'unknown-enterprise': {
    status: 422,
    zh: '登记簿中没有统一社会信用代码为 {enterprise} 的经营主体，请核对代码。',
    en: 'The register holds no enterprise with the code {enterprise}; check the code.',
  },
  'unknown-authority': {
    status: 422,
    zh: '没有编号为 {authority} 的机关，见 /v1/standards/authorities。',
    en: 'There is no authority {authority}; see /v1/standards/authorities.',
  },
  'unknown-source': {
    status: 404,
    zh: '没有编号为 {source} 的信息来源。',
    en: 'There is no source {source}.',
  },
  'unknown-record-class': {
    status: 422,
    zh: '信用信息目录中没有类别 {class}。',
    en: 'The credit catalogue has no class {class}.',
  },
  'unknown-purpose': {
    status: 422,
    zh: '没有查询目的 {purpose}，或该目的不允许依据 {basis}。',
    en: 'There is no purpose {purpose}, or it does not allow the basis {basis}.',
  },
  'no-authority-for-place': {
    status: 422,
    zh: '没有机关对该住所的此类登记有管辖权：{reason}。',
    en: 'No authority has jurisdiction over this registration at this place: {reason}.',
  },
  'identity-proof-invalid': {
    status: 422,
    zh: '实名核验凭证无效（{reason}），请重新完成实名认证。',
    en: 'The real-name proof is not valid ({reason}); have the person verified again.',
  },
  'idempotency-conflict': {
    status: 409,
    zh: '此 Idempotency-Key 已用于另一内容的请求，请换用新的键。',
    en: 'This Idempotency-Key was used with another body; use a new key.',
  },
  'version-conflict': {
    status: 412,
    zh: '内容已被他人更新，当前版本为 {current}，请重新读取后再提交。',
    en: 'Somebody changed this meanwhile; it is now version {current}. Read it again, then retry.',
  },
  'filing-not-open': {
    status: 409,
    zh: '该申请当前状态为 {state}，不能再作此处理。',
    en: 'The filing is {state}; this can no longer be done to it.',
  },
  'outcome-not-admissible': {
    status: 422,
    zh: '统一标准不允许对此申请作出 {outcome}；可作出：{admissible}。如确需偏离，请给出标准规定的偏离理由代码。',
    en: 'The standard does not admit {outcome} here; it admits {admissible}. To depart from it, give a departure reason of the standard.',
  },
  'extension-not-allowed': {
    status: 409,
    zh: '不能延长办理期限：{reason}。',
    en: 'The time cannot be extended: {reason}.',
  },
  'concerns-officer': {
    status: 403,
    zh: '该事项涉及经办人员本人，应当回避，由其他人员办理。',
    en: 'This concerns the officer’s own affairs; they must recuse themselves, and another officer acts.',
  },
  ...creditProblems,
  'signing-unavailable': {
    status: 503,
    zh: '签名密钥暂不可用，未写入任何内容。请稍后以相同 Idempotency-Key 重试。',
    en: 'The signing key cannot be reached; nothing was written. Retry shortly with the same Idempotency-Key.',
  },
  ...intakeProblems,
  ...listingProblems,
  ...lookupProblems,
  ...dataRequestProblems,
  ...measureProblems,
  'too-busy': {
    status: 503,
    zh: '当前并发过多，未写入任何内容，请稍后重试。',
    en: 'Too many at once; nothing was written. Try again shortly.',
  },
  internal: {
    status: 500,
    zh: '服务内部错误，已记录，编号 {requestId}。请稍后以相同 Idempotency-Key 重试。',
    en: 'A fault of ours, recorded as {requestId}. Retry later with the same Idempotency-Key.',
  },
} as const satisfies Record<ProblemCode, ProblemKind>;

const defectTexts: Readonly<Record<string, Bilingual>> = {
  'not-json': { zh: '不是有效的 JSON', en: 'not valid JSON' },
  'duplicate-key': { zh: '同一键出现两次', en: 'the same key is given twice' },
  'too-deep': { zh: '嵌套超过 {maximum} 层', en: 'nested deeper than {maximum} levels' },
  'lone-surrogate': { zh: '含有不成对的代理字符', en: 'holds a lone surrogate' },
  'too-many-marks': {
    zh: '连续组合符号超过 {maximum} 个',
    en: 'more than {maximum} combining marks in a row',
  },
  'control-character': { zh: '含有控制字符', en: 'holds a control character' },
  'unseen-character': {
    zh: '含有不可见字符（零宽字符、文字方向控制符或者换行），请删去后重新填写',
    en: 'holds a character that nobody sees (of no width, of direction, or a line break); take it out',
  },
  'invalid-type': {
    zh: '缺失或类型不对，应为 {expected}',
    en: 'missing or of the wrong type, {expected} expected',
  },
  'too-small': { zh: '小于下限 {minimum}', en: 'below the least of {minimum}' },
  'too-big': { zh: '超过上限 {maximum}', en: 'above the most of {maximum}' },
  'invalid-format': { zh: '格式不符：{format}', en: 'not of its form: {format}' },
  'invalid-value': { zh: '不是允许的值：{allowed}', en: 'not one of {allowed}' },
  'unknown-field': { zh: '未知字段 {field}', en: 'unknown field {field}' },
  'malformed-encoding': { zh: '百分号编码有误', en: 'not valid percent-encoding' },
  'missing-body': { zh: '缺少请求体', en: 'the body is missing' },
  'impossible-day': { zh: '不是存在的日期', en: 'not a day that exists' },
  'impossible-instant': { zh: '不是存在的时刻', en: 'not an instant that exists' },
  'malformed-code': {
    zh: '不是统一社会信用代码（18 位，不含 I、O、S、V、Z）',
    en: 'not a unified social credit code (18 characters, none of I, O, S, V, Z)',
  },
  'impossible-document-number': {
    zh: '不可能是该类证件的号码',
    en: 'cannot be a number of this kind of document',
  },
  'foreign-cursor': {
    zh: '该翻页游标属于另一列表、用户或筛选条件',
    en: 'the cursor belongs to another list, caller or filter',
  },
  'personal-number': {
    zh: '含有公民身份号码，不得写入此处',
    en: 'holds a citizen number, which may not stand here',
  },
  'after-today': { zh: '晚于今天', en: 'after today' },
  'before-decision': { zh: '早于文书日期', en: 'before the date of the document' },
  'not-after-decision': { zh: '不晚于文书日期', en: 'not after the date of the document' },
  'nothing-asked': {
    zh: '应当给出 project 或者 scope，或者两者',
    en: 'give a project, a scope or both',
  },
  'before-from': { zh: '早于 from', en: 'before `from`' },
  ...intakeDefects,
  ...listingDefects,
  ...lookupDefects,
  ...dataRequestDefects,
  'not-after-today': { zh: '不晚于今天', en: 'not after today' },
  'before-record': { zh: '早于该记录的文书日期', en: 'before the date of the record’s own document' },
  ...changeDefects,
  ...importDefects,
  'after-now': { zh: '晚于当前时刻', en: 'after now' },
};

/** The text of a defect; a code without a text of its own speaks for itself. */
export const defectText = (code: string): Bilingual =>
  (Object.hasOwn(defectTexts, code) ? defectTexts[code] : undefined) ?? { zh: code, en: code };
