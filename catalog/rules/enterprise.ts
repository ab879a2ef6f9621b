import type { EnterpriseStatus } from '../../lib/domain/registration/enterprise.ts';
import type { EnterpriseType } from '../../lib/domain/registration/enterprise-type.ts';
import type { EnterpriseEvidence } from '../../lib/domain/standard/enterprise-evidence.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Case, Rule, Violation } from '../../lib/domain/standard/standard.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import type { WithPersons } from './persons.ts';
import { defect, NONE, review, when } from './rule.ts';

/** The same for every filing of an item, or by what one asks for. */
type ByFacts<Facts, T> = readonly T[] | ((facts: Facts) => readonly T[]);

export interface EnterpriseOf<Facts = unknown> {
  /** The types the item is for, and the articles that say so. @default every type, and no rule asks */
  readonly types?: ByFacts<Facts, EnterpriseType>;
  readonly typeArticles?: readonly Article[];
  /** The states an enterprise may be in for it. @default registered alone */
  readonly statuses?: ByFacts<Facts, EnterpriseStatus>;
  readonly statusArticles?: readonly Article[];
}

/** Every state in which an enterprise still stands: only cancellation ends it (条例 第三十一条第一款). */
export const STANDING: readonly EnterpriseStatus[] = [
  'registered',
  'licence-revoked',
  'ordered-to-close',
  'establishment-revoked',
];

const forFacts = <Facts, T>(by: ByFacts<Facts, T>, facts: Facts): readonly T[] =>
  typeof by === 'function' ? by(facts) : by;

/** A rule on the enterprise in the register; a case without one has nothing to say of it. */
export const onEnterprise =
  <Facts>(check: (enterprise: EnterpriseEvidence, examined: Case<Facts>) => readonly Violation[]) =>
  (examined: Case<Facts>): readonly Violation[] => {
    const { enterprise } = examined.evidence;
    return enterprise === undefined ? NONE : check(enterprise, examined);
  };

/** Rules that hold for enterprises of some types alone: of others, and of none in the register, they say nothing. */
export const forTypes = <Facts>(
  types: readonly EnterpriseType[],
  rules: readonly Rule<Facts>[],
): readonly Rule<Facts>[] =>
  rules.map((rule) => ({
    ...rule,
    check: onEnterprise(({ type }, examined) => (types.includes(type) ? rule.check(examined) : NONE)),
  }));

/** That the enterprise is of a type and in a state the item is for, and still with the authority that decides. */
export const enterpriseRules = <Facts extends { readonly enterprise: string }>({
  types,
  typeArticles = [],
  statuses = ['registered'],
  statusArticles = [registrationRegulation('第三十一条第一款')],
}: EnterpriseOf<Facts>): readonly Rule<Facts>[] => [
  ...(types === undefined
    ? []
    : [
        defect<Facts>({
          id: 'enterprise.type',
          articles: typeArticles,
          zh: '本事项不适用于该类型的经营主体：{typeName}',
          en: 'This is not for an enterprise of this type: {typeName}',
          check: onEnterprise(({ type, typeName }, { facts }) =>
            when(!forFacts(types, facts).includes(type), '/enterprise', { typeName }),
          ),
        }),
      ]),
  defect({
    id: 'enterprise.status',
    articles: statusArticles,
    zh: '经营主体的状态（{status}，自 {since} 起）不能办理本事项',
    en: 'In its state ({status} since {since}) the enterprise cannot do this',
    check: onEnterprise(({ status, statusSince }, { facts }) =>
      when(!forFacts(statuses, facts).includes(status), '/enterprise', { status, since: statusSince }),
    ),
  }),
  review({
    id: 'enterprise.moved',
    articles: [implementingRules('第十八条第四款'), registrationRegulation('第二十七条')],
    admits: ['return'],
    zh: '经营主体的登记机关在申请提交后已经变更，应当退回并告知向现登记机关申请',
    en: 'The enterprise has moved to another authority since this was filed: it is returned, to be filed there',
    check: onEnterprise(({ withDecidingAuthority }) => when(!withDecidingAuthority, '/enterprise')),
  }),
];

/** Whoever moves an enterprise is not yet with the authority it moves to. */
export const enterpriseRulesOfMove = <Facts extends { readonly enterprise: string }>(
  of: EnterpriseOf<Facts>,
): readonly Rule<Facts>[] => enterpriseRules<Facts>(of).filter(({ id }) => id !== 'enterprise.moved');

interface Signed extends WithPersons {
  readonly signedBy: string;
}

/**
 * That somebody signs who stands for the enterprise (实施细则 第十五条、第三十三条): its head in the register, or whom
 * `orElse` names by `ref` — a new head who takes office, the head of the liquidators. A person counts by the proof of
 * who they are, so `signedBy` has to be among those who are verified.
 */
export const signerRules = <Facts extends Signed>(
  articles: readonly Article[] = [implementingRules('第十五条第一款')],
  orElse: (facts: Facts, enterprise: EnterpriseEvidence) => ReadonlySet<string> = () => new Set(),
): readonly Rule<Facts>[] => [
  defect({
    id: 'applicant.signer',
    articles,
    zh: '申请应当由有权代表该经营主体的人员签署：{person} 不是',
    en: 'Somebody who stands for the enterprise has to sign: {person} does not',
    check: onEnterprise((enterprise, { facts }) => {
      const signer = facts.persons.find(({ ref }) => ref === facts.signedBy);
      const may =
        signer !== undefined &&
        (enterprise.heads.includes(signer.subject) || orElse(facts, enterprise).has(signer.ref));
      return when(!may, '/signedBy', { person: facts.signedBy });
    }),
  }),
];
