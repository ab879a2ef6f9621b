import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { standingRules } from '../../rules/false-registration.ts';
import { inquiryLate, inquiryRules } from '../../rules/inquiries.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import type { ClosingFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<ClosingFacts>[] = [
  {
    id: 'inquiry-report',
    name: { zh: '调查报告', en: 'Report on the inquiry' },
    articles: [implementingRules('第五十三条第一款')],
    needed: ({ reason }) => reason !== 'withdrawn',
    when: { zh: '申请人撤回申请的除外', en: 'unless the application was withdrawn' },
  },
  {
    id: 'decision',
    name: { zh: '不予撤销登记决定书', en: 'Decision not to revoke' },
    articles: [implementingRules('第五十三条第一款'), implementingRules('第五十五条')],
    needed: always,
  },
];

const rules: readonly Rule<ClosingFacts>[] = [
  ...standingRules<ClosingFacts>(),
  /* Whoever asked for it may take that back while it rests. */
  ...inquiryRules<ClosingFacts>(({ reason }) => reason === 'withdrawn'),
  inquiryLate<ClosingFacts>(),
  ...materialRules(askedMaterials),
  exOfficioRule([registrationRegulation('第四十一条'), implementingRules('第五十五条')], {
    zh: '应当由另一名工作人员核对调查结论和不予撤销的情形',
    en: 'Another officer checks the result of the inquiry, and the case in which the registration is not revoked',
  }),
];

export const standard202502: Standard<ClosingFacts> = {
  item: 'close-inquiry',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([implementingRules('第五十三条第一款')]),
};
