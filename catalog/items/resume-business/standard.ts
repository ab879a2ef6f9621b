import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules, onEnterprise } from '../../rules/enterprise.ts';
import { isLate } from '../../rules/last-day.ts';
import { type AskedMaterial, citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
import { agentAuthorisation, stepRules } from '../../rules/step.ts';
import { suspensionFrom, suspensionOnFile } from '../../rules/suspension.ts';
import type { materialKinds, ResumptionFacts } from './facts.ts';

/** 应当于30日内公示终止歇业. */
const DAYS_TO_PUBLISH = 30;

const articles = [registrationRegulation('第三十条第四款'), implementingRules('第四十二条第一款')];

const askedMaterials: readonly AskedMaterial<ResumptionFacts, (typeof materialKinds)[number]>[] = [
  agentAuthorisation,
];

const rules: readonly Rule<ResumptionFacts>[] = [
  ...enterpriseRules<ResumptionFacts>({ statusArticles: articles }),
  suspensionOnFile(articles),
  /* Once it is filed it may be ended, before its first day too (办理歇业备案后，自主决定…). */
  defect({
    id: 'resumption.outside',
    articles: [implementingRules('第四十二条第三款')],
    zh: '歇业期限已于 {until} 届满，其后视为自动恢复经营，无需公示终止歇业',
    en: 'The suspension ended on {until}: after that it is in business by itself, and nothing is to be published',
    check: onEnterprise((enterprise, { facts: { from, resumedOn } }) => {
      const until = suspensionFrom(enterprise, from)?.until;
      return until !== undefined && resumedOn > until ? [{ path: '/resumedOn', values: { until } }] : NONE;
    }),
  }),
  defect({
    id: 'resumption.to-come',
    articles,
    zh: '恢复营业日（{resumedOn}）尚未到来',
    en: 'The day on which it resumes ({resumedOn}) has not come yet',
    check: ({ facts: { resumedOn }, on }) => when(resumedOn > on, '/resumedOn', { resumedOn }),
  }),
  note({
    id: 'resumption.late',
    articles: [implementingRules('第四十二条第一款'), implementingRules('第七十四条')],
    zh: '应当自恢复营业（{resumedOn}）起30日内公示终止歇业',
    en: 'It had to be published within 30 days of {resumedOn}',
    check: ({ facts: { resumedOn }, on }) =>
      when(isLate(resumedOn, DAYS_TO_PUBLISH, on), '/resumedOn', { resumedOn }),
  }),
  note({
    id: 'resumption.seat',
    articles: [implementingRules('第四十二条第二款')],
    zh: '以法律文书送达地址代替住所（主要经营场所、经营场所）的，应当及时办理住所变更登记',
    en: 'An address for service stood in for the seat: the change of the seat has to be registered soon',
    check: onEnterprise((enterprise, { facts: { from } }) =>
      when(suspensionFrom(enterprise, from)?.serviceAddress !== undefined, '/from'),
    ),
  }),
  ...stepRules<ResumptionFacts>(),
  ...materialRules(askedMaterials),
];

export const standard202502: Standard<ResumptionFacts> = {
  item: 'resume-business',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: DAYS_TO_PUBLISH,
      from: {
        zh: '自主决定开展或者已实际开展经营活动之日',
        en: 'the day on which it decided to do business, or in fact did',
      },
      articles: [implementingRules('第四十二条第一款')],
    },
  ],
};
