import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import type { ProblemKind } from './problem-texts.ts';

/** Problems of questions about credit, and of their log. */
export const lookupProblems = {
  'log-not-sealed': {
    status: 409,
    zh: '{day} 的查询日志尚未封存，{sealedFrom} 之后可以取得证明。',
    en: 'The log of {day} is not sealed yet; proofs can be had after {sealedFrom}.',
  },
  'quota-exceeded': {
    status: 429,
    zh: '已超过查询限额：{period} 内最多 {limit} 个主体。本次查询已留痕，未予答复；请在 {retryAfter} 秒后重试，或者向系统管理部门申请调整。',
    en: 'Over the quota of look-ups: at most {limit} subjects in a {period}. The attempt was logged and is not answered; try again in {retryAfter} seconds, or ask whoever runs the service for another quota.',
  },
  'too-many-watches': {
    status: 409,
    zh: '本机关的关注已达 {most} 个，请先结束不再需要的关注。',
    en: 'This authority has {most} watches; end some that are no longer needed.',
  },
} as const satisfies Partial<Record<DomainErrorCode, ProblemKind>>;

/** What is wrong with a question about credit. */
export const lookupDefects = {
  'name-too-short': {
    zh: '除行政区划和组织形式外，名称至少应有两个字',
    en: 'beside division and legal form a name needs at least two characters',
  },
  'more-than-a-year': { zh: '距今超过十二个月', en: 'more than twelve months away' },
} as const satisfies Readonly<Record<string, Bilingual>>;
