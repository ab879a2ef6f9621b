import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { addressAt } from '../../address-line.ts';
import { namedPersons, rolesOf } from '../../roles.ts';
import type { BranchFacts, FiledBranch } from './facts.ts';

/** 实施细则 第九条第二款: 分公司, or the branch of what it is. The last two have none, and an officer may still say so. */
const TYPE_NAMES: Readonly<Record<EnterpriseType, string>> = {
  'limited-company': '分公司',
  'joint-stock-company': '分公司',
  'non-company-legal-person': '非公司企业法人分支机构',
  'sole-proprietorship': '个人独资企业分支机构',
  partnership: '合伙企业分支机构',
  cooperative: '农民专业合作社分支机构',
  'individual-business': '分支机构',
  branch: '分支机构',
};

/** The items of 实施细则 第六条第六项. The parent's part is what makes the branch findable from it. */
export function establishedBranch(filed: FiledBranch, facts: BranchFacts, place: string): EnterpriseContent {
  const personOf = namedPersons(filed.persons, facts.persons);
  const { parent, head, liaison } = facts;
  const part = (role: string, person: string) => ({ kind: 'person' as const, person, role });
  return {
    type: 'branch',
    typeName: TYPE_NAMES[parent.type],
    name: facts.name,
    tradeName: facts.name,
    heads: personOf(head),
    address: addressAt(place, filed.placeOfBusiness.detail),
    businessScope: filed.businessScope.map(({ text }) => text),
    members: [{ subject: organisationKey(parent.code), name: parent.name, as: 'parent' }],
    roles: rolesOf(facts.persons, [
      { kind: 'organisation', code: parent.code, role: 'parent' },
      part('person-in-charge', head),
      ...(liaison === undefined ? [] : [part('liaison', liaison)]),
    ]),
    parent: parent.code,
  };
}
