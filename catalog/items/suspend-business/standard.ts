import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules } from '../../rules/enterprise.ts';
import { type AskedMaterial, citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, review, when } from '../../rules/rule.ts';
import { agentAuthorisation, applicationForm, stepRules } from '../../rules/step.ts';
import { serviceAddressConfirmation, suspensionRules } from '../../rules/suspension.ts';
import type { materialKinds, SuspensionFacts } from './facts.ts';

const causeArticles = [registrationRegulation('第三十条第一款'), implementingRules('第四十条')];
const filingArticles = [registrationRegulation('第三十条第三款'), implementingRules('第四十一条第一款')];

const askedMaterials: readonly AskedMaterial<SuspensionFacts, (typeof materialKinds)[number]>[] = [
  applicationForm('歇业备案申请书', 'Application to go out of business for a time', [
    registrationRegulation('第十六条第一款第一项'),
    ...filingArticles,
  ]),
  serviceAddressConfirmation,
  agentAuthorisation,
];

const rules: readonly Rule<SuspensionFacts>[] = [
  ...enterpriseRules<SuspensionFacts>({ statusArticles: causeArticles }),
  review({
    id: 'suspension.other-cause',
    articles: causeArticles,
    admits: ['register', 'return'],
    zh: '因其他原因歇业的，应当核实是否与自然灾害、事故灾难、公共卫生事件、社会安全事件相当',
    en: 'Another cause than those law names: confirm that it is of their kind',
    check: ({ facts: { cause } }) => when(cause === 'other', '/cause'),
  }),
  defect({
    id: 'suspension.no-difficulties',
    articles: causeArticles,
    zh: '歇业应当因有关原因造成经营困难',
    en: 'Only who came into difficulties by such a cause may go out of business for a time',
    check: ({ facts: { inDifficulties } }) => when(!inDifficulties, '/inDifficulties'),
  }),
  defect({
    id: 'suspension.barred',
    articles: causeArticles,
    zh: '法律、行政法规另有规定，不得歇业',
    en: 'Other law does not let it go out of business',
    check: ({ facts: { barredByLaw } }) => when(barredByLaw, '/barredByLaw'),
  }),
  defect({
    id: 'suspension.employees',
    articles: [registrationRegulation('第三十条第二款')],
    zh: '应当在歇业前与职工依法协商劳动关系处理等有关事项',
    en: 'The employees have to be consulted before',
    check: ({ facts: { employees } }) => when(employees === 'not-consulted', '/employees'),
  }),
  defect({
    id: 'suspension.begun',
    articles: filingArticles,
    zh: '应当在歇业（{from}）前办理备案',
    en: 'It has to be filed before it begins ({from})',
    check: ({ facts: { from }, on }) => when(from < on, '/from', { from }),
  }),
  /* 歇业前: of one and the same day the day alone does not tell which came first. */
  review({
    id: 'suspension.begins-today',
    articles: filingArticles,
    admits: ['register', 'return'],
    zh: '歇业自申请当日（{from}）起，应当核实备案在歇业之前',
    en: 'It begins on the day of filing ({from}): confirm that it was filed before',
    check: ({ facts: { from }, on }) => when(from === on, '/from', { from }),
  }),
  defect({
    id: 'suspension.order',
    articles: filingArticles,
    zh: '歇业的最后一日（{until}）不得早于第一日（{from}）',
    en: 'Its last day ({until}) is before its first ({from})',
    check: ({ facts: { from, until } }) => when(until < from, '/until', { from, until }),
  }),
  ...suspensionRules<SuspensionFacts>({
    times: ({ from, until }, { suspensions }) =>
      until < from ? undefined : { asked: { from, until }, others: suspensions },
  }),
  ...stepRules<SuspensionFacts>(),
  ...materialRules(askedMaterials),
];

export const standard202502: Standard<SuspensionFacts> = {
  item: 'suspend-business',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: registrationLimits,
};
