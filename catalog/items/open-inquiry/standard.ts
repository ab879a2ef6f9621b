import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { standingRules } from '../../rules/false-registration.ts';
import { questionedRules } from '../../rules/inquiries.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import type { OpeningFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<OpeningFacts>[] = [
  {
    id: 'case-file',
    name: { zh: '立案审批及线索材料', en: 'The case file, and what it rests on' },
    articles: [implementingRules('第五十条')],
    needed: always,
  },
];

const rules: readonly Rule<OpeningFacts>[] = [
  ...standingRules<OpeningFacts>(),
  ...questionedRules<OpeningFacts>(),
  ...materialRules(askedMaterials),
  exOfficioRule([implementingRules('第五十条')], {
    zh: '依职权调查应当由另一名工作人员核实线索后立案',
    en: 'Another officer looks at what the inquiry by office rests on, before it is opened',
  }),
];

export const standard202502: Standard<OpeningFacts> = {
  item: 'open-inquiry',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([implementingRules('第五十条')]),
};
