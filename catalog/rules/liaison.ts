import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { registrationRegulation } from '../laws.ts';
import { defect, when } from './rule.ts';

/** 登记联络员, whom every type has to have filed; `article`: the one that says so of this type. */
export const liaisonRule = (article: Article): Rule<{ readonly liaison?: string | undefined }> =>
  defect({
    id: 'liaison.missing',
    articles: [registrationRegulation('第九条第七项'), article],
    zh: '应当备案登记联络员',
    en: 'A registration liaison has to be named',
    check: ({ facts }) => when(facts.liaison === undefined, '/liaison'),
  });
