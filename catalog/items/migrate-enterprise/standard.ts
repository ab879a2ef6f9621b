import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { creditRules, headBarredRule, provenAmong } from '../../rules/credit.ts';
import { enterpriseRulesOfMove } from '../../rules/enterprise.ts';
import { materialRules } from '../../rules/materials.ts';
import { filers, stepRules } from '../../rules/step.ts';
import type { MigrationFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { filedWithin, moveRules } from './rules-move.ts';
import { migrationNameRules } from './rules-name.ts';

/** As both sides agreed for moves between them (云迁移); of others 条例 第二十七条 is met by other ways. */
const TYPES: readonly EnterpriseType[] = [
  'limited-company',
  'joint-stock-company',
  'non-company-legal-person',
  'sole-proprietorship',
  'partnership',
];

export const asked = (facts: MigrationFacts) => provenAmong(facts, new Set(filers(facts)));

const rules: readonly Rule<MigrationFacts>[] = [
  ...enterpriseRulesOfMove<MigrationFacts>({
    types: TYPES,
    typeArticles: [registrationRegulation('第二十七条')],
  }),
  ...migrationNameRules,
  ...moveRules,
  ...stepRules<MigrationFacts>({
    signerArticles: [companyLaw('第三十五条第一款'), implementingRules('第十五条第一款')],
  }),
  ...materialRules(askedMaterials),
  headBarredRule(asked),
  ...creditRules({ asked }),
];

export const standard202502: Standard<MigrationFacts> = {
  item: 'migrate-enterprise',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin,
};
