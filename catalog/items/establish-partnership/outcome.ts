import type {
  EnterpriseContent,
  EnterpriseHead,
  EnterpriseMember,
} from '../../../lib/domain/registration/enterprise.ts';
import { organisationKey, type SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import { addressAt } from '../../address-line.ts';
import { registeredName } from '../../names.ts';
import { namedPersons, type Part, rolesOf } from '../../roles.ts';
import type { FiledPartnership, PartnershipFacts } from './facts.ts';

const typeNames = {
  general: '普通合伙企业',
  'special-general': '特殊普通合伙企业',
  limited: '有限合伙企业',
} as const satisfies Record<FiledPartnership['form'], string>;

type FiledPartner = FiledPartnership['partners'][number];
type Named = { readonly subject: SubjectKey; readonly name: string };

const partsOf = (partner: FiledPartner): readonly Part[] => {
  const { manages } = partner;
  const roles = ['partner', ...(manages ? ['managing-partner'] : [])];
  if (partner.kind === 'person')
    return roles.map((role) => ({ role, kind: 'person', person: partner.person }));
  const { code, representative } = partner;
  return [
    ...roles.map((role): Part => ({ role, kind: 'organisation', code })),
    ...(manages && representative !== undefined
      ? [{ role: 'representative', kind: 'person' as const, person: representative }]
      : []),
  ];
};

/** What registration makes of a partnership (实施细则 第六条第四项), and who has a part in it. */
export function establishedPartnership(
  filed: FiledPartnership,
  facts: PartnershipFacts,
  place: string,
): EnterpriseContent {
  const personOf = namedPersons(filed.persons, facts.persons);
  const named = (partner: FiledPartner): readonly Named[] =>
    partner.kind === 'person'
      ? personOf(partner.person)
      : [{ subject: organisationKey(partner.code), name: partner.name }];
  const headOf = (partner: FiledPartner): readonly EnterpriseHead[] => {
    const ref = partner.kind === 'organisation' ? partner.representative : undefined;
    const [representative] = ref === undefined ? [] : personOf(ref);
    return named(partner).map((head) => ({ ...head, ...(representative && { representative }) }));
  };
  const memberOf = (partner: FiledPartner): readonly EnterpriseMember[] => {
    const { subscribedFen, payBy, liability } = partner;
    return named(partner).map((member) => ({ ...member, as: 'partner', subscribedFen, payBy, liability }));
  };
  return {
    type: 'partnership',
    typeName: typeNames[filed.form],
    ...registeredName(facts.name),
    heads: filed.partners.filter(({ manages }) => manages).flatMap(headOf),
    capitalFen: filed.contributionFen,
    address: addressAt(place, filed.principalPlace.detail),
    businessScope: filed.businessScope.map(({ text }) => text),
    ...(filed.term.kind === 'until' && { termEnds: filed.term.endsOn }),
    members: filed.partners.flatMap(memberOf),
    roles: rolesOf(facts.persons, [
      ...filed.partners.flatMap(partsOf),
      ...(filed.liaison === undefined
        ? []
        : [{ role: 'liaison', kind: 'person' as const, person: filed.liaison }]),
    ]),
  };
}
