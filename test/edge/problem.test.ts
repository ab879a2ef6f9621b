import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { problemSchema } from '../../lib/contract/problem.ts';
import { DomainError, type DomainErrorCode } from '../../lib/domain/errors.ts';
import type { Finding } from '../../lib/domain/standard/finding.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { answerForError, type HttpAnswer } from '../../lib/edge/problem.ts';
import { problemKinds } from '../../lib/edge/problem-texts.ts';
import { read, send, throwing } from './a-thing.ts';
import { logOf } from './an-event.ts';

describe('a problem document', () => {
  test('follows RFC 9457, in Chinese unless English is asked for', async () => {
    const answer = await send({ body: '{"name":"a","a/b~c":1}' });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['content-language']).toBe('zh-CN');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers.vary).toBe('accept-language');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    expect(read(answer)).toEqual({
      type: 'urn:tongbiao:problem:invalid-request',
      title: 'invalid-request',
      status: 400,
      code: 'invalid-request',
      detail: '请求内容不符合接口约定，请按 defects 所示位置改正后重新提交。',
      requestId: 'request-1',
      defects: [{ path: '/a~1b~0c', code: 'unknown-field', detail: '未知字段 a/b~c' }],
    });
    expect(z.safeParse(problemSchema, read(answer)).success).toBe(true);
  });

  test('is in English by Accept-Language', async () => {
    const answer = await send({ body: '{}', headers: { 'accept-language': 'en-GB, zh;q=0.1' } });
    expect(answer.headers['content-language']).toBe('en');
    expect(read(answer).detail).toBe(
      'The request does not fit the interface; mend it where the defects point and send it again.',
    );
    expect(read(answer).defects).toEqual([
      { path: '/name', code: 'invalid-type', detail: 'missing or of the wrong type, string expected' },
    ]);
  });

  test('takes a thousand preferred languages for what they are', async () => {
    const answer = await send({ body: '{}', headers: { 'accept-language': 'x;q=0.1,'.repeat(1_000) } });
    expect(answer.headers['content-language']).toBe('zh-CN');
  });

  test.each([
    ['zh-CN', '格式不符：日期，以半角数字写作 2030-12-31'],
    ['en', 'not of its form: a day, written 2030-12-31'],
  ])('tells a format in words, in %s', async (language, detail) => {
    const format = String(/^\d{4}-\d{2}-\d{2}$/);
    const defects = [{ path: '/facts/decidedOn', code: 'invalid-format', values: { format } }];
    const handler = throwing(new DomainError('invalid-request', { defects }));
    const answer = await send({ headers: { 'accept-language': language } }, handler);
    expect(read(answer).defects).toEqual([{ path: '/facts/decidedOn', code: 'invalid-format', detail }]);
  });

  describe('tells a reason in words, and keeps its code among the values', () => {
    const told = async (values: DomainError['values'], language: string) => {
      const handler = throwing(new DomainError('unknown-place', { values }));
      const answer = await send({ headers: { 'accept-language': language } }, handler);
      const { detail, values: kept } = read(answer) as { detail: string; values: unknown };
      return { detail, kept };
    };
    const withdrawn = { division: '500228', reason: 'withdrawn-division', successors: ['500155 梁平区'] };
    const unknown = { division: '110105', reason: 'unknown-division', successors: [] };
    test.each([
      [
        withdrawn,
        'zh-CN',
        '行政区划代码 500228 不能作为住所所在地：该代码已经停用，请按住所现在的区划改用：500155 梁平区。',
      ],
      [
        withdrawn,
        'en',
        'Division 500228 cannot be the place of an enterprise: the code is withdrawn; use that of the address as it is now: 500155 梁平区.',
      ],
      [
        unknown,
        'zh-CN',
        '行政区划代码 110105 不能作为住所所在地：不是本服务各地区现行的行政区划代码（GB/T 2260），请填写住所所在县（市、区）的六位代码。',
      ],
      [
        { ...unknown, reason: 'of-tomorrow' },
        'en',
        'Division 110105 cannot be the place of an enterprise: of-tomorrow.',
      ],
    ] as const)('%o in %s', async (values, language, detail) =>
      expect(await told(values, language)).toEqual({ detail, kept: values }),
    );
  });

  const codes = Object.keys(problemKinds).filter(
    (code) => code !== 'internal' && code !== 'method-not-allowed',
  ) as DomainErrorCode[];
  const statuses: Readonly<Record<DomainErrorCode, number>> = {
    'malformed-body': 400,
    'unsupported-media-type': 415,
    'body-too-large': 413,
    'invalid-request': 400,
    unauthenticated: 401,
    forbidden: 403,
    'not-found': 404,
    'unknown-item': 404,
    'unknown-enterprise': 422,
    'unknown-standard': 422,
    'unknown-place': 422,
    'unknown-authority': 422,
    'unknown-source': 404,
    'unknown-record-class': 422,
    'unknown-purpose': 422,
    'no-authority-for-place': 422,
    'identity-proof-invalid': 422,
    'idempotency-conflict': 409,
    'claimed-by-other': 409,
    'correction-not-allowed': 422,
    'handover-not-allowed': 409,
    'follow-up-not-allowed': 409,
    'signing-unavailable': 503,
    'withdrawal-not-allowed': 409,
    'version-conflict': 412,
    'filing-not-open': 409,
    'outcome-not-admissible': 422,
    'extension-not-allowed': 409,
    'concerns-officer': 403,
    'record-conflict': 409,
    'record-out-of-catalogue': 422,
    'record-step-not-allowed': 409,
    'repair-not-allowed': 422,
    'task-step-not-allowed': 409,
    'heartbeat-behind': 409,
    'lookup-not-logged': 503,
    'log-not-sealed': 409,
    'data-request-decided': 409,
    'erasure-not-allowed': 422,
    'restriction-not-allowed': 422,
    'succession-conflict': 409,
    'too-many-data-requests': 409,
    'quota-exceeded': 429,
    'material-not-arrived': 409,
    'material-refused': 422,
    'material-unusable': 422,
    'too-many-uploads': 429,
    'draft-not-open': 409,
    'too-many-drafts': 409,
    'unknown-list': 422,
    'listing-case-required': 409,
    'listing-step-not-allowed': 409,
    'too-many-watches': 409,
    'too-many-exports': 429,
    'too-many-imports': 429,
    'too-busy': 503,
  };

  test.each([
    [
      'zh-CN',
      '该记录现在不能修复：尚未届满最短期限，2026-11-27起方可。可修复之日及条件见该记录的 repairable。',
    ],
    [
      'en',
      'The record cannot be repaired now: its minimum has not passed; it can be from 2026-11-27. See `repairable` of the record for the day and the conditions.',
    ],
  ])('says in %s why, and keeps the code of the reason beside it', async (language, detail) => {
    const values = { reason: 'too-early', from: '2026-11-27' };
    const error = new DomainError('repair-not-allowed', { values });
    const answer = await send({ headers: { 'accept-language': language } }, throwing(error));
    expect(read(answer)).toMatchObject({ detail, values });
  });

  test('has a status for every code', () => {
    expect(Object.keys(statuses).sort()).toEqual([...codes].sort());
  });

  test.each(codes)('of %s has its status and keeps to the published shape', async (code) => {
    const error = new DomainError(code, { values: { reason: 'r', admissible: ['return'], maximumBytes: 1 } });
    let answer: HttpAnswer | undefined;
    await logOf(async () => {
      answer = await send({}, throwing(error));
    });
    expect(answer?.statusCode).toBe(statuses[code]);
    const document = JSON.parse(answer?.body ?? '');
    expect(document).toMatchObject({ code, status: statuses[code], title: code, requestId: 'request-1' });
    expect(document.detail).not.toBe('');
    expect(z.safeParse(problemSchema, document).success).toBe(true);
  });

  test('of too much at once says when to come back', async () => {
    let answer: HttpAnswer | undefined;
    const log = await logOf(async () => {
      answer = await send({}, throwing(new DomainError('too-busy')));
    });
    expect(answer?.headers['retry-after']).toBe('1');
    expect(JSON.parse(log.split('\n')[0] ?? '')).toMatchObject({
      level: 'WARN',
      message: 'unavailable',
      code: 'too-busy',
    });
  });

  test('of a missing token says how to give one', async () => {
    const answer = await send({}, throwing(new DomainError('unauthenticated')));
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  test('of a refusal by the standard carries its findings', async () => {
    const finding: Finding = {
      rule: 'capital.pay-by',
      effect: 'defect',
      path: '/shareholders/0/payBy',
      values: { years: 5 },
      articles: [
        { law: '公司法', article: '第四十七条', validFrom: '2024-07-01' as PlainDate, confidence: 'seen' },
      ],
      admits: [],
    };
    const error = new DomainError('outcome-not-admissible', {
      values: { outcome: 'register', admissible: ['return'] },
      findings: [finding],
    });
    const document = read(await send({}, throwing(error)));
    expect(document.status).toBe(422);
    expect(document.values).toEqual({ outcome: 'register', admissible: ['return'] });
    expect(document.findings).toMatchObject([
      { rule: 'capital.pay-by', effect: 'defect', path: '/shareholders/0/payBy' },
    ]);
  });

  test('is not logged when it is the caller who has to mend something', async () => {
    expect(await logOf(() => send({ body: '{"canary":1}' }))).toBe('');
    expect(await logOf(() => send({}, throwing(new DomainError('forbidden'))))).toBe('');
  });
});

test.each(['ThrottlingException', 'AbortError', 'TimeoutError'])(
  'a store that meets a request with %s is to be asked again later; another fault is ours',
  (name) => {
    const asked = { language: 'en', requestId: 'r' } as const;
    const fault = Object.assign(new Error('x'), { name });
    expect(answerForError(fault, asked)).toMatchObject({ statusCode: 503, headers: { 'retry-after': '1' } });
    expect(answerForError(new Error('x'), asked).statusCode).toBe(500);
  },
);
