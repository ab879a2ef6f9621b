import {
  type BarredByList,
  type LicensedEntry,
  marketAccessList,
} from '../../catalog/negative-lists/market-access.ts';
import { type YangtzeEntry, yangtzeList } from '../../catalog/negative-lists/yangtze.ts';
import { scopeConfidence } from '../../catalog/vocabulary.ts';
import type { ProjectScreening } from '../../lib/domain/screening/screen-project.ts';
import type { ScopeScreening } from '../../lib/domain/screening/screen-scope.ts';

const explanations = {
  'not-applicable': {
    zh: '清单只适用于新增固定资产投资项目；法律的禁止性规定（如长江保护法第二十二条、第二十六条）仍须遵守。筛查结果不是不予登记的理由。',
    en: 'The list is for new fixed-asset investment only; what law itself prohibits (长江保护法 第二十二条, 第二十六条) binds all the same. No result is a ground to refuse a registration.',
  },
  clear: {
    zh: '按所述情况，清单各条均不禁止该项目。筛查结果供项目备案、核准、环评参考，不是不予登记的理由。',
    en: 'As told, no entry of the list bars the project. The result is for the procedures of the project; it is no ground to refuse a registration.',
  },
  'needs-evidence': {
    zh: '尚有情况须予查明，见 questions。筛查结果供项目备案、核准、环评参考，不是不予登记的理由。',
    en: 'Some things remain to be settled, see questions. The result is for the procedures of the project; it is no ground to refuse a registration.',
  },
  hit: {
    zh: '按所述情况，清单至少有一条禁止该项目；是否禁止由项目主管部门认定。筛查结果不是不予登记的理由。',
    en: 'As told, at least one entry of the list bars the project; whether it does is for the authority of the project to say. It is no ground to refuse a registration.',
  },
} as const satisfies Record<
  ProjectScreening<YangtzeEntry>['result'],
  { readonly zh: string; readonly en: string }
>;

/** An entry marked as memory is told as such: its text may differ from the official one. */
export function presentProject({ result, entries }: ProjectScreening<YangtzeEntry>) {
  const { name, questions } = yangtzeList();
  const asked = new Set(entries.flatMap(({ asks }) => asks));
  return {
    list: name,
    result,
    bearsOnRegistration: false as const,
    explanation: explanations[result],
    entries: entries.map(({ entry, result: ofEntry, asks }) => ({
      id: entry.id,
      category: entry.category,
      result: ofEntry,
      text: entry.text,
      exceptions: entry.exceptions,
      articles: entry.articles,
      confidence: entry.provenance.confidence,
      asks: [...asks],
    })),
    questions: questions.filter(({ id }) => asked.has(id)),
  };
}

export const presentScope = (screened: readonly ScopeScreening<BarredByList, LicensedEntry>[]) => ({
  list: marketAccessList().name,
  texts: screened.map(({ text, result, prohibited, licensed }) => ({
    text,
    result,
    confidence: prohibited[0]?.articles[0]?.confidence ?? scopeConfidence(),
    prohibited: prohibited.map(({ entry, word, unless, articles }) => ({
      entry: entry.id,
      text: entry.text,
      word,
      ...(unless !== undefined && { unless }),
      articles,
      confidence: entry.provenance.confidence,
    })),
    licensed: licensed.map(({ id, text: title, articles, provenance }) => ({
      entry: id,
      text: title,
      articles,
      confidence: provenance.confidence,
    })),
  })),
});
