import type { Case, Rule } from '../../../lib/domain/standard/standard.ts';
import type { SubjectKey } from '../../../lib/domain/subject/subject-key.ts';
import type { BecomingFacts } from '../../items/filed-becoming-company.ts';
import { civilCode, implementingRules, registrationRegulation } from '../../laws.ts';
import { branchesFollow } from '../branches-follow.ts';
import { type Asked, creditRules, provenAmong } from '../credit.ts';
import { identityRules } from '../identity.ts';
import { isLate, lastDayWithin } from '../last-day.ts';
import { newHeadRules } from '../new-head.ts';
import { personRules, type Reference } from '../persons.ts';
import { defect, NONE, note, when } from '../rule.ts';
import { investorsAt, investorsOf } from './becoming.ts';
import { barrablePersons } from './offices.ts';
import { companyApplicants, companyReferences, companyToBeVerified } from './parts.ts';

export const DAYS = 30;

/** 条例 第二十四条第一款, for which 实施细则 第三十七条 says 规定的期限. */
export const periodArticles = [
  registrationRegulation('第二十四条第一款'),
  implementingRules('第三十一条第一款'),
];

export const decisionTimeRules: readonly Rule<BecomingFacts>[] = [
  defect({
    id: 'change.decided-later',
    articles: [implementingRules('第三十一条第一款')],
    zh: '作出变更决议、决定之日（{decidedOn}）晚于申请之日',
    en: 'The decision ({decidedOn}) is later than the day of filing',
    check: ({ facts: { decidedOn }, on }) => when(decidedOn > on, '/decidedOn', { decidedOn }),
  }),
  note({
    id: 'change.late',
    articles: [...periodArticles, registrationRegulation('第四十六条'), civilCode('第二百零三条第一款')],
    zh: '申请晚于自决议、决定之日起三十日的期限（至 {latest}）：不影响登记；未依法办理变更登记的，由登记机关责令改正',
    en: 'This is filed after its thirty days, which ended on {latest}: it is registered all the same, and correction may be ordered',
    check: ({ facts: { decidedOn }, on }) =>
      isLate(decidedOn, DAYS, on)
        ? [{ path: '/decidedOn', values: { latest: lastDayWithin(decidedOn, DAYS) } }]
        : NONE,
  }),
];

const headRefs = ({ offices }: BecomingFacts): ReadonlySet<string> =>
  new Set(offices.flatMap(({ office, person }) => (office === 'legal-representative' ? [person] : [])));

/** Whether the legal representative is to be somebody else than the register has. */
function replacesHead({ facts, evidence: { enterprise } }: Case<BecomingFacts>): boolean {
  if (enterprise === undefined) return false;
  const refs = headRefs(facts);
  const heads: readonly SubjectKey[] = enterprise.heads;
  return facts.persons.some(({ ref, subject }) => refs.has(ref) && !heads.includes(subject));
}

interface Named extends BecomingFacts {
  readonly beneficialOwners?: Parameters<typeof companyReferences>[2]['beneficialOwners'];
}

const references = (facts: Named): readonly Reference[] => [
  { path: '/signedBy', ref: facts.signedBy },
  ...companyReferences(investorsAt(facts), investorsOf(facts), facts),
];

export const toBeVerified = (facts: BecomingFacts): ReadonlySet<string> =>
  new Set([facts.signedBy, ...companyToBeVerified(investorsOf(facts), facts)]);

/** Whose standing is evidence. */
export const asked = (facts: BecomingFacts): readonly Asked[] =>
  provenAmong(facts, new Set([facts.signedBy, ...companyApplicants(investorsOf(facts), facts)]));

/** Who signs, is named, verified, and free to take the office. */
export const partyRules: readonly Rule<Named>[] = [
  ...newHeadRules<Named>({ replaces: replacesHead, heads: headRefs }),
  ...personRules<Named>(references),
  ...identityRules<Named>(toBeVerified),
];

export const becomingCreditRules: readonly Rule<BecomingFacts>[] = creditRules({
  asked,
  barrable: barrablePersons,
});

export const branchNameNote = branchesFollow<BecomingFacts>(() => '/name');

/** As anyone may read it. */
export const filedWithin = [
  { days: DAYS, from: { zh: '作出变更决议、决定之日', en: 'the decision' }, articles: periodArticles },
] as const;
