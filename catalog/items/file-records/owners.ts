import type { Case, Rule } from '../../../lib/domain/standard/standard.ts';
import { subjectKindOf } from '../../../lib/domain/subject/subject-key.ts';
import {
  beneficialOwnerRules,
  type Holder,
  type WithBeneficialOwners,
} from '../../rules/beneficial-owners.ts';
import { NONE } from '../../rules/rule.ts';
import type { RecordsFacts } from './facts.ts';

interface Owned extends WithBeneficialOwners {
  readonly capitalFen: number;
  readonly persons: boolean;
  readonly holders: readonly Holder[];
}

/** Who is filed, beside what the register has: a holder whom the filing does not name is no owner it names. */
function ownedOf({ facts: { records, persons }, evidence }: Case<RecordsFacts>): Owned | undefined {
  const { beneficialOwners } = records;
  const { enterprise } = evidence;
  if (beneficialOwners === undefined || enterprise === undefined) return undefined;
  const { members, capitalFen = 0 } = enterprise;
  const whole = members.reduce((sum, { subscribedFen = 0 }) => sum + subscribedFen, 0);
  const natural = members.filter(({ subject }) => subjectKindOf(subject) === 'person');
  return {
    beneficialOwners,
    capitalFen,
    persons: natural.length === members.length,
    holders: natural.map(({ subject, subscribedFen = 0 }) => ({
      path: '/beneficialOwners',
      person: persons.find((person) => person.subject === subject)?.ref ?? '—',
      share: whole === 0 ? 0 : subscribedFen / whole,
    })),
  };
}

export const ownerRules: readonly Rule<RecordsFacts>[] = beneficialOwnerRules<Owned>({
  capital: { zh: '注册资本或者出资额', en: 'capital' },
  members: { zh: '股东或者合伙人', en: 'shareholders or partners' },
  mayBeExempt: ({ capitalFen, persons }, upToFen) => capitalFen <= upToFen && persons,
  holders: ({ holders }) => holders,
})
  .filter(({ id }) => id !== 'beneficial-owners.missing')
  .map((rule) => ({
    ...rule,
    check: (examined: Case<RecordsFacts>) => {
      const facts = ownedOf(examined);
      if (facts === undefined) return NONE;
      return rule
        .check({ ...examined, facts })
        .map((violation) => ({ ...violation, path: `/records${violation.path}` }));
    },
  }));
