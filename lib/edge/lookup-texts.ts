import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import type { ProblemKind } from './problem-texts.ts';

/** Problems of questions about credit. */
export const lookupProblems = {
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
