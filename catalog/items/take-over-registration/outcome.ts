import type { EnterpriseContent, EnterpriseHead } from '../../../lib/domain/registration/enterprise.ts';
import { termsOfType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { ClaimedName, RegisterChange } from '../../../lib/domain/registration/register-change.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { addressAt } from '../../address-line.ts';
import { namedPersons, rolesOf } from '../../roles.ts';
import { type FiledTakeOver, placeIn, type TakeOverFacts } from './facts.ts';

export const nameTakenOver = ({ name }: FiledTakeOver): ClaimedName | undefined =>
  name && {
    name: name.whole,
    tradeName: name.tradeName,
    ...(name.industry !== undefined && { industry: name.industry }),
  };

type PersonOf = ReturnType<typeof namedPersons>;

const headsOf = ({ heads }: FiledTakeOver, personOf: PersonOf): readonly EnterpriseHead[] =>
  heads.flatMap((head) => {
    if (head.kind === 'person') return personOf(head.person);
    const [representative] = personOf(head.representative);
    return [
      { subject: organisationKey(head.code), name: head.name, ...(representative && { representative }) },
    ];
  });

const membersOf = ({ members }: FiledTakeOver, personOf: PersonOf): EnterpriseContent['members'] =>
  members.flatMap((member) => {
    const { as, subscribedFen, paidFen, payBy, liability } = member;
    const share = {
      as,
      ...(subscribedFen !== undefined && { subscribedFen }),
      ...(paidFen !== undefined && { paidFen }),
      ...(payBy !== undefined && { payBy }),
      ...(liability !== undefined && { liability }),
    };
    return member.kind === 'person'
      ? personOf(member.person).map((person) => ({ ...person, ...share }))
      : [{ subject: organisationKey(member.code), name: member.name, ...share }];
  });

/** What the enterprise is registered with, as its file has it, under its code and from its day. */
export function takenOver(filed: FiledTakeOver, facts: TakeOverFacts, place: string): RegisterChange {
  const { code, type, typeName, establishedOn, termEnds, status, statusSince, parent } = filed;
  const personOf = namedPersons(filed.persons, facts.persons);
  const { head } = termsOfType[type];
  const capitalFen = filed.registeredCapitalFen ?? filed.contributionFen;
  const claimed = nameTakenOver(filed);
  return {
    kind: 'establish',
    content: {
      type,
      typeName,
      ...claimed,
      heads: headsOf(filed, personOf),
      ...(capitalFen !== undefined && { capitalFen }),
      address: addressAt(place, placeIn(filed)?.detail ?? ''),
      businessScope: filed.businessScope,
      ...(termEnds !== undefined && { termEnds }),
      members: membersOf(filed, personOf),
      roles: rolesOf(facts.persons, [
        ...facts.heads.map((one) => ({ ...one, role: head })),
        ...facts.members.map((member) => ({ ...member, role: member.as })),
        ...facts.offices.map(({ person, office }) => ({ kind: 'person' as const, person, role: office })),
      ]),
      ...(parent !== undefined && { parent }),
      stateInvestor: filed.stateInvestor,
    },
    /* A revoked establishment has lost its name (企业名称登记管理规定 第十七条第三项). */
    ...(claimed && status !== 'establishment-revoked' && { name: claimed }),
    takenOver: {
      code,
      establishedOn,
      ...(status !== 'registered' && { lost: { status, since: statusSince ?? establishedOn } }),
    },
  };
}
