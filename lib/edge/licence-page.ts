import { createHash } from 'node:crypto';
import type { CapitalTitle, HeadTitle, PlaceTitle } from '../domain/registration/enterprise-type.ts';
import type { LicenceContent } from '../domain/registration/licence.ts';
import type { LicenceStatus } from '../domain/registration/licence-status.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';
import { licencePageStyle } from './licence-page-style.ts';
import { qrCode } from './qr-code.ts';

export interface PrintedLicence {
  readonly content: LicenceContent;
  readonly status: LicenceStatus;
  /** The day the status is told of. */
  readonly on: PlainDate;
  readonly printedCode: string;
}

/** What law calls each part (市场主体登记管理条例实施细则 第二十三条). */
const heads = {
  'legal-representative': { zh: '法定代表人', en: 'Legal representative' },
  'managing-partner': { zh: '执行事务合伙人', en: 'Managing partner' },
  investor: { zh: '投资人', en: 'Investor' },
  operator: { zh: '经营者', en: 'Operator' },
  'person-in-charge': { zh: '负责人', en: 'Person in charge' },
} as const satisfies Record<HeadTitle, Bilingual>;

const places = {
  domicile: { zh: '住所', en: 'Domicile' },
  'principal-place': { zh: '主要经营场所', en: 'Principal place of business' },
  'place-of-business': { zh: '经营场所', en: 'Place of business' },
} as const satisfies Record<PlaceTitle, Bilingual>;

const capitals = {
  'registered-capital': { zh: '注册资本', en: 'Registered capital' },
  contribution: { zh: '出资额', en: 'Capital contributed' },
} as const satisfies Record<CapitalTitle, Bilingual>;

const statuses = {
  valid: { zh: '有效', en: 'valid' },
  suspended: { zh: '歇业', en: 'business suspended' },
  'ordered-to-close': { zh: '已被责令关闭', en: 'ordered to close' },
  'term-ended': { zh: '营业期限已届满', en: 'term of business ended' },
  reissued: { zh: '已被重新签发的营业执照取代', en: 'replaced by a licence issued later' },
  'licence-revoked': { zh: '已被吊销', en: 'licence revoked' },
  'establishment-revoked': { zh: '设立登记已被撤销', en: 'establishment revoked' },
  cancelled: { zh: '已注销', en: 'cancelled' },
  withdrawn: { zh: '已缴回或作废', en: 'given back or void' },
  'not-in-register': { zh: '登记簿中没有', en: 'not in the register' },
} as const satisfies Record<LicenceStatus, Bilingual>;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? '');

const dayInWords = (day: PlainDate): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** Yuan with two decimals; the whole part in groups of three. */
const yuan = (fen: number): string =>
  `人民币 ${(fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2 })} 元`;

const row = ({ zh, en }: Bilingual, text: string, kind = ''): string =>
  `<div${kind && ` class="${kind}"`}><dt>${zh}<span lang="en">${en}</span></dt><dd>${escaped(text)}</dd></div>`;

/** Long scopes of business are set smaller, so that a licence stays one sheet. */
function scopeSize(scope: string): string {
  if (scope.length <= 250) return 'scope';
  return scope.length <= 800 ? 'scope long' : 'scope longest';
}

function rowsOf(content: LicenceContent): string {
  const { code, name, typeName, head, capital, place, businessScope, establishedOn, termEnds } = content;
  const scope = businessScope.join('；');
  const isIndividual = head.title === 'operator';
  return [
    row({ zh: '统一社会信用代码', en: 'Unified social credit code' }, code, 'code'),
    row({ zh: '名称', en: 'Name' }, name ?? '（未使用名称）', 'name'),
    row(isIndividual ? { zh: '组成形式', en: 'Form' } : { zh: '类型', en: 'Type' }, typeName),
    row(heads[head.title], head.names.join('、')),
    ...(head.representatives
      ? [row({ zh: '委派代表', en: 'Representative' }, head.representatives.join('、'))]
      : []),
    ...(capital ? [row(capitals[capital.title], yuan(capital.fen))] : []),
    row({ zh: '成立日期', en: 'Established' }, dayInWords(establishedOn)),
    ...(termEnds === undefined
      ? []
      : [row({ zh: '营业期限至', en: 'Term of business, last day' }, dayInWords(addDays(termEnds, -1)))]),
    row(places[place.title], place.text, 'wide'),
    row({ zh: '经营范围', en: 'Scope of business' }, scope, `wide ${scopeSize(scope)}`),
  ].join('\n');
}

/** Nothing but what the page itself holds: no script, no address is loaded, and only this style applies. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256')
  .update(licencePageStyle)
  .digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

/** A licence as a page to be printed on one sheet of A4. Whatever was filed is escaped. */
export function licencePage({ content, status, on, printedCode }: PrintedLicence): string {
  const { name, code, number, registeredByName, issuedOn } = content;
  const told = statuses[status];
  const isValid = status === 'valid';
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>营业执照 ${escaped(name ?? code)}</title>
<style>${licencePageStyle}</style>
</head>
<body>
<main>
${isValid ? '' : `<p class="not-valid" role="alert">本营业执照现状：${told.zh} <span lang="en">Not valid: ${told.en}</span></p>\n`}<h1>营业执照 <span lang="en">Business Licence</span></h1>
<dl>
${rowsOf(content)}
</dl>
<footer>
<figure>
${qrCode(printedCode, '核验二维码')}
<figcaption>扫描核验；二维码含签名，可离线核验<span lang="en">Scan to check; signed, so it can be checked off-line</span></figcaption>
</figure>
<div class="issued">
<p class="authority">登记机关 ${escaped(registeredByName)}<span lang="en">Registering authority</span></p>
<p>签发日期 ${dayInWords(issuedOn)}（第 ${number} 次签发）<span lang="en">Issued</span></p>
<p class="status">截至 ${dayInWords(on)}，登记簿记载本营业执照${isValid ? '有效' : `：${told.zh}`}<span lang="en">As of this day the register has it: ${told.en}</span></p>
</div>
</footer>
</main>
</body>
</html>
`;
}
