import type { Material } from '../../../lib/domain/standard/standard.ts';
import { registrationRegulation } from '../../laws.ts';
import {
  addressDocument,
  agentAuthorisation,
  applicationForm,
  approvalDocuments,
  foreignIdentityDocumentsOf,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import type { IndividualBusinessFacts, MaterialKind } from './facts.ts';
import { toBeVerified } from './persons.ts';

/** 实施细则 第二十五条 asks an individual business for no articles of association. */
export const askedMaterials: readonly AskedMaterial<IndividualBusinessFacts, MaterialKind>[] = [
  applicationForm({ zh: '个体工商户登记（备案）申请书', en: 'Application for registration' }),
  addressDocument({ zh: '经营场所（含网络经营场所）', en: 'place of business, on a platform too' }, [
    registrationRegulation('第十一条第二款'),
  ]),
  /* Of family members the names are filed (条例 第九条第六项), and no document is asked for. */
  foreignIdentityDocumentsOf<IndividualBusinessFacts>(toBeVerified, {
    zh: '有非居民身份证持有人的，仅为参加经营的家庭成员的除外',
    en: 'where somebody named otherwise than as a member of the family has no citizen card',
  }),
  approvalDocuments(),
  agentAuthorisation(),
];

export const materials: readonly Material[] = materialsOf(askedMaterials, [citizenIdentity]);
