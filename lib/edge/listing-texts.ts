import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import type { ProblemKind } from './problem-texts.ts';

/** Problems on the way on a list and off it. */
export const listingProblems = {
  'unknown-list': {
    status: 422,
    zh: '没有编号为 {list} 的名单可以由列入程序列入；serious-list 为严重违法失信名单，abnormal-list 为经营异常名录。',
    en: 'There is no list {list} that one comes on by a listing case; there are serious-list and abnormal-list.',
  },
  'listing-case-required': {
    status: 409,
    zh: '列入 {list} 由本机关按列入程序决定，决定时一并公布；请先提出列入案（POST /v1/credit/listing-cases）。',
    en: 'A listing on {list} is decided by a case of this authority and published with the decision; begin with POST /v1/credit/listing-cases.',
  },
  'listing-step-not-allowed': {
    status: 409,
    zh: '列入案目前不能办理此步骤：{reason}。可办理的步骤见该案的 next。',
    en: 'This step cannot be taken in the listing case now: {reason}. What can be is in `next` of the case.',
  },
} as const satisfies Partial<Record<DomainErrorCode, ProblemKind>>;

export const listingDefects = {
  'before-step': { zh: '早于上一步骤之日', en: 'before the day of the step that came before' },
} as const satisfies Readonly<Record<string, Bilingual>>;
