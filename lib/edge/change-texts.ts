import type { Bilingual } from '../domain/standard/provenance.ts';

/** What can be wrong with a question for changes. */
export const changeDefects = {
  'unknown-side': { zh: '没有此地区，应为 {sides} 之一', en: 'no such side; one of {sides}' },
  'number-not-given': {
    zh: '该地区的变更至今编到 {last}：此编号出自另一地区，或者出自已恢复到较早状态的数据。请自已知的编号起重新读取',
    en: 'the changes of this side have numbers up to {last}: this one is of another side, or of data that was put back since. Read again from a number you know',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
