import type { Rule } from '../../../lib/domain/standard/standard.ts';
import type { BecomingFacts } from '../../items/filed-becoming-company.ts';
import type { Investor } from '../../items/filed-investor.ts';
import { companyLaw } from '../../laws.ts';
import { fullName } from '../../names.ts';
import { type Lens, ofEither, through } from '../lens.ts';
import { stoppedNameRules } from '../name-orders.ts';
import { nameRules } from '../names.ts';
import { defect, each } from '../rule.ts';
import { companyContributionRules } from './contributions.ts';
import { governanceRules, type WithGovernance } from './governance.ts';
import { jointStockCompanyGovernance, jointStockCompanyManager } from './joint-stock-company-articles.ts';
import { jointStockGovernanceRules } from './joint-stock-governance.ts';
import { limitedCompanyGovernance, limitedCompanyManager } from './limited-company-articles.ts';
import { companyFormRule } from './name-form.ts';
import { officerRules } from './officers.ts';
import { promoterRules } from './promoters.ts';
import { establishmentRules } from './share-issue.ts';
import { shareholderRules } from './shareholders.ts';
import { shareRules } from './shares.ts';
import { stateOwnedRules } from './state-owned.ts';

/**
 * What law asks of a company of the type that an enterprise in the register is to be (公司法 第十二条第一款, 实施细则
 * 第三十七条): the conditions of establishing one, of whichever type the filing asks for. Place, scope and term stay.
 */

type Into<Type> = Extract<BecomingFacts['into'], { readonly type: Type }>;

export const intoLimited: Lens<BecomingFacts, Into<'limited-company'>> = {
  at: '/into',
  of: ({ into }) => (into.type === 'limited-company' ? into : undefined),
};
export const intoJointStock: Lens<BecomingFacts, Into<'joint-stock-company'>> = {
  at: '/into',
  of: ({ into }) => (into.type === 'joint-stock-company' ? into : undefined),
};

const withPersons = <Part extends object>({ at, of }: Lens<BecomingFacts, Part>) => ({
  at,
  of: (facts: BecomingFacts) => {
    const part = of(facts);
    return part && { ...part, persons: facts.persons };
  },
});

const shareholders = {
  at: '/into/shareholders',
  of: (facts: BecomingFacts) => intoLimited.of(facts)?.shareholders,
};
const promoters = {
  at: '/into/promoters',
  of: (facts: BecomingFacts) => intoJointStock.of(facts)?.promoters,
};

/** Everybody who is to have a part of its capital and is named. */
export const investorsOf = ({
  into,
}: Pick<BecomingFacts, 'into'>): readonly (Investor & { readonly subscribedFen: number })[] =>
  into.type === 'limited-company' ? into.shareholders : into.promoters;

/** Where the filing names them. */
export const investorsAt = ({ into }: Pick<BecomingFacts, 'into'>): string =>
  into.type === 'limited-company' ? shareholders.at : promoters.at;

/** Its organs, with everybody who is to hold shares. */
function organsOf(facts: BecomingFacts): WithGovernance {
  const { offices, governance, employees, into } = facts;
  const others =
    into.type === 'limited-company' || into.establishment.by === 'promotion'
      ? 0
      : into.establishment.subscribers;
  return { offices, governance, employees, shareholders: { length: investorsOf(facts).length + others } };
}

export const overpaid: Rule<BecomingFacts> = defect({
  id: 'capital.overpaid',
  articles: [companyLaw('第四十九条第一款')],
  zh: '已缴的出资额不得多于认缴的出资额',
  en: 'No more is paid than is subscribed',
  check: ({ facts }) =>
    each(intoLimited.of(facts)?.shareholders ?? [], ({ paidFen, subscribedFen }, index) =>
      paidFen > subscribedFen ? { path: `/into/shareholders/${index}/paidFen` } : undefined,
    ),
});

const only = <Part>(type: BecomingFacts['into']['type'], of: (facts: BecomingFacts) => Part) => ({
  at: '',
  of: (facts: BecomingFacts) => (facts.into.type === type ? of(facts) : undefined),
});
const itself = (facts: BecomingFacts): BecomingFacts => facts;

export const companyNameRules: readonly Rule<BecomingFacts>[] = [
  ...nameRules<BecomingFacts>({
    name: { at: '/name', of: ({ name }) => name },
    scope: (_, { enterprise }) => enterprise?.businessScope ?? [],
  }),
  companyFormRule<BecomingFacts>({ at: '/name', of: ({ name }) => name }, ({ facts }) => facts.into.type),
  ...stoppedNameRules<BecomingFacts>(({ name }) => ({
    path: '/name',
    name: fullName(name),
    tradeName: name.tradeName,
  })),
];

/** `limitedCapital`: what a limited company is held to in capital and its payment, which is not the same from all types. */
export const companyToBeRules = (
  limitedCapital: readonly Rule<BecomingFacts>[],
): readonly Rule<BecomingFacts>[] => [
  ...ofEither(limitedCapital, through(intoJointStock, shareRules)),
  ...through(intoJointStock, establishmentRules),
  ...ofEither(
    companyContributionRules(shareholders),
    companyContributionRules(promoters, [companyLaw('第九十八条第二款')]),
  ),
  ...through(withPersons(intoLimited), shareholderRules),
  ...through(withPersons(intoJointStock), promoterRules),
  ...ofEither(
    through(only('limited-company', organsOf), governanceRules(limitedCompanyGovernance)),
    through(only('joint-stock-company', organsOf), governanceRules(jointStockCompanyGovernance)),
  ),
  ...through(only('joint-stock-company', itself), jointStockGovernanceRules),
  ...ofEither(stateOwnedRules(shareholders), stateOwnedRules(promoters)),
  ...ofEither(
    through(only('limited-company', itself), officerRules(limitedCompanyManager)),
    through(only('joint-stock-company', itself), officerRules(jointStockCompanyManager)),
  ),
];
