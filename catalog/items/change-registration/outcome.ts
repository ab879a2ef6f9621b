import type {
  Enterprise,
  EnterpriseContent,
  EnterpriseHead,
  EnterpriseMember,
  EnterpriseRole,
} from '../../../lib/domain/registration/enterprise.ts';
import { termsOfType } from '../../../lib/domain/registration/enterprise-type.ts';
import type {
  ClaimedName,
  RegisterChange,
  RegisterContext,
} from '../../../lib/domain/registration/register-change.ts';
import { organisationKey, type SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import type { PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { addressAt } from '../../address-line.ts';
import { claimedNameOf, registeredName } from '../../names.ts';
import { namedPersons } from '../../roles.ts';
import type { Investor } from '../filed-investor.ts';
import { type ChangeFacts, type FiledChange, placeIn } from './facts.ts';
import { increasedBy, lastPayBy, memberKinds, partnershipNames, totalOf } from './members.ts';
import { formName } from './what-changes.ts';

type Amend = Extract<RegisterChange, { readonly kind: 'amend' }>;
interface Named {
  readonly subject: SubjectKey;
  readonly name: string;
}

const namedIn = (filed: FiledChange, facts: ChangeFacts) => {
  const personOf = namedPersons(filed.persons, facts.persons);
  return (who: Investor): readonly Named[] =>
    who.kind === 'person' ? personOf(who.person) : [{ subject: organisationKey(who.code), name: who.name }];
};
type NamedOf = ReturnType<typeof namedIn>;

function headsAfter({ changes }: FiledChange, of: NamedOf): readonly EnterpriseHead[] | undefined {
  const { legalRepresentative, managingPartners, personInCharge, investor } = changes;
  const single = legalRepresentative ?? personInCharge ?? investor;
  if (single !== undefined) return of({ kind: 'person', person: single.person });
  return managingPartners?.of.flatMap((partner) =>
    of(partner).map((head) => {
      if (partner.kind === 'person') return head;
      const [representative] = of({ kind: 'person', person: partner.representative });
      return representative === undefined ? head : { ...head, representative };
    }),
  );
}

function membersAfter(
  { members, type }: Enterprise,
  { changes }: FiledChange,
  of: NamedOf,
  on: PlainDate,
): readonly EnterpriseMember[] | undefined {
  const { members: filed, investor, formOfBusiness, contributionFen } = changes;
  if (type === 'sole-proprietorship' && (investor !== undefined || contributionFen !== undefined)) {
    const [person] = investor === undefined ? [] : of({ kind: 'person', person: investor.person });
    const own = { ...person, ...(contributionFen !== undefined && { subscribedFen: contributionFen }) };
    return members.map((member) => (member.as === 'investor' ? { ...member, ...own } : member));
  }
  if (formOfBusiness !== undefined)
    return [
      ...members.filter(({ as }) => as !== 'family-member'),
      ...formOfBusiness.familyMembers.flatMap((person) =>
        of({ kind: 'person', person }).map((named) => ({ ...named, as: 'family-member' as const })),
      ),
    ];
  if (filed === undefined) return undefined;
  const known = new Map(members.map((member) => [member.subject, member]));
  const held = filed.holds.flatMap((hold) =>
    of(hold).map(
      (named): EnterpriseMember => ({
        ...known.get(named.subject),
        ...named,
        as: memberKinds[type] ?? 'shareholder',
        subscribedFen: totalOf(hold),
        payBy: lastPayBy(hold),
        ...(hold.liability !== undefined && { liability: hold.liability }),
        ...increasedBy(hold, named.subject, { type, members }, on),
      }),
    ),
  );
  const taken = new Set([...held, ...filed.leaves.flatMap(of)].map(({ subject }) => subject));
  return [...members.filter(({ subject }) => !taken.has(subject)), ...held];
}

/** Whole: nobody but a branch of the same enterprise can come to bear it. */
export const branchClaim = (name: string): ClaimedName => ({ tradeName: name, name });

const keyOf = ({ subject, role }: EnterpriseRole): string => `${role} ${subject}`;

/** Parts follow heads and members; an office that a new legal representative takes is told with it. */
function rolesAfter(
  { roles, type }: Enterprise,
  { changes }: FiledChange,
  heads: readonly EnterpriseHead[] | undefined,
  members: readonly EnterpriseMember[] | undefined,
): readonly EnterpriseRole[] {
  const headRole = termsOfType[type].head;
  /* Of a co-operative its chair (农民专业合作社法 第三十三条), and beside an organisation that manages its representative. */
  const office = type === 'cooperative' ? 'chair' : changes.legalRepresentative?.office;
  const ofHeads: ReadonlySet<string> = new Set([
    headRole,
    'representative',
    ...(type === 'cooperative' ? ['chair'] : []),
  ]);
  const memberRoles = new Set(members === undefined ? [] : [memberKinds[type], 'family-member'].map(String));
  const takes = office !== undefined && office !== 'other' && changes.legalRepresentative !== undefined;
  const kept = roles.filter(
    ({ role }) => !(heads !== undefined && ofHeads.has(role)) && !memberRoles.has(role),
  );
  const begun = [
    ...(heads ?? []).map(({ subject }) => ({ subject, role: headRole })),
    ...(heads ?? []).flatMap(({ representative }) =>
      representative === undefined ? [] : [{ subject: representative.subject, role: 'representative' }],
    ),
    ...(takes ? (heads ?? []).map(({ subject }) => ({ subject, role: office })) : []),
    ...(members ?? [])
      .filter(({ as }) => memberRoles.has(as))
      .map(({ subject, as }) => ({ subject, role: as })),
  ];
  return [...new Map([...kept, ...begun].map((role) => [keyOf(role), role])).values()];
}

/** What the change makes of the register (条例 第二十四条、第二十八条). */
export function registeredChange(
  filed: FiledChange,
  facts: ChangeFacts,
  { on, place, enterprise }: RegisterContext,
): Amend {
  if (enterprise === undefined) throw new Error('A change is of an enterprise in the register');
  const { changes } = filed;
  const of = namedIn(filed, facts);
  const newNames = new Map((changes.renamed ?? []).flatMap(of).map(({ subject, name }) => [subject, name]));
  const named = <T extends Named>(one: T): T => ({ ...one, name: newNames.get(one.subject) ?? one.name });
  const renamedHead = ({ representative, ...head }: EnterpriseHead): EnterpriseHead => ({
    ...named(head),
    ...(representative !== undefined && { representative: named(representative) }),
  });
  const renames = newNames.size > 0;
  const heads = headsAfter(filed, of) ?? (renames ? enterprise.heads.map(renamedHead) : undefined);
  const members =
    membersAfter(enterprise, filed, of, on) ?? (renames ? enterprise.members.map(named) : undefined);
  const [, filedPlace] = placeIn(changes) ?? [];
  const capitalFen = changes.registeredCapitalFen ?? changes.contributionFen;
  const { partnershipKind, formOfBusiness, name, branchName, givesUpName } = changes;
  const onLicence: Partial<EnterpriseContent> = {
    ...(name !== undefined && registeredName(name)),
    ...(branchName !== undefined && branchClaim(branchName)),
    ...(filedPlace !== undefined && { address: addressAt(place, filedPlace.detail) }),
    ...(changes.businessScope && { businessScope: changes.businessScope.map(({ text }) => text) }),
    ...(capitalFen !== undefined && { capitalFen }),
    ...(partnershipKind !== undefined && { typeName: partnershipNames[partnershipKind] }),
    ...(formOfBusiness !== undefined && { typeName: formName(formOfBusiness.kind) }),
    ...(heads !== undefined && { heads }),
  };
  const reissued = Object.keys(onLicence).length > 0 || givesUpName === true;
  const rolesChange =
    headsAfter(filed, of) !== undefined || membersAfter(enterprise, filed, of, on) !== undefined;
  const without: Amend['without'] =
    givesUpName === true
      ? ['name', 'tradeName', 'industry']
      : name !== undefined && name.industry === undefined
        ? ['industry']
        : [];
  return {
    kind: 'amend',
    content: {
      ...onLicence,
      ...(members !== undefined && { members }),
      ...(rolesChange && {
        roles: rolesAfter(enterprise, filed, headsAfter(filed, of), membersAfter(enterprise, filed, of, on)),
      }),
    },
    ...(filedPlace?.division !== undefined && { division: filedPlace.division }),
    without,
    licence: reissued ? 'reissue' : 'keep',
    ...(name !== undefined && { name: { leaves: 'given-up', takes: claimedNameOf(name) } }),
    ...(branchName !== undefined && { name: { leaves: 'given-up', takes: branchClaim(branchName) } }),
    ...(givesUpName === true && { name: { leaves: 'given-up' } }),
  };
}
