import type { Material } from '../../../lib/domain/standard/standard.ts';
import { soleProprietorshipLaw } from '../../laws.ts';
import {
  addressDocument,
  agentAuthorisation,
  applicationForm,
  approvalDocuments,
  foreignIdentityDocuments,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import type { MaterialKind, SoleProprietorshipFacts } from './facts.ts';

const filed = soleProprietorshipLaw('第九条第一款');

export const askedMaterials: readonly AskedMaterial<SoleProprietorshipFacts, MaterialKind>[] = [
  applicationForm({ zh: '个人独资企业登记（备案）申请书', en: 'Application for registration' }, [
    filed,
    soleProprietorshipLaw('第十条'),
  ]),
  addressDocument({ zh: '住所', en: 'address' }, [filed]),
  foreignIdentityDocuments,
  approvalDocuments([soleProprietorshipLaw('第九条第二款')]),
  agentAuthorisation([filed]),
];

export const materials: readonly Material[] = materialsOf(askedMaterials, [citizenIdentity]);
