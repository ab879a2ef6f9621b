import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { BusinessScope } from '../items/filed-scope.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import { findScopeItem, needsApprovalBefore } from '../scope-items.ts';
import { type Lens, through } from './lens.ts';
import { defect, each, review, when } from './rule.ts';

const entryRules: readonly Rule<BusinessScope>[] = [
  defect({
    id: 'scope.empty',
    articles: [registrationRegulation('第八条第一款第三项'), registrationRegulation('第十四条')],
    zh: '应当申报经营范围',
    en: 'The business scope has to be told',
    check: ({ facts }) => when(facts.length === 0, ''),
  }),
  defect({
    id: 'scope.named-twice',
    articles: [implementingRules('第十二条')],
    zh: '经营项目只应列明一次：{text}',
    en: 'A scope item is named once: {text}',
    check: ({ facts }) => {
      const seen = new Set<string>();
      return each(facts, ({ text }, index) => {
        if (seen.has(text)) return { path: `/${index}/text`, values: { text } };
        seen.add(text);
        return undefined;
      });
    },
  }),
  /* Our copy of the catalogue is a part of it, so a text it lacks is judged and not sent back. */
  review({
    id: 'scope.not-in-catalogue',
    articles: [registrationRegulation('第十四条第二款'), implementingRules('第十二条')],
    admits: ['register', 'return'],
    zh: '经营项目应当从经营范围规范目录中选择：{text}',
    en: 'Scope items are chosen from the published catalogue: {text}',
    check: ({ facts }) =>
      each(facts, ({ text }, index) =>
        findScopeItem(text) === undefined ? { path: `/${index}/text`, values: { text } } : undefined,
      ),
  }),
  defect({
    id: 'scope.approval-missing',
    articles: [registrationRegulation('第十四条第一款')],
    zh: '“{text}”属于登记前依法须经批准的项目，应当提交有关批准文件',
    en: '“{text}” needs approval before registration: its approval has to be handed in',
    check: ({ facts }) =>
      each(facts, ({ text, approval }, index) =>
        approval === undefined && needsApprovalBefore(text)
          ? { path: `/${index}`, values: { text } }
          : undefined,
      ),
  }),
  /* That the document is genuine and covers the item is for an officer to see. */
  review({
    id: 'scope.approval-given',
    articles: [registrationRegulation('第十四条第一款'), implementingRules('第二十二条第一款')],
    admits: ['register', 'return', 'refuse'],
    zh: '“{text}”属于登记前依法须经批准的项目，应当核对批准文件 {document}（{number}）及其有效期；未规定有效期限且自批准之日起超过九十日的，应当报审批机关确认其效力或者另行报批',
    en: '“{text}” needs approval before registration: check the approval {document} ({number}) and that it holds; one without a term that is more than 90 days old has to be confirmed or given anew',
    check: ({ facts }) =>
      each(facts, ({ text, approval }, index) =>
        approval !== undefined && needsApprovalBefore(text)
          ? { path: `/${index}/approval`, values: { text, ...approval } }
          : undefined,
      ),
  }),
];

/** 经营范围. */
export const scopeRules = <Facts>(scope: Lens<Facts, BusinessScope>): readonly Rule<Facts>[] =>
  through(scope, entryRules);
