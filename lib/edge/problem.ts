import { type Defect, DomainError } from '../domain/errors.ts';
import type { Finding } from '../domain/standard/finding.ts';
import { formatTexts } from './format-texts.ts';
import { fillIn, inLanguage, type Language } from './language.ts';
import { defectText, type ProblemCode, problemKinds } from './problem-texts.ts';
import { reasonText } from './reason-texts.ts';

/** RFC 9457 problem document. `code` is stable; `detail` is for people, in the language they asked for. */
export interface ProblemDocument {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId: string;
  readonly values?: DomainError['values'];
  readonly defects?: readonly { readonly path: string; readonly code: string; readonly detail: string }[];
  /** What the standard says, where it is the standard that refuses. */
  readonly findings?: readonly Finding[];
}

interface Asked {
  readonly language: Language;
  readonly requestId: string;
}

export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The values as its text tells them: a reason in words, what is a code in `values`. */
function inWords(
  code: ProblemCode,
  values: DomainError['values'],
  language: Language,
): DomainError['values'] {
  const why = reasonText(code, values.reason);
  return why === undefined
    ? values
    : { ...values, reason: fillIn(inLanguage(why, language), values, language) };
}

/** The format that a value should have, in words where there are any. */
function formatInWords(values: Defect['values'] = {}, language: Language): NonNullable<Defect['values']> {
  const { format } = values;
  const text =
    typeof format === 'string' && Object.hasOwn(formatTexts, format) ? formatTexts[format] : undefined;
  return text === undefined ? values : { ...values, format: inLanguage(text, language) };
}

/** The document for one code; `values` fill its text. */
export function problemDocument(
  code: ProblemCode,
  asked: Asked,
  details: Pick<DomainError, 'values' | 'defects' | 'findings'> = { values: {}, defects: [], findings: [] },
): ProblemDocument {
  const kind = problemKinds[code];
  const { language, requestId } = asked;
  const defects = details.defects.map(({ path, code: defect, values = {} }) => ({
    path,
    code: defect,
    detail: fillIn(inLanguage(defectText(defect), language), formatInWords(values, language), language),
  }));
  const filled = { ...inWords(code, details.values, language), requestId };
  return {
    type: `urn:tongbiao:problem:${code}`,
    title: code,
    status: kind.status,
    code,
    detail: fillIn(inLanguage(kind, language), filled, language),
    requestId,
    ...(Object.keys(details.values).length > 0 && { values: details.values }),
    ...(defects.length > 0 && { defects }),
    ...(details.findings.length > 0 && { findings: details.findings }),
  };
}

/** A problem document as an HTTP answer. */
export function problemAnswer(
  document: ProblemDocument,
  language: Language,
  headers: Record<string, string> = {},
): HttpAnswer {
  return {
    statusCode: document.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': language,
      vary: 'accept-language',
      'cache-control': 'no-store',
      ...headers,
    },
    body: JSON.stringify(document),
  };
}

/** What RFC 9110 wants beside a status, or what a client does well to have. */
const headersOfStatus: Readonly<Record<number, Record<string, string>>> = {
  401: { 'www-authenticate': 'Bearer' },
  503: { 'retry-after': '1' },
};

const PASSING = new Set([
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ThrottlingException',
  'AbortError',
  'TimeoutError',
]);

/** The store asks to come again later, after the SDK has tried so itself, or has not answered in time. */
const mayPass = (error: unknown): boolean => error instanceof Error && PASSING.has(error.name);

/** What an error thrown by an act becomes; anything but a `DomainError` is a fault of ours. */
export function answerForError(error: unknown, asked: Asked): HttpAnswer {
  const document =
    error instanceof DomainError
      ? problemDocument(error.code, asked, error)
      : problemDocument(mayPass(error) ? 'too-busy' : 'internal', asked);
  const { retryAfter } = error instanceof DomainError ? error.values : {};
  return problemAnswer(document, asked.language, {
    ...headersOfStatus[document.status],
    ...(typeof retryAfter === 'number' && { 'retry-after': String(retryAfter) }),
  });
}
