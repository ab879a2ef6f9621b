import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Material } from '../../lib/domain/standard/standard.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import { needsApprovalBefore } from '../scope-items.ts';
import { type AskedMaterial, always } from './materials.ts';
import type { WithPersons } from './persons.ts';

/** Materials that every establishment asks for alike; `articles`: what the law of the type adds. */

/** 申请书, by the name the form of this type has. */
export const applicationForm = (
  name: Bilingual,
  articles: readonly Article[] = [],
): AskedMaterial<unknown, 'application-form'> => ({
  id: 'application-form',
  name,
  articles: [
    registrationRegulation('第十六条第一款第一项'),
    implementingRules('第二十五条第一项'),
    ...articles,
  ],
  needed: always,
});

/** `place`: 住所, 主要经营场所 or 经营场所. */
export const addressDocument = (
  place: Bilingual,
  articles: readonly Article[] = [],
): AskedMaterial<unknown, 'address-document'> => ({
  id: 'address-document',
  name: { zh: `${place.zh}相关文件`, en: `Document on the use of the ${place.en}` },
  articles: [
    registrationRegulation('第十六条第一款第三项'),
    implementingRules('第二十五条第三项'),
    ...articles,
  ],
  needed: always,
});

export const foreignIdentityDocuments: AskedMaterial<WithPersons, 'foreign-identity-documents'> = {
  id: 'foreign-identity-documents',
  name: {
    zh: '非居民身份证持有人的身份证明（有此类人员的提交）',
    en: 'Identity documents of persons without a citizen card, where there are any',
  },
  articles: [registrationRegulation('第十六条第一款第二项'), implementingRules('第二十五条第二项')],
  needed: ({ persons }) => persons.some(({ kind }) => kind !== 'citizen-id'),
  when: { zh: '有非居民身份证持有人的', en: 'where somebody named has no citizen card' },
};

/**
 * The same of a type that files more persons than law asks the documents of: of beneficial owners it has information
 * filed (条例 第九条第八项), and nobody's document who is not among those `whom` names. `when`: who is left out, in words.
 */
export const foreignIdentityDocumentsOf = <Facts extends WithPersons>(
  whom: (facts: Facts) => ReadonlySet<string>,
  when: Bilingual = {
    zh: '有非居民身份证持有人的，仅为受益所有人的除外',
    en: 'where somebody named otherwise than as a beneficial owner has no citizen card',
  },
): AskedMaterial<Facts, 'foreign-identity-documents'> => ({
  ...foreignIdentityDocuments,
  needed: (facts) => {
    const meant = whom(facts);
    return facts.persons.some(({ kind, ref }) => kind !== 'citizen-id' && meant.has(ref));
  },
  when,
});

export const approvalDocuments = (
  articles: readonly Article[] = [],
): AskedMaterial<{ readonly businessScope: readonly { readonly text: string }[] }, 'approval-documents'> => ({
  id: 'approval-documents',
  name: {
    zh: '登记前依法须经批准的许可经营项目的批准文件（有此类项目的提交）',
    en: 'Approval of scope items that must be approved before registration, where there are any',
  },
  articles: [registrationRegulation('第十四条第一款'), ...articles],
  needed: ({ businessScope }) => businessScope.some(({ text }) => needsApprovalBefore(text)),
  when: {
    zh: '经营范围有登记前依法须经批准的项目的',
    en: 'where a scope item must be approved before registration',
  },
});

export const agentAuthorisation = (
  articles: readonly Article[] = [],
): AskedMaterial<{ readonly agent?: string | undefined }, 'agent-authorisation'> => ({
  id: 'agent-authorisation',
  name: {
    zh: '指定代表人或者委托代理人的授权委托书（由其办理的提交）',
    en: 'Authorisation of the agent, where one files',
  },
  articles: [registrationRegulation('第十八条'), implementingRules('第十四条'), ...articles],
  needed: ({ agent }) => agent !== undefined,
  when: { zh: '由指定代表人或者委托代理人办理的', en: 'where an agent files' },
});

/** `member`: 法人股东, 法人合伙人. */
export const organisationQualification = (member: Bilingual): Material => ({
  id: 'organisation-qualification',
  name: {
    zh: `${member.zh}的主体资格信息（营业执照）`,
    en: `Standing of an organisation that is a ${member.en} (its licence)`,
  },
  articles: [registrationRegulation('第十六条第三款'), implementingRules('第二十五条第二项')],
  obtain: 'shared',
});
