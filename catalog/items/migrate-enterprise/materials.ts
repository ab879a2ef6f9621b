import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Material } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules, partnershipLaw, registrationRegulation } from '../../laws.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import { agentAuthorisation, applicationForm } from '../../rules/step.ts';
import type { MaterialKind, MigrationFacts } from './facts.ts';

const of =
  (...types: readonly EnterpriseType[]) =>
  (_: MigrationFacts, enterprise?: EnterpriseEvidence): boolean =>
    enterprise !== undefined && types.includes(enterprise.type);

const ofCompany = of('limited-company', 'joint-stock-company');
const ofPartnership = of('partnership');
const companies = { zh: '公司', en: 'of a company' };
const partnerships = { zh: '合伙企业', en: 'of a partnership' };

/**
 * Name and domicile stand in the articles of a company (公司法 第四十六条、第九十五条) and in the agreement of partners
 * (合伙企业法 第十八条), so that every move amends them.
 */
export const askedMaterials: readonly AskedMaterial<MigrationFacts, MaterialKind>[] = [
  applicationForm('迁移（变更）登记申请书', 'Application for the move', [
    registrationRegulation('第二十七条'),
    implementingRules('第三十二条'),
  ]),
  {
    id: 'address-document',
    name: {
      zh: '新的住所（主要经营场所）使用相关文件',
      en: 'Document on the use of the new place',
    },
    articles: [implementingRules('第三十五条')],
    needed: always,
  },
  {
    id: 'amended-articles',
    name: { zh: '修改后的公司章程或者章程修正案', en: 'Amended articles of association' },
    articles: [companyLaw('第三十五条第二款'), implementingRules('第三十二条第一项')],
    needed: ofCompany,
    when: companies,
  },
  {
    id: 'change-decision',
    name: { zh: '修改章程的决议或者决定', en: 'Resolution or decision to amend the articles' },
    articles: [companyLaw('第三十五条第一款'), implementingRules('第三十二条第一项')],
    needed: ofCompany,
    when: companies,
  },
  {
    id: 'partners-decision',
    name: { zh: '合伙人签署的变更决定书', en: 'Decision of the partners' },
    articles: [implementingRules('第三十二条第二项')],
    needed: ofPartnership,
    when: partnerships,
  },
  {
    id: 'amended-agreement',
    name: { zh: '修改或者补充的合伙协议', en: 'Amended agreement of the partners' },
    articles: [partnershipLaw('第十八条第一项'), implementingRules('第三十二条第二项')],
    needed: ofPartnership,
    when: partnerships,
  },
  agentAuthorisation,
];

/** What the authority it leaves has on file is not asked for again (条例 第十六条第三款、第二十七条). */
const formerFile: Material = {
  id: 'former-file',
  name: { zh: '迁出地登记机关的登记档案', en: 'The file at the authority it leaves' },
  articles: [registrationRegulation('第二十七条'), registrationRegulation('第十六条第三款')],
  obtain: 'shared',
};

export const materials: readonly Material[] = materialsOf(askedMaterials, [citizenIdentity, formerFile]);
