import type { DomainErrorCode } from '../domain/errors.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import type { ProblemKind } from './problem-texts.ts';

/** Problems of requests about one's own data, and of codes that took the place of others. */
export const dataRequestProblems = {
  'data-request-decided': {
    status: 409,
    zh: '该请求已经答复，请查看其结果；情况有变的，请重新提出。',
    en: 'This request has been answered; see its answer, or ask anew where things have changed.',
  },
  'erasure-not-allowed': {
    status: 422,
    zh: '不能删除：{reason}（kept-by-law 依法应当保存；period-runs 保存期限未满，期满之日见 until；erased 已经删除）。期限未满的，可以 restrict 限制使用；否则以法定理由拒绝，并告知期限。',
    en: 'This cannot be erased: {reason} (kept-by-law: law has it kept; period-runs: its period runs, to the day in `until`; erased: it is erased already). While a period runs its use can be restricted (`restrict`); else refuse the request with its ground, and tell until when.',
  },
  'restriction-not-allowed': {
    status: 422,
    zh: '不能限制使用：{reason}（kept-by-law 登记簿、信用记录和审查中的申请依法应当使用；erased 已经删除；restricted 已经限制）。请以法定理由拒绝，或者告知应走的程序。',
    en: 'Its use cannot be restricted: {reason} (kept-by-law: law has the register, records and filings in review used; erased: nothing is left; restricted: it is already). Refuse with its ground, or name the procedure that is for it.',
  },
  'succession-conflict': {
    status: 409,
    zh: '不能记载或者撤回该代码替换：{reason}（other-kind 已按另一种类记载；too-many 该代码关联的代码过多；none 没有此记载；of-other-side 由另一方记载，应由该方撤回；of-other-authority 由本方其他机关记载，应由其撤回）。',
    en: 'This succession of codes cannot be recorded or withdrawn: {reason} (other-kind: it is recorded as of the other kind; too-many: too many codes are linked with it; none: there is none; of-other-side: the other side recorded it and withdraws it; of-other-authority: another authority of this side did).',
  },
  'too-many-data-requests': {
    status: 409,
    zh: '您已有 {most} 项尚未答复的请求，请待其答复后再提出。',
    en: 'You have {most} requests that are not answered yet; ask again once they are.',
  },
} as const satisfies Partial<Record<DomainErrorCode, ProblemKind>>;

export const dataRequestDefects = {
  'same-code': { zh: '与原代码相同', en: 'the same as the former code' },
  'other-ground': {
    zh: '不是此类请求作此答复的理由，见 GET /v1/standards/retention 的 grounds',
    en: 'no ground for this answer to a request of this kind; see `grounds` of GET /v1/standards/retention',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
