import { standingNameOrder } from '../../../lib/domain/registration/name-order.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { civilCode, nameProvisions } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { onEnterprise, STANDING } from '../../rules/enterprise.ts';
import { exOfficioRule, officeRules } from '../../rules/ex-officio.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { stopArticles } from '../../rules/name-orders.ts';
import { defect, NONE, review, when } from '../../rules/rule.ts';
import type { NameListingFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<NameListingFacts>[] = [
  {
    id: 'decision',
    name: { zh: '列入经营异常名录决定书', en: 'Decision to put it on the list of abnormal operations' },
    articles: stopArticles,
    needed: always,
  },
];

const rules: readonly Rule<NameListingFacts>[] = [
  ...officeRules<NameListingFacts>({ statuses: STANDING, statusArticles: stopArticles }),
  defect({
    id: 'name-listing.no-order',
    articles: stopArticles,
    zh: '没有这样一项有待履行的停止使用名称的认定：{order}；名称已经变更的，不予列入',
    en: 'No such order stands: {order}; whoever has changed the name is not listed',
    check: onEnterprise((enterprise, { facts: { order } }) =>
      when(standingNameOrder(enterprise)?.filing !== order, '/order', { order }),
    ),
  }),
  defect({
    id: 'name-listing.not-overdue',
    articles: [...stopArticles, civilCode('第二百零一条第一款'), civilCode('第二百零三条第一款')],
    zh: '办理名称变更登记的期限至 {changeBy}，届满后才可以列入',
    en: 'The name may be changed until {changeBy}: only after that it is listed',
    check: onEnterprise((enterprise, { facts, evidence: { readOn } }) => {
      const order = standingNameOrder(enterprise);
      return order === undefined || order.filing !== facts.order
        ? NONE
        : when(readOn <= order.changeBy, '/order', { changeBy: order.changeBy });
    }),
  }),
  defect({
    id: 'name-listing.listed',
    articles: stopArticles,
    zh: '已因此于 {listedOn} 列入经营异常名录',
    en: 'It was listed for this on {listedOn}',
    check: onEnterprise((enterprise, { facts }) => {
      const order = standingNameOrder(enterprise);
      return order?.listedOn === undefined || order.filing !== facts.order
        ? NONE
        : when(true, '/order', { listedOn: order.listedOn });
    }),
  }),
  /* 参照本规定执行; and who lost the licence cannot have a change registered. Neither is settled by the article. */
  review({
    id: 'name-listing.by-reference',
    articles: [nameProvisions('第二十五条'), ...stopArticles],
    admits: ['register', 'return'],
    zh: '类型为“{typeName}”、状态为 {status}：个体工商户参照执行，已不能办理名称变更登记的，应当核实是否列入',
    en: 'Its type is {typeName} and its state {status}: an individual business follows by reference, and some states allow no change of name; judge whether it is listed',
    check: onEnterprise(({ type, typeName, status }) =>
      when(type === 'individual-business' || status !== 'registered', '/enterprise', { typeName, status }),
    ),
  }),
  ...materialRules(askedMaterials),
  exOfficioRule(stopArticles, {
    zh: '应当由另一名工作人员核对企业是否确未在期限内申请名称变更登记后决定列入；完成变更登记后应当移出',
    en: 'Another officer checks that no change of the name was filed in time before it is listed; once the name is changed it is taken off',
  }),
];

export const standard202502: Standard<NameListingFacts> = {
  item: 'list-overdue-name-change',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits(stopArticles),
};
