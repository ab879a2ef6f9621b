import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import type { SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import {
  civilCode,
  implementingRules,
  individualBusinessRegulation,
  registrationRegulation,
} from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { capacityRules } from '../../rules/capacity.ts';
import { citizenRules } from '../../rules/citizens.ts';
import { type Asked, creditRules, provenAmong } from '../../rules/credit.ts';
import { enterpriseRules, onEnterprise } from '../../rules/enterprise.ts';
import { agentAuthorisation } from '../../rules/establishment-materials.ts';
import { isLate, lastDayWithin } from '../../rules/last-day.ts';
import { type AskedMaterial, citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { residenceRule } from '../../rules/residence.ts';
import { defect, NONE, note, review, when } from '../../rules/rule.ts';
import { applicationForm, stepRules } from '../../rules/step.ts';
import { findScopeItem } from '../../scope-items.ts';
import type { MaterialKind, OperatorFacts } from './facts.ts';

const DAYS = 30;

const successor = ({ newOperator }: OperatorFacts): ReadonlySet<string> => new Set([newOperator]);
const subjectOf = ({ persons }: OperatorFacts, ref: string): SubjectKey | undefined =>
  persons.find((person) => person.ref === ref)?.subject;

/** 家庭经营, as the register has the form (组成形式). */
export const isFamily = ({ typeName }: Pick<EnterpriseEvidence, 'typeName'>): boolean =>
  typeName.includes('家庭');

const isOfFamily = ({ members }: EnterpriseEvidence, subject: SubjectKey | undefined): boolean =>
  members.some((member) => member.as === 'family-member' && member.subject === subject);

const direct = [individualBusinessRegulation('第十三条第一款')];
const settled = [individualBusinessRegulation('第十三条第二款')];

const operatorRules: readonly Rule<OperatorFacts>[] = [
  defect({
    id: 'operator.former',
    articles: direct,
    zh: '{person} 不是该个体工商户登记的经营者',
    en: '{person} is not the operator the register has',
    check: onEnterprise(({ heads }, { facts }) => {
      const { formerOperator } = facts;
      const subject = subjectOf(facts, formerOperator);
      const is = subject !== undefined && heads.includes(subject);
      return when(!is, '/formerOperator', { person: formerOperator });
    }),
  }),
  defect({
    id: 'operator.same',
    articles: direct,
    zh: '新经营者应当是另一人',
    en: 'The new operator is somebody else',
    check: ({ facts: { formerOperator, newOperator } }) =>
      when(formerOperator === newOperator, '/newOperator'),
  }),
  /*
   * 第十三条 leaves the choice free. In a family's business somebody of no such family changes its form (组成形式), which is
   * registered too, so an officer judges [inference].
   */
  review({
    id: 'operator.of-the-family',
    articles: [individualBusinessRegulation('第六条'), implementingRules('第六条第七项')],
    admits: ['register', 'return'],
    zh: '{person} 不是备案的参加经营的家庭成员：应当核实新经营者是否为家庭成员，不是的，组成形式应当一并变更',
    en: '{person} is not one of the family members on file: judge whether the new operator is of the family; otherwise the form changes as well',
    check: onEnterprise((enterprise, { facts }) =>
      when(
        isFamily(enterprise) && !isOfFamily(enterprise, subjectOf(facts, facts.newOperator)),
        '/newOperator',
        { person: facts.newOperator },
      ),
    ),
  }),
  defect({
    id: 'operator.former-takes-part',
    articles: [registrationRegulation('第九条第六项'), implementingRules('第七条第一款第七项')],
    zh: '个人经营的个体工商户没有参加经营的家庭成员',
    en: 'In a business of one person no member of the family takes part',
    check: onEnterprise((enterprise, { facts }) =>
      when(facts.formerTakesPart === true && !isFamily(enterprise), '/formerTakesPart'),
    ),
  }),
  defect({
    id: 'operator.taxes-settled',
    articles: settled,
    zh: '变更经营者的，应当结清依法应缴纳的税款等',
    en: 'Taxes that are due are paid before the operator changes',
    check: ({ facts }) => when(!facts.taxesSettled, '/taxesSettled'),
  }),
  defect({
    id: 'operator.debts-arranged',
    articles: settled,
    zh: '变更经营者的，应当对原有债权债务作出妥善处理，不得损害他人的合法权益',
    en: 'What the business owes and is owed is arranged so that nobody’s rights suffer',
    check: ({ facts }) => when(!facts.debtsArranged, '/debtsArranged'),
  }),
  note({
    id: 'operator.permits',
    articles: direct,
    zh: '经营范围涉及行政许可（{items}）：应当向行政许可部门办理相应手续，该部门应当简化手续',
    en: 'Scope items need a permit ({items}): see the departments that give it, which are to make it simple',
    check: onEnterprise(({ businessScope }) => {
      const items = businessScope.filter((text) => (findScopeItem(text)?.approval ?? 'none') !== 'none');
      return when(items.length > 0, '/newOperator', { items });
    }),
  }),
  defect({
    id: 'operator.decided-later',
    articles: [registrationRegulation('第二十四条第一款')],
    zh: '变更决定的日期（{decidedOn}）晚于申请之日',
    en: 'The decision is of a day to come: {decidedOn}',
    check: ({ facts: { decidedOn }, on }) => when(decidedOn > on, '/decidedOn', { decidedOn }),
  }),
  note({
    id: 'operator.late',
    articles: [registrationRegulation('第二十四条第一款'), registrationRegulation('第四十六条')],
    zh: '应当自变更决定之日（{decidedOn}）起三十日内申请变更登记，至 {lastDay} 届满',
    en: 'The change is to be filed within thirty days of {decidedOn}, by {lastDay}',
    check: ({ facts: { decidedOn }, on }) =>
      isLate(decidedOn, DAYS, on)
        ? [{ path: '/decidedOn', values: { decidedOn, lastDay: lastDayWithin(decidedOn, DAYS) } }]
        : NONE,
  }),
];

/** Whoever applies for the change: the new operator and the agent. */
export const asked = (facts: OperatorFacts): readonly Asked[] =>
  provenAmong(facts, new Set([facts.newOperator, ...(facts.agent === undefined ? [] : [facts.agent])]));

const askedMaterials: readonly AskedMaterial<OperatorFacts, MaterialKind>[] = [
  applicationForm(
    '个体工商户登记申请书（变更经营者，双方经营者签署）',
    'Application, signed by both operators',
    [registrationRegulation('第十六条第一款第一项'), implementingRules('第三十二条')],
  ),
  agentAuthorisation(),
];

const rules: readonly Rule<OperatorFacts>[] = [
  ...enterpriseRules<OperatorFacts>({ types: ['individual-business'], typeArticles: direct }),
  ...operatorRules,
  residenceRule<OperatorFacts>({
    id: 'operator.residence',
    whom: successor,
    word: { zh: '经营者住所', en: 'residence of the operator' },
    articles: [registrationRegulation('第八条第二款第四项'), implementingRules('第六条第七项')],
  }),
  ...citizenRules<OperatorFacts>({
    id: 'operator',
    whom: successor,
    word: { zh: '经营者', en: 'operator' },
    articles: [individualBusinessRegulation('第二条')],
    others: [individualBusinessRegulation('第三十七条')],
  }),
  ...capacityRules<OperatorFacts>({
    id: 'operator',
    whom: successor,
    articles: [individualBusinessRegulation('第二条'), civilCode('第五十四条')],
    birthDay: {
      zh: '证件号码不能表明出生日期的经营者应当填报出生日期：{person}',
      en: 'The birth day of an operator whose document does not tell it has to be given: {person}',
    },
    underSixteen: {
      zh: '经营者应当有经营能力：{person} 未满十六周岁',
      en: 'An operator has to be able to do business: {person} is under 16',
    },
  }),
  ...stepRules<OperatorFacts>({
    orElse: successor,
    references: ({ formerOperator, newOperator }) => [
      { path: '/formerOperator', ref: formerOperator },
      { path: '/newOperator', ref: newOperator },
    ],
    verified: ({ formerOperator, newOperator }) => [formerOperator, newOperator],
  }),
  ...materialRules(askedMaterials),
  ...creditRules({ asked }),
];

export const standard202502: Standard<OperatorFacts> = {
  item: 'change-operator',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: DAYS,
      from: { zh: '作出变更决定之日', en: 'the decision' },
      articles: [registrationRegulation('第二十四条第一款')],
    },
  ],
};
