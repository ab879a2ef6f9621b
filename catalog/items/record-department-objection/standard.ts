import type { Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules } from '../../rules/enterprise.ts';
import { type AskedMaterial, materialRules, materialsOf } from '../../rules/materials.ts';
import { personRules } from '../../rules/persons.ts';
import { defect, review, when } from '../../rules/rule.ts';
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
    review({
      id: 'department.confirm',
      articles,
      admits: ['register', 'return'],
      zh: '应当由另一名登记人员核对有关部门的异议',
      en: 'Another officer confirms the department’s objection',
      check: () => [{ path: '/department' }],
    }),
    ...personRules<DepartmentObjectionFacts>(() => []),
    ...materialRules(askedMaterials),
  ],
  limits: registrationLimits,
};
