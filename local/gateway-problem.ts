import { randomUUID } from 'node:crypto';
import type { DomainError } from '../lib/domain/errors.ts';
import { inLanguage, type Language } from '../lib/edge/language.ts';
import { type HttpAnswer, problemAnswer, problemDocument } from '../lib/edge/problem.ts';
import type { ProblemCode } from '../lib/edge/problem-texts.ts';

export interface AskedFor {
  readonly language: Language;
  readonly requestId: string;
}

type Details = Partial<Pick<DomainError, 'values' | 'defects'>>;

/** A problem that the gateway itself tells. */
export const gatewayProblem = (
  code: ProblemCode,
  asked: AskedFor,
  details: Details = {},
  headers: Record<string, string> = {},
): HttpAnswer =>
  problemAnswer(
    problemDocument(code, asked, { values: {}, defects: [], findings: [], ...details }),
    asked.language,
    headers,
  );

const TIMED_OUT = {
  zh: '未能在 30 秒内完成，结果未知。请以相同 Idempotency-Key 重试。',
  en: 'Not done within 30 seconds; what became of it is not known. Retry with the same Idempotency-Key.',
};

/** The deadline passed: unlike a fault, the handler may still be at work. */
export function timedOut(asked: AskedFor): HttpAnswer {
  const document = problemDocument('internal', asked);
  const code = 'gateway-timeout';
  const told = {
    ...document,
    type: `urn:tongbiao:problem:${code}`,
    title: code,
    status: 503,
    code,
    detail: inLanguage(TIMED_OUT, asked.language),
  };
  return problemAnswer(told as unknown as typeof document, asked.language);
}

/** What a client that does not speak HTTP gets (a malformed or oversize head, a head that never ends). */
export function rawProblem(code: string | undefined): string {
  const slow = code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const large = code === 'HPE_HEADER_OVERFLOW';
  const line = slow
    ? '408 Request Timeout'
    : large
      ? '431 Request Header Fields Too Large'
      : '400 Bad Request';
  const asked = { language: 'zh-CN', requestId: randomUUID() } as const;
  const document = { ...problemDocument('invalid-request', asked), status: Number(line.slice(0, 3)) };
  const body = JSON.stringify(document);
  return `HTTP/1.1 ${line}\r\nConnection: close\r\nContent-Type: application/problem+json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
