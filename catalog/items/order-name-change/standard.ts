import { standingNameOrder } from '../../../lib/domain/registration/name-order.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { civilCode, nameProvisions } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { decisionRules } from '../../rules/decision.ts';
import { onEnterprise, STANDING } from '../../rules/enterprise.ts';
import { exOfficioRule, officeRules } from '../../rules/ex-officio.ts';
import { isLate } from '../../rules/last-day.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { rulingArticles, rulingBy } from '../../rules/name-disputes.ts';
import { DAYS_TO_CHANGE, stopArticles } from '../../rules/name-orders.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import { changeBy, countsFrom } from './days.ts';
import type { MaterialKind, NameOrderFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<NameOrderFacts, MaterialKind>[] = [
  {
    id: 'court-document',
    name: {
      zh: '人民法院生效的法律文书（以其为依据的提交）',
      en: 'Effective document of a court, where it is the ground',
    },
    articles: stopArticles,
    needed: ({ ground }) => ground.kind === 'court',
    when: { zh: '以人民法院法律文书为依据的', en: 'where a court held it' },
  },
  {
    id: 'decision',
    name: {
      zh: '登记机关的处理决定（以其为依据的提交）',
      en: 'Decision of the authority, where it is the ground',
    },
    articles: stopArticles,
    needed: ({ ground }) => ground.kind !== 'court',
    when: { zh: '以登记机关行政裁决或者纠正决定为依据的', en: 'where the authority ruled or corrected' },
  },
  {
    id: 'service-proof',
    name: { zh: '送达企业的凭证', en: 'Proof that the enterprise received it' },
    articles: stopArticles,
    needed: always,
  },
];

const nameRules: readonly Rule<NameOrderFacts>[] = [
  defect({
    id: 'name-order.other-name',
    articles: [...stopArticles, nameProvisions('第四条')],
    zh: '文书所指名称“{name}”不是该经营主体现登记的名称“{registered}”：已经变更的，无需再行责令',
    en: 'The document is about “{name}”, and the enterprise is registered as “{registered}”: a name that was changed needs no order',
    check: onEnterprise(({ name: registered }, { facts: { name } }) =>
      when(name !== registered, '/name', { name, registered: registered ?? '—' }),
    ),
  }),
  defect({
    id: 'name-order.stands',
    articles: stopArticles,
    zh: '该名称已被责令停止使用，应当在 {changeBy} 前变更',
    en: 'It has to stop using this name already, by {changeBy}',
    check: onEnterprise((enterprise) => {
      const order = standingNameOrder(enterprise);
      return order === undefined ? NONE : when(true, '/enterprise', { changeBy: order.changeBy });
    }),
  }),
];

const dayRules: readonly Rule<NameOrderFacts>[] = [
  ...decisionRules<NameOrderFacts>(stopArticles),
  defect({
    id: 'name-order.received',
    articles: stopArticles,
    zh: '企业收到文书之日 {receivedOn} 应当在作出之日 {decidedOn} 以后、今日以前',
    en: 'The enterprise received it on {receivedOn}: that lies between its own day, {decidedOn}, and today',
    check: ({ facts: { receivedOn, decision }, on }) =>
      when(receivedOn < decision.decidedOn || receivedOn > on, '/receivedOn', {
        receivedOn,
        decidedOn: decision.decidedOn,
      }),
  }),
  defect({
    id: 'name-order.not-effective',
    articles: stopArticles,
    zh: '人民法院的法律文书应当已经生效：生效之日 {effectiveOn} 应当在作出之日以后、今日以前',
    en: 'A court’s document has to be in effect: the day it took effect, {effectiveOn}, lies between its own day and today',
    check: ({ facts: { ground, decision }, on }) => {
      if (ground.kind !== 'court') return NONE;
      const { effectiveOn } = ground;
      return when(effectiveOn > on || effectiveOn < decision.decidedOn, '/ground/effectiveOn', {
        effectiveOn,
      });
    },
  }),
  defect({
    id: 'name-order.accepted-later',
    articles: [nameProvisions('第二十一条第二款')],
    zh: '名称争议受理之日 {acceptedOn} 晚于行政裁决之日',
    en: 'The dispute was accepted on {acceptedOn}, after the ruling on it',
    check: ({ facts: { ground, decision } }) =>
      ground.kind === 'ruling'
        ? when(ground.acceptedOn > decision.decidedOn, '/ground/acceptedOn', {
            acceptedOn: ground.acceptedOn,
          })
        : NONE,
  }),
  /* Of disputes that were dealt with before the register kept them, the officer's entry is all there is. */
  defect({
    id: 'name-order.no-ruling',
    articles: rulingArticles,
    zh: '登记簿中没有于 {acceptedOn} 受理、裁决认定侵权的该名称争议：应当先办理企业名称争议处理终结（close-name-dispute）',
    en: 'The register holds no dispute about this name that was accepted on {acceptedOn} and ruled to infringe: it is closed first (close-name-dispute)',
    check: onEnterprise(({ nameDisputes = [] }, { facts: { ground, name } }) => {
      if (ground.kind !== 'ruling') return NONE;
      const { acceptedOn } = ground;
      const about = nameDisputes.filter((dispute) => dispute.name === name);
      const ruled = about.some(
        (dispute) => dispute.acceptedOn === acceptedOn && dispute.result === 'infringing',
      );
      return when(about.length > 0 && !ruled, '/ground/acceptedOn', { acceptedOn });
    }),
  }),
  /* Late binds the authority, and makes no ruling void. */
  note({
    id: 'name-order.ruling-late',
    articles: [nameProvisions('第二十一条第二款')],
    zh: '应当自受理之日起三个月内（至 {until}）作出行政裁决',
    en: 'A dispute is ruled on within three months of its acceptance, by {until}',
    check: ({ facts: { ground, decision } }) => {
      if (ground.kind !== 'ruling' || ground.acceptedOn > decision.decidedOn) return NONE;
      const until = rulingBy(ground.acceptedOn);
      return when(decision.decidedOn > until, '/decision/decidedOn', { until });
    },
  }),
  note({
    id: 'name-order.overdue',
    articles: [...stopArticles, civilCode('第二百零一条第一款'), civilCode('第二百零三条第一款')],
    zh: '三十日（至 {until}）已经届满而名称未变更：应当列入经营异常名录',
    en: 'The thirty days were over on {until} and the name stands unchanged: it is put on the list of abnormal operations',
    check: ({ facts, on }) => {
      const from = countsFrom(facts);
      return isLate(from, DAYS_TO_CHANGE, on)
        ? [{ path: '/receivedOn', values: { until: changeBy(facts, on) } }]
        : NONE;
    },
  }),
];

/*
 * A court's document binds the authority, and still another officer reads it: that it is in effect, that it holds this
 * name to be stopped and not only something else, and when it was received, is nothing to take from one officer's entry
 * before a name disappears from the register.
 */
const rules: readonly Rule<NameOrderFacts>[] = [
  ...officeRules<NameOrderFacts>({ statuses: STANDING, statusArticles: stopArticles }),
  ...nameRules,
  ...dayRules,
  ...materialRules(askedMaterials),
  exOfficioRule([...stopArticles, nameProvisions('第二十条第二款'), nameProvisions('第二十一条第二款')], {
    zh: '应当由另一名工作人员核对文书是否生效、是否认定该名称应当停止使用以及送达之日后记入登记，并以统一社会信用代码代替其名称',
    en: 'Another officer checks that the document is in effect, holds this name to be stopped, and when it was received, before the code takes the place of the name',
  }),
];

export const standard202502: Standard<NameOrderFacts> = {
  item: 'order-name-change',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits(stopArticles),
};
