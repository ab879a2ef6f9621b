import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { organisationKey, type SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import { barrablePersons } from '../../rules/companies/offices.ts';
import { type Asked, provenAmong } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import type { Reference } from '../../rules/persons.ts';
import { type Investor, personsAmong } from '../filed-investor.ts';
import type { RecordsFacts } from './facts.ts';

const among = (at: string, investors: readonly Investor[] = []): readonly Reference[] =>
  investors.flatMap((investor, index) =>
    investor.kind === 'person' ? [{ path: `${at}/${index}/person`, ref: investor.person }] : [],
  );

/** Every place where the records refer to a person. */
export function references({ records }: RecordsFacts): readonly Reference[] {
  const { contributions, organs, liaison, familyMembers, members, beneficialOwners, documentRecipient } =
    records;
  const owners = beneficialOwners?.kind === 'persons' ? beneficialOwners.persons : [];
  const one = (at: string, ref: string | undefined) => (ref === undefined ? [] : [{ path: at, ref }]);
  return [
    ...among('/records/contributions', contributions),
    ...(organs?.offices ?? []).map(({ person }, index) => ({
      path: `/records/organs/offices/${index}/person`,
      ref: person,
    })),
    ...one('/records/liaison', liaison),
    ...(familyMembers ?? []).map((ref, index) => ({ path: `/records/familyMembers/${index}`, ref })),
    ...among('/records/members', members),
    ...owners.map((ref, index) => ({ path: `/records/beneficialOwners/persons/${index}`, ref })),
    ...one('/records/documentRecipient', documentRecipient),
  ];
}

/** 实施细则 第十六条第一款, beside who files. Family members and beneficial owners are not among them. */
export function verified({ records }: RecordsFacts): readonly string[] {
  const { contributions, organs, liaison, documentRecipient } = records;
  return [
    ...personsAmong(contributions ?? []),
    ...(organs?.offices ?? []).map(({ person }) => person),
    ...[liaison, documentRecipient].filter((ref) => ref !== undefined),
  ];
}

/** Members of a co-operative are verified when they join; those the register has were. */
export const newMemberIdentity: readonly Rule<RecordsFacts>[] = identityRules<RecordsFacts>(
  ({ records }) => new Set(personsAmong(records.members ?? [])),
).map((rule) => ({
  ...rule,
  id: rule.id.replace('identity.', 'members.'),
  check: (examined) => {
    const known = new Set(examined.evidence.enterprise?.members.map(({ subject }) => subject));
    return rule.check({
      ...examined,
      facts: {
        ...examined.facts,
        persons: examined.facts.persons.map((person) =>
          known.has(person.subject) ? { ...person, proven: 'token' as const } : person,
        ),
      },
    });
  },
}));

/** Whoever an entry of the records names, by the key under which the register has them. */
export function subjectOf(
  investor: Investor,
  { persons }: Pick<RecordsFacts, 'persons'>,
): SubjectKey | undefined {
  return investor.kind === 'person'
    ? persons.find(({ ref }) => ref === investor.person)?.subject
    : organisationKey(investor.code);
}

/** Whom 公司法 第一百七十八条 reaches; who files alone does not ask for registration. */
export const officers = ({ records }: RecordsFacts): ReadonlySet<string> =>
  records.organs === undefined ? new Set() : barrablePersons(records.organs);

export const asked = (facts: RecordsFacts): readonly Asked[] => provenAmong(facts, officers(facts));
