import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { nameProvisions } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { decisionRules } from '../../rules/decision.ts';
import { onEnterprise, STANDING } from '../../rules/enterprise.ts';
import { exOfficioRule, officeRules } from '../../rules/ex-officio.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { findNameOrder, stopArticles } from '../../rules/name-orders.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import type { WithdrawalFacts } from './facts.ts';

/** A registered name is protected (第四条): without what held that it has to be stopped, nothing stands in for it [inference]. */
const articles = [nameProvisions('第四条'), ...stopArticles];

const askedMaterials: readonly AskedMaterial<WithdrawalFacts>[] = [
  {
    id: 'decision',
    name: {
      zh: '撤销原法律文书或者原处理决定的文书',
      en: 'What reversed the judgment or annulled the decision',
    },
    articles,
    needed: always,
  },
];

const rules: readonly Rule<WithdrawalFacts>[] = [
  ...officeRules<WithdrawalFacts>({ statuses: STANDING, statusArticles: articles }),
  defect({
    id: 'name-order.unknown',
    articles,
    zh: '没有这样一项停止使用名称的认定：{order}',
    en: 'There is no such order: {order}',
    check: onEnterprise((enterprise, { facts: { order } }) =>
      when(findNameOrder(enterprise, order) === undefined, '/order', { order }),
    ),
  }),
  defect({
    id: 'name-order.other-ground',
    articles,
    zh: '该认定的依据为 {ground}：人民法院的法律文书须经法定程序撤销，登记机关的处理决定须被撤销',
    en: 'It was ordered on the ground {ground}: a court’s document is reversed, a decision of the authority annulled',
    check: onEnterprise((enterprise, { facts }) => {
      const order = findNameOrder(enterprise, facts.order);
      const isCourt = order?.ground === 'court';
      return order === undefined || isCourt === (facts.ground === 'judgment-reversed')
        ? NONE
        : when(true, '/ground', { ground: order.ground });
    }),
  }),
  note({
    id: 'name-order.listed',
    articles,
    zh: '因逾期未变更名称于 {listedOn} 列入经营异常名录的，应当由作出列入决定的机关另行处理',
    en: 'It was listed on {listedOn} for not changing the name: the authority that listed it settles that',
    check: onEnterprise((enterprise, { facts: { order } }) => {
      const { listedOn } = findNameOrder(enterprise, order) ?? {};
      return listedOn === undefined ? NONE : when(true, '/order', { listedOn });
    }),
  }),
  ...decisionRules<WithdrawalFacts>(articles),
  ...materialRules(askedMaterials),
  exOfficioRule(articles, {
    zh: '应当由另一名工作人员核对原文书是否确已撤销并生效后恢复显示企业名称',
    en: 'Another officer checks that what was ordered is reversed or annulled, and that this is in effect, before the name is shown again',
  }),
];

export const standard202502: Standard<WithdrawalFacts> = {
  item: 'withdraw-name-order',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits(articles),
};
