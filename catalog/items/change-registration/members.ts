import type { MemberKind } from '../../../lib/domain/registration/enterprise.ts';
import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { EnterpriseEvidence, MemberEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import type { PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { subjectIn } from '../filed-member.ts';
import type { ChangeFacts, Changes } from './facts.ts';

/** As what a member is registered, of the types that have members registered. */
export const memberKinds: { readonly [Type in EnterpriseType]?: MemberKind } = {
  'limited-company': 'shareholder',
  'non-company-legal-person': 'contributor',
  partnership: 'partner',
};

export type Hold = NonNullable<Changes['members']>['holds'][number];

export const totalOf = ({ parts }: Pick<Hold, 'parts'>, of?: 'before' | 'increase'): number =>
  parts.reduce((sum, part) => (of === undefined || part.of === of ? sum + part.subscribedFen : sum), 0);

/** The day by which all of it is paid. */
export const lastPayBy = ({ parts }: Pick<Hold, 'parts'>) =>
  parts.map(({ payBy }) => payBy).reduce((one, other) => (one > other ? one : other));

type Increased = Pick<MemberEvidence, 'subject' | 'subscribedFen' | 'increasedOn'>;

/**
 * When a part of an increase was last subscribed, of a limited company. Who takes over what another had takes its term
 * with it (公司法 第八十八条第一款); of which part it is nobody tells, so that the latest there is counts.
 */
export function increasedBy(
  hold: Hold,
  subject: SubjectKey,
  { type, members }: { readonly type: EnterpriseType; readonly members: readonly Increased[] },
  on: PlainDate,
): { readonly increasedOn?: PlainDate } {
  if (type !== 'limited-company') return {};
  if (totalOf(hold, 'increase') > 0) return { increasedOn: on };
  const before = members.find((member) => member.subject === subject);
  if (totalOf(hold) <= (before?.subscribedFen ?? 0)) return {};
  const [latest] = members
    .flatMap(({ increasedOn }) => increasedOn ?? [])
    .sort()
    .reverse();
  return latest === undefined ? {} : { increasedOn: latest };
}

const noChange = { holds: [], leaves: [] };

/** Those who join or whose part changes, with the member each was. */
export function heldBy(enterprise: EnterpriseEvidence, facts: ChangeFacts) {
  const subjectOf = subjectIn(facts);
  return (facts.changes.members ?? noChange).holds.map((hold, index) => {
    const subject = subjectOf(hold);
    const before = enterprise.members.find((member) => member.subject === subject);
    return { hold, index, subject, before };
  });
}

export const leaversOf = ({ changes, ...facts }: ChangeFacts): ReadonlySet<SubjectKey> =>
  new Set((changes.members ?? noChange).leaves.map(subjectIn(facts)));

/** The members as they are once the change is registered. */
export function membersAfter(
  enterprise: EnterpriseEvidence,
  facts: ChangeFacts,
  on?: PlainDate,
): readonly MemberEvidence[] {
  const held = heldBy(enterprise, facts);
  const taken = new Set([...held.map(({ subject }) => subject), ...leaversOf(facts)]);
  return [
    ...enterprise.members.filter(({ subject }) => !taken.has(subject)),
    ...held.map(({ hold, subject, before }) => {
      const liability = hold.liability ?? before?.liability;
      return {
        ...before,
        subject,
        as: memberKinds[enterprise.type] ?? 'investor',
        subscribedFen: totalOf(hold),
        payBy: lastPayBy(hold),
        ...(liability !== undefined && { liability }),
        ...(on !== undefined && increasedBy(hold, subject, enterprise, on)),
      };
    }),
  ];
}

/** The capital once the change is registered. */
export const capitalAfter = ({ capitalFen }: EnterpriseEvidence, { changes }: ChangeFacts) =>
  changes.registeredCapitalFen ?? changes.contributionFen ?? capitalFen;

/** By how much the registered capital of a company grows (more than 0) or falls. */
export const growthOf = ({ capitalFen }: EnterpriseEvidence, { changes }: ChangeFacts): number =>
  changes.registeredCapitalFen === undefined || capitalFen === undefined
    ? 0
    : changes.registeredCapitalFen - capitalFen;

/** Whether what was subscribed before passes from one to another: not by an increase, nor by a reduction. */
export const sharesPass = (enterprise: EnterpriseEvidence, facts: ChangeFacts): boolean =>
  growthOf(enterprise, facts) >= 0 &&
  (leaversOf(facts).size > 0 ||
    heldBy(enterprise, facts).some(
      ({ hold, before }) => totalOf(hold, 'before') !== (before?.subscribedFen ?? 0),
    ));

/** 合伙企业法 第二条: general partnerships, special ones among them, and limited ones. */
export const partnershipNames = {
  general: '普通合伙企业',
  'special-general': '特殊普通合伙企业',
  limited: '有限合伙企业',
} as const;

export type PartnershipKind = keyof typeof partnershipNames;

export function partnershipKindAfter(
  { typeName }: EnterpriseEvidence,
  { changes }: ChangeFacts,
): PartnershipKind {
  if (changes.partnershipKind !== undefined) return changes.partnershipKind;
  if (typeName.includes('有限合伙')) return 'limited';
  return typeName.includes('特殊') ? 'special-general' : 'general';
}
