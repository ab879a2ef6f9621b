import type { Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules } from '../../rules/enterprise.ts';
import { type AskedMaterial, materialRules, materialsOf } from '../../rules/materials.ts';
import { personRules } from '../../rules/persons.ts';
import { defect, when } from '../../rules/rule.ts';
import type { DepartmentObjectionFacts, materialKinds } from './facts.ts';

const articles = [registrationRegulation('第三十三条第三款')];

const askedMaterials: readonly AskedMaterial<DepartmentObjectionFacts, (typeof materialKinds)[number]>[] = [
  {
    id: 'department-document',
    name: { zh: '有关部门提出异议的文件', en: 'Document by which the department objects' },
    articles,
    needed: () => true,
  },
];

/*
 * Registered on the spot, unlike what else an authority does by its office: it counts by being raised within the ten days
 * (有关部门在10日内没有提出异议), and while it waited for a second officer the business could be cancelled. It decides
 * nothing against anybody: ordinary cancellation stays open.
 */
export const standard202502: Standard<DepartmentObjectionFacts> = {
  item: 'record-department-objection',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules: [
    ...enterpriseRules<DepartmentObjectionFacts>({ types: ['individual-business'], typeArticles: articles }),
    defect({
      id: 'department.day-to-come',
      articles,
      zh: '提出异议的日期（{objectedOn}）尚未到来',
      en: 'The day of the objection ({objectedOn}) has not come yet',
      check: ({ facts: { objectedOn }, on }) => when(objectedOn > on, '/objectedOn', { objectedOn }),
    }),
    ...personRules<DepartmentObjectionFacts>(() => []),
    ...materialRules(askedMaterials),
  ],
  limits: registrationLimits,
};
