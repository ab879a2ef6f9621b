import { implementingRules, registrationRegulation } from '../../laws.ts';
import { type AskedMaterial, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import { agentAuthorisation } from '../../rules/step.ts';
import type { materialKinds, ObjectionFacts } from './facts.ts';

export const askedMaterials: readonly AskedMaterial<ObjectionFacts, (typeof materialKinds)[number]>[] = [
  {
    id: 'organisation-authorisation',
    name: {
      zh: '单位授权签署人提出异议的文件（单位提出的提交）',
      en: 'Authorisation of whoever signs for an organisation, where one objects',
    },
    articles: [registrationRegulation('第三十三条第二款'), implementingRules('第十五条第一款')],
    needed: ({ objector }) => objector.kind === 'organisation',
    when: { zh: '由部门或者其他单位提出的', en: 'where a department or another organisation objects' },
  },
  agentAuthorisation,
];

export const materials = materialsOf(askedMaterials, [citizenIdentity]);
