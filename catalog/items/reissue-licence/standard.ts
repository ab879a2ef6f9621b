import { findNotice, type Notice } from '../../../lib/domain/registration/notice.ts';
import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules, onEnterprise } from '../../rules/enterprise.ts';
import { agentAuthorisation } from '../../rules/establishment-materials.ts';
import { type AskedMaterial, citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE, when } from '../../rules/rule.ts';
import { applicationForm, stepRules } from '../../rules/step.ts';
import type { MaterialKind, ReissueFacts } from './facts.ts';

const lostOrDestroyed = [registrationRegulation('第三十七条第二款')];

/** A declaration serves once: what an earlier licence was issued for says nothing of the one held now. */
function isOfThisLicence({ id, publishedOn }: Notice, { steps }: EnterpriseEvidence): boolean {
  const last = steps.findLast(({ item }) => item === 'reissue-licence');
  const declaring = steps.find(({ filing }) => filing === id);
  if (last === undefined) return true;
  return declaring === undefined ? publishedOn > last.on : declaring.version > last.version;
}

const rules: readonly Rule<ReissueFacts>[] = [
  ...enterpriseRules<ReissueFacts>({}),
  defect({
    id: 'licence.not-declared-void',
    articles: lostOrDestroyed,
    zh: '营业执照遗失或者毁坏的，应当先通过国家企业信用信息公示系统声明作废，再申请补领',
    en: 'A licence that is lost or destroyed is declared void in the publicity system before it is issued anew',
    check: onEnterprise((enterprise, { facts: { reason }, evidence: { readOn } }) => {
      if (reason === 'damaged') return NONE;
      const notice = findNotice(enterprise.notices, 'licence-lost');
      const declared =
        notice !== undefined && notice.publishedOn <= readOn && isOfThisLicence(notice, enterprise);
      return when(!declared, '/reason');
    }),
  }),
  /* One that is still there is handed back, as with any licence that another takes the place of [inference]. */
  defect({
    id: 'licence.not-returned',
    articles: [...lostOrDestroyed, implementingRules('第二十三条第三款')],
    zh: '营业执照破损换发的，应当一并缴回原营业执照；无法缴回的，应当先声明作废',
    en: 'A damaged licence is handed back with this filing; one that cannot be is declared void first',
    check: ({ facts: { reason, returned } }) => when(reason === 'damaged' && returned !== true, '/returned'),
  }),
  ...stepRules<ReissueFacts>(),
];

const askedMaterials: readonly AskedMaterial<ReissueFacts, MaterialKind>[] = [
  applicationForm('营业执照补领（换发）申请书', 'Application for a licence anew', [
    ...lostOrDestroyed,
    implementingRules('第十五条第一款'),
  ]),
  agentAuthorisation(),
];

export const standard202502: Standard<ReissueFacts> = {
  item: 'reissue-licence',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules: [...rules, ...materialRules(askedMaterials)],
  limits: registrationLimits,
};
