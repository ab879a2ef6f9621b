import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { addDays, plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { licenceUnreturned } from '../../rules/ending.ts';
import { enterpriseRules, onEnterprise } from '../../rules/enterprise.ts';
import type { Lens } from '../../rules/lens.ts';
import { type AskedMaterial, citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { NONE, review } from '../../rules/rule.ts';
import { type SimplePart, simpleCancellationRules } from '../../rules/simple-cancellation.ts';
import { simpleMaterials } from '../../rules/simple-materials.ts';
import { agentAuthorisation, stepRules } from '../../rules/step.ts';
import type { IndividualSimpleFacts, materialKinds } from './facts.ts';

/** 有关部门在10日内没有提出异议的: calendar days, the day it is told them not counted. */
const OBJECTION_DAYS = 10;

/* The operator is its only investor and signs for it: nobody else has to commit themselves. */
export const simplePart: Lens<IndividualSimpleFacts, SimplePart> = {
  at: '',
  of: ({ declares }) => ({ declares }),
};

const askedMaterials: readonly AskedMaterial<IndividualSimpleFacts, (typeof materialKinds)[number]>[] = [
  ...simpleMaterials<IndividualSimpleFacts>(),
  agentAuthorisation,
];

const rules: readonly Rule<IndividualSimpleFacts>[] = [
  ...enterpriseRules<IndividualSimpleFacts>({
    types: ['individual-business'],
    typeArticles: [registrationRegulation('第三十三条第三款')],
    statusArticles: [registrationRegulation('第三十三条第四款'), implementingRules('第四十八条第四项')],
  }),
  /* Nothing may be decided before the departments had their days: it admits no outcome, and so bars registration. */
  review({
    id: 'simple.departments-asked',
    articles: [registrationRegulation('第三十三条第三款')],
    admits: [],
    zh: '已推送税务等有关部门，{until} 届满前不能决定',
    en: 'The departments are asked and have until {until}: it cannot be decided before that is over',
    check: ({ evidence: { readOn }, on }) => {
      const until = addDays(on, OBJECTION_DAYS);
      return readOn <= until ? [{ path: '/enterprise', values: { until } }] : NONE;
    },
  }),
  review({
    id: 'simple.department-objected',
    articles: [registrationRegulation('第三十三条第三款')],
    admits: ['return'],
    zh: '有关部门于 {objectedOn} 提出异议，不能办理简易注销登记',
    en: 'A department objected on {objectedOn}: no simple cancellation',
    check: onEnterprise(({ notices }, { on }) => {
      const objected = notices.find(
        ({ kind, publishedOn, withdrawnOn }) =>
          kind === 'department-objection' &&
          withdrawnOn === undefined &&
          on <= publishedOn &&
          publishedOn <= addDays(on, OBJECTION_DAYS),
      );
      return objected === undefined
        ? NONE
        : [{ path: '/enterprise', values: { objectedOn: objected.publishedOn } }];
    }),
  }),
  ...simpleCancellationRules(simplePart).filter(({ id }) => id !== 'simple.commitment'),
  ...stepRules<IndividualSimpleFacts>(),
  ...materialRules(askedMaterials),
  licenceUnreturned(),
];

export const standard202502: Standard<IndividualSimpleFacts> = {
  item: 'cancel-individual-business-simple',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: {
    ...registrationLimits,
    objectionDays: OBJECTION_DAYS,
    articles: [...registrationLimits.articles, registrationRegulation('第三十三条第三款')],
  },
};
