import { isRuling } from '../../../lib/domain/registration/name-dispute.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { officeLimits } from '../../limits.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { exOfficioRule, officeRules } from '../../rules/ex-officio.ts';
import { type AskedMaterial, materialRules, materialsOf } from '../../rules/materials.ts';
import { findNameDispute, rulingArticles, rulingBy } from '../../rules/name-disputes.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import type { EndFacts, MaterialKind } from './facts.ts';

const askedMaterials: readonly AskedMaterial<EndFacts, MaterialKind>[] = [
  {
    id: 'ruling',
    name: { zh: '行政裁决书', en: 'The ruling' },
    articles: rulingArticles,
    needed: ({ result }) => isRuling(result),
    when: { zh: '作出行政裁决的', en: 'where the authority ruled' },
  },
  {
    id: 'mediation-record',
    name: { zh: '调解协议或者调解笔录', en: 'What was agreed by mediation' },
    articles: rulingArticles,
    needed: ({ result }) => result === 'mediated',
    when: { zh: '调解达成一致的', en: 'where it was mediated' },
  },
  {
    id: 'record',
    name: { zh: '终结处理的记录', en: 'Record of why it ended' },
    articles: rulingArticles,
    needed: ({ result }) => !isRuling(result) && result !== 'mediated',
    when: { zh: '因其他原因终结的', en: 'where it ended otherwise' },
  },
];

const rules: readonly Rule<EndFacts>[] = [
  /* In whatever state the enterprise is by now: what was accepted is brought to an end. */
  ...officeRules<EndFacts>({}).filter(({ id }) => id !== 'enterprise.status'),
  defect({
    id: 'name-dispute.unknown',
    articles: rulingArticles,
    zh: '没有这样一项正在处理的名称争议：{dispute}',
    en: 'No such dispute is open: {dispute}',
    check: onEnterprise((enterprise, { facts: { dispute } }) =>
      when(findNameDispute(enterprise, dispute) === undefined, '/dispute', { dispute }),
    ),
  }),
  defect({
    id: 'name-dispute.ruling',
    articles: rulingArticles,
    zh: '作出行政裁决的应当填报裁决书，以其他方式终结的不应填报',
    en: 'The document is told of a ruling, and of nothing else',
    check: ({ facts: { result, ruling } }) =>
      when(isRuling(result) !== (ruling !== undefined), ruling === undefined ? '/result' : '/ruling'),
  }),
  defect({
    id: 'name-dispute.ruling-day',
    articles: rulingArticles,
    zh: '裁决之日 {decidedOn} 应当在受理之日 {acceptedOn} 以后、今日以前（均含当日）',
    en: 'The ruling, of {decidedOn}, lies between the acceptance, {acceptedOn}, and today, both included',
    check: onEnterprise((enterprise, { facts: { dispute, ruling }, on }) => {
      const { acceptedOn } = findNameDispute(enterprise, dispute) ?? {};
      const decidedOn = ruling?.decidedOn;
      if (acceptedOn === undefined || decidedOn === undefined) return NONE;
      return when(decidedOn < acceptedOn || decidedOn > on, '/ruling/decidedOn', { decidedOn, acceptedOn });
    }),
  }),
  /* Late binds the authority, and makes no ruling void. */
  note({
    id: 'name-dispute.ruling-late',
    articles: rulingArticles,
    zh: '应当自受理之日起三个月内（至 {until}）作出行政裁决',
    en: 'A dispute is ruled on within three months of its acceptance, by {until}',
    check: onEnterprise((enterprise, { facts: { dispute, ruling } }) => {
      const { acceptedOn } = findNameDispute(enterprise, dispute) ?? {};
      if (acceptedOn === undefined || ruling === undefined) return NONE;
      const until = rulingBy(acceptedOn);
      return when(ruling.decidedOn > until, '/ruling/decidedOn', { until });
    }),
  }),
  note({
    id: 'name-dispute.order-follows',
    articles: rulingArticles,
    zh: '裁决认定该名称应当停止使用的，应当在企业收到后办理停止使用企业名称（order-name-change）',
    en: 'Where the ruling holds that the name is to be stopped, that is entered (order-name-change) once the enterprise has received it',
    check: ({ facts: { result } }) => when(result === 'infringing', '/result'),
  }),
  ...materialRules(askedMaterials),
  exOfficioRule(rulingArticles, {
    zh: '应当由另一名工作人员核对调解、裁决或者其他终结情形',
    en: 'Another officer checks the mediation, the ruling or whatever else ends it',
  }),
];

export const standard202502: Standard<EndFacts> = {
  item: 'close-name-dispute',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits(rulingArticles),
};
