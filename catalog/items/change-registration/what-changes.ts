import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule, Violation } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { fullName } from '../../names.ts';
import { branchesFollow } from '../../rules/branches-follow.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { defect, when } from '../../rules/rule.ts';
import { type ChangeFacts, type Changes, placeIn } from './facts.ts';
import { newHeads } from './heads.ts';
import { heldBy, lastPayBy, partnershipNames, totalOf } from './members.ts';

type Field = keyof Changes;

/** What is registered of each type (实施细则 第六条), by the field that changes it. */
const registeredOf: Readonly<Record<EnterpriseType, readonly Field[]>> = {
  'limited-company': ['address', 'registeredCapitalFen', 'legalRepresentative', 'members'],
  /* Promoters, and no shareholder who comes later: they stay who they were, and may only bear another name. */
  'joint-stock-company': ['address', 'registeredCapitalFen', 'legalRepresentative'],
  'non-company-legal-person': ['address', 'contributionFen', 'legalRepresentative', 'members'],
  'sole-proprietorship': ['address', 'contributionFen', 'investor', 'residences'],
  partnership: [
    'principalPlace',
    'contributionFen',
    'managingPartners',
    'members',
    'partnershipKind',
    'residences',
  ],
  cooperative: ['address', 'contributionFen', 'legalRepresentative'],
  'individual-business': ['placeOfBusiness', 'givesUpName', 'formOfBusiness', 'residences'],
  branch: ['placeOfBusiness', 'branchName', 'personInCharge'],
};

const isRegistered = (type: EnterpriseType, field: Field): boolean =>
  field === 'businessScope' ||
  field === 'renamed' ||
  (field === 'name' && type !== 'branch') ||
  registeredOf[type].includes(field);

const fieldsOf = ({ changes }: ChangeFacts): readonly Field[] =>
  (Object.keys(changes) as Field[]).filter((field) => changes[field] !== undefined);

const areSame = (one: readonly string[], other: readonly string[]): boolean => {
  const [left, right] = [new Set(one), new Set(other)];
  return left.size === right.size && [...left].every((entry) => right.has(entry));
};

const HEADS: readonly Field[] = ['legalRepresentative', 'managingPartners', 'personInCharge', 'investor'];

const FORMS = { individual: '个人经营', family: '家庭经营' } as const;
export const formName = (kind: keyof typeof FORMS): string => FORMS[kind];

/** Whether a field has the value that is registered. A place is kept from rules, so that it is not compared. */
function isSame(field: Field, enterprise: EnterpriseEvidence, facts: ChangeFacts): boolean {
  const { changes } = facts;
  const { name, businessScope, partnershipKind, formOfBusiness } = changes;
  if (HEADS.includes(field))
    return areSame(
      newHeads(facts).map(({ subject }) => subject),
      enterprise.heads,
    );
  switch (field) {
    case 'name':
      return name !== undefined && fullName(name) === enterprise.name;
    case 'branchName':
      return changes.branchName === enterprise.name;
    case 'givesUpName':
      return enterprise.name === undefined;
    case 'businessScope':
      return areSame(
        (businessScope ?? []).map(({ text }) => text),
        enterprise.businessScope,
      );
    case 'registeredCapitalFen':
    case 'contributionFen':
      return changes[field] === enterprise.capitalFen;
    case 'partnershipKind':
      return partnershipKind !== undefined && partnershipNames[partnershipKind] === enterprise.typeName;
    case 'formOfBusiness':
      return formOfBusiness !== undefined && formName(formOfBusiness.kind) === enterprise.typeName;
    case 'members':
      return changes.members?.holds.length === 0 && changes.members.leaves.length === 0;
    case 'residences':
    case 'renamed':
      return changes[field]?.length === 0;
    default:
      return false;
  }
}

/** Members who hold afterwards just what they held. */
const sameHolds = (enterprise: EnterpriseEvidence, facts: ChangeFacts): readonly Violation[] =>
  heldBy(enterprise, facts).flatMap(({ hold, index, before }) =>
    when(
      before !== undefined &&
        before.subscribedFen === totalOf(hold) &&
        (hold.liability === undefined || hold.liability === before.liability) &&
        (before.payBy === undefined || before.payBy === lastPayBy(hold)),
      `/changes/members/holds/${index}`,
      { change: 'members' },
    ),
  );

const registrable = [implementingRules('第六条'), registrationRegulation('第八条')];

export const whatChangesRules: readonly Rule<ChangeFacts>[] = [
  defect({
    id: 'change.none',
    articles: [implementingRules('第三十一条第一款')],
    zh: '申请中没有变更事项',
    en: 'The filing changes nothing',
    check: ({ facts }) => when(fieldsOf(facts).length === 0, '/changes'),
  }),
  defect({
    id: 'change.not-registered',
    articles: registrable,
    zh: '{change} 不是该类型（{typeName}）的登记事项；备案事项另行办理备案',
    en: '{change} is not registered of this type ({typeName}); what is only filed has its own item',
    check: onEnterprise(({ type, typeName }, { facts }) =>
      fieldsOf(facts)
        .filter((field) => !isRegistered(type, field))
        .map((field) => ({ path: `/changes/${field}`, values: { change: field, typeName } })),
    ),
  }),
  defect({
    id: 'change.two-places',
    articles: [registrationRegulation('第十一条第一款')],
    zh: '只能登记一个住所（主要经营场所、经营场所）',
    en: 'One place is registered, and no more',
    check: ({ facts: { changes } }) =>
      when(
        [changes.address, changes.principalPlace, changes.placeOfBusiness].filter(Boolean).length > 1,
        '/changes',
      ),
  }),
  defect({
    id: 'change.same',
    articles: [implementingRules('第三十一条第一款')],
    zh: '{change} 与已登记的内容相同，没有变更',
    en: '{change} is what is registered already',
    check: onEnterprise((enterprise, { facts }) => [
      ...fieldsOf(facts)
        .filter((field) => isSame(field, enterprise, facts))
        .map((field) => ({ path: `/changes/${field}`, values: { change: field } })),
      ...sameHolds(enterprise, facts),
    ]),
  }),
  /* 实施细则 第三十五条: to the authority of the place it moves to, which registers it under another item. */
  defect({
    id: 'change.other-authority',
    articles: [registrationRegulation('第二十七条'), implementingRules('第三十五条')],
    zh: '新的住所（主要经营场所、经营场所）跨登记机关辖区，应当在迁入前向迁入地登记机关办理迁移（migrate-enterprise）',
    en: 'The new place is in the area of another authority: before it moves there, the enterprise files `migrate-enterprise`',
    check: onEnterprise(({ withDecidingAuthority }, { facts }) => {
      const [field, place] = placeIn(facts.changes) ?? [];
      return when(place?.inOtherDivision === true && !withDecidingAuthority, `/changes/${field}/division`);
    }),
  }),
  branchesFollow<ChangeFacts>(({ changes }) => {
    const [first] = (['name', 'businessScope'] as const).filter((field) => changes[field] !== undefined);
    return first === undefined ? undefined : `/changes/${first}`;
  }),
];
