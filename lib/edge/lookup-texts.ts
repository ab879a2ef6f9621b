import type { Bilingual } from '../domain/standard/provenance.ts';

/** What is wrong with a question about credit. */
export const lookupDefects = {
  'name-too-short': {
    zh: '除行政区划和组织形式外，名称至少应有两个字',
    en: 'beside division and legal form a name needs at least two characters',
  },
} as const satisfies Readonly<Record<string, Bilingual>>;
