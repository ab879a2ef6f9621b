import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Case, Rule } from '../../../lib/domain/standard/standard.ts';
import { companyLaw } from '../../laws.ts';
import {
  type GovernanceArticles,
  type GovernanceRule,
  governanceRules,
  type WithGovernance,
} from '../../rules/companies/governance.ts';
import {
  limitedCompanyGovernance,
  limitedCompanyManager,
} from '../../rules/companies/limited-company-articles.ts';
import { officerRules } from '../../rules/companies/officers.ts';
import { holders } from '../../rules/companies/offices.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import type { WithPersons } from '../../rules/persons.ts';
import { defect, each, NONE, when } from '../../rules/rule.ts';
import type { RecordsFacts } from './facts.ts';

/** What 公司法 第五章 has of a company by shares, beside the articles on limited companies. */
const ofSharesToo: Readonly<Record<GovernanceRule, readonly Article[]>> = {
  'board-size': [companyLaw('第一百二十条')],
  'board-chair': [companyLaw('第一百二十二条第一款')],
  'employee-director': [companyLaw('第一百二十条第二款')],
  'sole-director': [companyLaw('第一百二十八条')],
  'small-company': [companyLaw('第一百二十八条'), companyLaw('第一百三十三条')],
  'supervisory-board-size': [companyLaw('第一百三十条第二款')],
  'supervisory-board-members': [companyLaw('第一百三十条第二款')],
  'supervisory-board-chair': [companyLaw('第一百三十条第三款')],
  'sole-supervisor': [companyLaw('第一百三十三条')],
  'audit-committee': [companyLaw('第一百二十一条第一款')],
  'audit-committee-member': [companyLaw('第一百二十一条第一款')],
  'no-supervisors': [companyLaw('第一百二十一条第一款')],
  'supervisor-holds-other-office': [companyLaw('第一百三十条第四款')],
};

const governanceArticles = Object.fromEntries(
  Object.entries(limitedCompanyGovernance).map(([rule, articles]) => [
    rule,
    [...articles, ...ofSharesToo[rule as GovernanceRule]],
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
  ...officerRules([...limitedCompanyManager, companyLaw('第一百二十六条第一款')]),
].filter(({ id }) => id !== 'officers.liaison') as readonly Rule<Organs>[];

const LEAST_ON_A_COMMITTEE = 3;

export const organRules: readonly Rule<RecordsFacts>[] = [
  ...shared.map((rule) => ({
    ...rule,
    check: (examined: Case<RecordsFacts>) => {
      const facts = organsOf(examined);
      if (facts === undefined) return NONE;
      return rule
        .check({ ...examined, facts })
        .map((violation) => ({ ...violation, path: atOrgans(violation.path) }));
    },
  })),
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
  defect({
    id: 'records.supervision-by-consent',
    articles: [companyLaw('第一百三十条第一款'), companyLaw('第一百三十三条')],
    zh: '只有有限责任公司可以经全体股东一致同意不设监事',
    en: 'Only a limited company may, by consent of all shareholders, have no supervisor',
    check: onEnterprise(({ type }, { facts: { records } }) =>
      when(
        type === 'joint-stock-company' && records.organs?.governance.supervision === 'none-by-consent',
        '/records/organs/governance/supervision',
      ),
    ),
  }),
  defect({
    id: 'records.audit-committee-size',
    articles: [companyLaw('第一百二十一条第二款')],
    zh: '股份有限公司的审计委员会成员为三名以上，申请中有 {count} 人',
    en: 'The audit committee of a company by shares has three or more members; the filing names {count}',
    check: onEnterprise(({ type }, { facts: { records } }) => {
      const { organs } = records;
      if (organs === undefined || type !== 'joint-stock-company') return NONE;
      const count = holders(organs, ({ office }) => office === 'audit-committee-member').size;
      const has = organs.governance.supervision === 'audit-committee';
      return when(has && count < LEAST_ON_A_COMMITTEE, '/records/organs/offices', { count });
    }),
  }),
];
