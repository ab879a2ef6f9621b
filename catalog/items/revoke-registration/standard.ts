import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { standingRules } from '../../rules/false-registration.ts';
import { inquiryLate, inquiryRules } from '../../rules/inquiries.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import type { RevocationFacts } from './facts.ts';
import { revocationRules } from './rules.ts';

const askedMaterials: readonly AskedMaterial<RevocationFacts>[] = [
  {
    id: 'decision',
    name: { zh: '撤销登记决定书', en: 'Decision to revoke the registration' },
    articles: [implementingRules('第五十三条第一款')],
    needed: always,
  },
  {
    id: 'inquiry-report',
    name: { zh: '调查报告', en: 'Report on the inquiry' },
    articles: [registrationRegulation('第四十条第二款')],
    needed: ({ basis }) => basis === 'proved',
    when: { zh: '经调查认定虚假的', en: 'where the inquiry proved it' },
  },
  {
    id: 'notice-record',
    name: { zh: '公示及异议情况记录', en: 'Record of the notice and of what was objected' },
    articles: [registrationRegulation('第四十条第二款'), implementingRules('第五十三条第二款')],
    needed: ({ basis }) => basis === 'unopposed-notice',
    when: { zh: '公示期满无异议的', en: 'where nobody objected to the notice' },
  },
];

const rules: readonly Rule<RevocationFacts>[] = [
  ...standingRules<RevocationFacts>(({ responsible, extent }) => [
    ...(responsible ?? []).map((ref, index) => ({ path: `/responsible/${index}`, ref })),
    ...(extent.kind === 'part' ? (extent.strikes ?? []) : []).map((ref, index) => ({
      path: `/extent/strikes/${index}`,
      ref,
    })),
  ]),
  ...inquiryRules<RevocationFacts>(),
  ...revocationRules,
  inquiryLate<RevocationFacts>(),
  ...materialRules(askedMaterials),
  exOfficioRule(
    [
      registrationRegulation('第四十条第二款'),
      registrationRegulation('第四十条第三款'),
      implementingRules('第五十六条'),
    ],
    {
      zh: '应当由另一名工作人员核对虚假登记的认定、撤销的范围和直接责任人后作出撤销决定，并向社会公示',
      en: 'Another officer checks that the registration was false, what of it is revoked and who is directly responsible; the decision is published',
    },
  ),
];

export const standard202502: Standard<RevocationFacts> = {
  item: 'revoke-registration',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([implementingRules('第五十三条第一款')]),
};
