import type { Case, Rule } from '../../../lib/domain/standard/standard.ts';
import { companyLaw } from '../../laws.ts';
import {
  type GovernanceArticles,
  type GovernanceRule,
  governanceRules,
  type WithGovernance,
} from '../../rules/companies/governance.ts';
import {
  jointStockCompanyGovernance,
  jointStockCompanyManager,
} from '../../rules/companies/joint-stock-company-articles.ts';
import { jointStockGovernanceRules } from '../../rules/companies/joint-stock-governance.ts';
import {
  limitedCompanyGovernance,
  limitedCompanyManager,
} from '../../rules/companies/limited-company-articles.ts';
import { officerRules } from '../../rules/companies/officers.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import type { WithPersons } from '../../rules/persons.ts';
import { defect, each, NONE } from '../../rules/rule.ts';
import type { RecordsFacts } from './facts.ts';

/** Of either type, as the register tells which it is: each rule cites the articles of both. */
const governanceArticles = Object.fromEntries(
  Object.entries(limitedCompanyGovernance).map(([rule, articles]) => [
    rule,
    [...articles, ...jointStockCompanyGovernance[rule as GovernanceRule]],
  ]),
) as unknown as GovernanceArticles;

interface Organs extends WithGovernance, WithPersons {}

/** The organs as they are filed, with the shareholders the register has. */
function organsOf({ facts: { records, persons }, evidence }: Case<RecordsFacts>): Organs | undefined {
  const { organs } = records;
  if (organs === undefined) return undefined;
  const { members = [] } = evidence.enterprise ?? {};
  return { ...organs, persons, shareholders: members.filter(({ as }) => as !== 'family-member') };
}

const atOrgans = (path: string): string => (path.startsWith('/persons') ? path : `/records/organs${path}`);

const shared = [
  ...governanceRules(governanceArticles),
  ...officerRules([...limitedCompanyManager, ...jointStockCompanyManager]),
].filter(({ id }) => id !== 'officers.liaison') as readonly Rule<Organs>[];

const onOrgans = (rules: readonly Rule<Organs>[]): readonly Rule<RecordsFacts>[] =>
  rules.map((rule) => ({
    ...rule,
    check: (examined: Case<RecordsFacts>) => {
      const facts = organsOf(examined);
      if (facts === undefined) return NONE;
      return rule
        .check({ ...examined, facts })
        .map((violation) => ({ ...violation, path: atOrgans(violation.path) }));
    },
  }));

export const organRules: readonly Rule<RecordsFacts>[] = [
  ...onOrgans(shared),
  ...forTypes(['joint-stock-company'], onOrgans(jointStockGovernanceRules)),
  defect({
    id: 'records.legal-representative',
    articles: [companyLaw('第三十二条第一款第五项'), companyLaw('第三十四条第一款')],
    zh: '法定代表人的变更应当办理变更登记：{person} 不是登记的法定代表人',
    en: 'A new legal representative is registered, not filed: {person} is not the one in the register',
    check: onEnterprise(({ heads }, { facts: { records, persons } }) => {
      const registered = new Set(
        persons.filter(({ subject }) => heads.includes(subject)).map(({ ref }) => ref),
      );
      return each(records.organs?.offices ?? [], ({ office, person }, index) =>
        office === 'legal-representative' && !registered.has(person)
          ? { path: `/records/organs/offices/${index}`, values: { person } }
          : undefined,
      );
    }),
  }),
];
