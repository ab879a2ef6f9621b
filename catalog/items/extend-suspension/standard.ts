import type { Suspension } from '../../../lib/domain/registration/enterprise.ts';
import type { Case, Rule, Standard, Violation } from '../../../lib/domain/standard/standard.ts';
import { addDays, plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules, onEnterprise } from '../../rules/enterprise.ts';
import { type AskedMaterial, citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE, when } from '../../rules/rule.ts';
import { agentAuthorisation, applicationForm, stepRules } from '../../rules/step.ts';
import {
  serviceAddressConfirmation,
  suspensionFrom,
  suspensionOnFile,
  suspensionRules,
} from '../../rules/suspension.ts';
import type { ExtensionFacts, materialKinds } from './facts.ts';

/** 期限届满前30日内. */
const DAYS_BEFORE_END = 30;

const articles = [implementingRules('第四十一条第三款')];

const askedMaterials: readonly AskedMaterial<ExtensionFacts, (typeof materialKinds)[number]>[] = [
  applicationForm('延长歇业期限申请书', 'Application to stay out of business longer', [
    registrationRegulation('第十六条第一款第一项'),
    ...articles,
  ]),
  serviceAddressConfirmation,
  agentAuthorisation,
];

/** A rule on the suspension that is to be extended. */
const onSuspension = (
  check: (suspension: Suspension, examined: Case<ExtensionFacts>) => readonly Violation[],
) =>
  onEnterprise<ExtensionFacts>((enterprise, examined) => {
    const suspension = suspensionFrom(enterprise, examined.facts.from);
    return suspension === undefined ? NONE : check(suspension, examined);
  });

const rules: readonly Rule<ExtensionFacts>[] = [
  ...enterpriseRules<ExtensionFacts>({ statusArticles: articles }),
  suspensionOnFile(articles),
  defect({
    id: 'extension.too-early',
    articles,
    zh: '应当于歇业期限届满（{until}）前30日内办理，{first} 起可以办理',
    en: 'It is filed within the 30 days before the end ({until}): from {first}',
    check: onSuspension(({ until }, { on }) => {
      const first = addDays(until, -DAYS_BEFORE_END);
      return when(on < first, '/from', { until, first });
    }),
  }),
  defect({
    id: 'extension.ended',
    articles: [implementingRules('第四十一条第三款'), implementingRules('第四十二条第三款')],
    zh: '歇业期限已于 {until} 届满，视为自动恢复经营',
    en: 'The suspension ended on {until}: it is in business again by itself',
    check: onSuspension(({ until }, { on }) => when(on > until, '/from', { until })),
  }),
  defect({
    id: 'extension.order',
    articles,
    zh: '延长后的最后一日应当晚于原届满日（{until}）',
    en: 'The new last day has to be after the present one ({until})',
    check: onSuspension(({ until }, { facts }) => when(facts.until <= until, '/until', { until })),
  }),
  ...suspensionRules<ExtensionFacts>({
    times: ({ from, until }, enterprise) => {
      const extended = suspensionFrom(enterprise, from);
      return extended === undefined || until <= extended.until
        ? undefined
        : { asked: { from, until }, others: enterprise.suspensions.filter((one) => one !== extended) };
    },
  }),
  ...stepRules<ExtensionFacts>(),
  ...materialRules(askedMaterials),
];

export const standard202502: Standard<ExtensionFacts> = {
  item: 'extend-suspension',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: DAYS_BEFORE_END,
      from: { zh: '歇业期限届满前（自届满日向前计算）', en: 'the end of the suspension, counted back' },
      articles,
    },
  ],
};
