import type { Rule, Standard } from '../../lib/domain/standard/standard.ts';
import type { ConversionFacts } from '../items/filed-conversion.ts';
import { type Investor, personsAmong } from '../items/filed-investor.ts';
import type { NameFacts } from '../items/filed-name.ts';
import { implementingRules, individualBusinessRegulation, registrationRegulation } from '../laws.ts';
import { fullName } from '../names.ts';
import { findScopeItem } from '../scope-items.ts';
import { type Asked, type CreditOf, creditRules, provenAmong } from './credit.ts';
import { enterpriseRulesOfMove, onEnterprise, signerRules } from './enterprise.ts';
import { identityRules } from './identity.ts';
import { stoppedNameRules } from './name-orders.ts';
import { personRules, type Reference, type WithPersons } from './persons.ts';
import { defect, NONE, note, review, when } from './rule.ts';

export interface ConvertedFacts extends ConversionFacts, WithPersons {
  readonly materials: readonly { readonly kind: string }[];
  readonly name: NameFacts;
}

const direct = [implementingRules('第三十七条第三款'), individualBusinessRegulation('第十三条第一款')];
const settled = [individualBusinessRegulation('第十三条第二款')];

const businessRules: readonly Rule<ConvertedFacts>[] = [
  ...enterpriseRulesOfMove<ConvertedFacts>({ types: ['individual-business'], typeArticles: direct }),
  /* Who has the business registered ends it and registers the enterprise; individual businesses do not move [inference]. */
  defect({
    id: 'conversion.other-authority',
    articles: [registrationRegulation('第二十七条'), ...direct],
    zh: '转型后的企业由个体工商户的登记机关登记：申请的住所（主要经营场所）不在其辖区',
    en: 'The enterprise is registered by the authority of the individual business: the place asked for is not in its area',
    check: onEnterprise(({ withDecidingAuthority }) => when(!withDecidingAuthority, '/enterprise')),
  }),
  defect({
    id: 'conversion.taxes-settled',
    articles: settled,
    zh: '个体工商户转型为企业的，应当结清依法应缴纳的税款等',
    en: 'Taxes that are due are paid before the business turns into an enterprise',
    check: ({ facts }) => when(!facts.taxesSettled, '/taxesSettled'),
  }),
  defect({
    id: 'conversion.debts-arranged',
    articles: settled,
    zh: '个体工商户转型为企业的，应当对原有债权债务作出妥善处理，不得损害他人的合法权益',
    en: 'What the business owes and is owed is arranged so that nobody’s rights suffer',
    check: ({ facts }) => when(!facts.debtsArranged, '/debtsArranged'),
  }),
  /*
   * The business ends with this, and of one that has ended no application to revoke is taken in any more: who judges it
   * knows of the inquiry, as of a move or a simple cancellation. That it is on a list bars simple cancellation alone
   * (条例 第三十三条第四款, 实施细则 第四十八条第一项), no other cancellation and no change; so no list is read for this.
   */
  review({
    id: 'conversion.inquiry',
    articles: [implementingRules('第五十二条第二款第二项'), implementingRules('第五十三条第一款')],
    admits: ['register', 'return'],
    zh: '存在未结的撤销登记调查（自 {since} 起），转型使个体工商户注销：应当核实转型是否影响调查和撤销决定的作出',
    en: 'An inquiry into a registration of the business is open (since {since}), and this ends the business: judge whether it keeps the inquiry from its decision',
    check: onEnterprise(({ inquiries }) =>
      inquiries
        .filter(({ closedOn }) => closedOn === undefined)
        .map(({ acceptedOn }) => ({ path: '/enterprise', values: { since: acceptedOn } })),
    ),
  }),
  note({
    id: 'conversion.permits',
    articles: direct,
    zh: '原经营范围涉及行政许可（{items}）：应当向行政许可部门办理相应手续，该部门应当简化手续',
    en: 'Scope items of the business need a permit ({items}): see the departments that give it, which are to make it simple',
    check: onEnterprise(({ businessScope }) => {
      const items = businessScope.filter((text) => (findScopeItem(text)?.approval ?? 'none') !== 'none');
      return when(items.length > 0, '/enterprise', { items });
    }),
  }),
  /* What the business may not be called, the enterprise it turns into may not be either. */
  ...stoppedNameRules<ConvertedFacts>(({ name }) => ({
    path: '/name',
    name: fullName(name),
    tradeName: name.tradeName,
  })),
];

/** Law does not ask who is to have the enterprise; that its operator has no part in it is judged [inference]. */
const operatorRule = <Facts extends ConvertedFacts>(
  at: string,
  investors: (facts: Facts) => readonly Investor[],
): Rule<Facts> =>
  review({
    id: 'conversion.operator-left-out',
    articles: direct,
    admits: ['register', 'return'],
    zh: '经营者不是转型后企业的投资人（股东、合伙人）：应当核实是转型还是转让',
    en: 'The operator is none of those who have the enterprise: judge whether the business turns into it, or passes to others',
    check: onEnterprise(({ heads }, { facts }) => {
      const refs = new Set(personsAmong(investors(facts)));
      const stays = facts.persons.some(({ ref, subject }) => refs.has(ref) && heads.includes(subject));
      return heads.length === 0 ? NONE : when(!stays, at);
    }),
  });

interface ConvertedInto<Facts> extends Pick<CreditOf<Facts>, 'barrable'> {
  /** How one of the type is established: 按照拟变更的企业类型设立条件. */
  readonly established: Standard<Facts>;
  /** Who has the enterprise, and where the filing names them. */
  readonly investors: { readonly at: string; readonly of: (facts: Facts) => readonly Investor[] };
  readonly references: (facts: Facts) => readonly Reference[];
  readonly toBeVerified: (facts: Facts) => ReadonlySet<string>;
  readonly asked: (facts: Facts) => readonly Asked[];
}

/** With whoever signs for the business, who need have no part in the enterprise. */
const OF_PARTIES = /^(?:persons|identity|credit)\./;

export const askedOf =
  <Facts extends ConvertedFacts>(asked: (facts: Facts) => readonly Asked[]) =>
  (facts: Facts): readonly Asked[] => {
    const others = asked(facts);
    const signer = provenAmong(facts, new Set([facts.signedBy]));
    return [...others, ...signer.filter(({ ref }) => !others.some((other) => other.ref === ref))];
  };

export const conversionRules = <Facts extends ConvertedFacts>({
  established,
  investors,
  references,
  toBeVerified,
  asked,
  barrable,
}: ConvertedInto<Facts>): readonly Rule<Facts>[] => [
  ...businessRules,
  operatorRule(investors.at, investors.of),
  ...signerRules<Facts>([implementingRules('第十五条第一款'), ...direct]),
  ...established.rules.filter(({ id }) => !OF_PARTIES.test(id)),
  ...personRules<Facts>((facts) => [{ path: '/signedBy', ref: facts.signedBy }, ...references(facts)]),
  ...identityRules<Facts>((facts) => new Set([facts.signedBy, ...toBeVerified(facts)])),
  ...creditRules<Facts>({ asked: askedOf(asked), ...(barrable && { barrable }) }),
];
