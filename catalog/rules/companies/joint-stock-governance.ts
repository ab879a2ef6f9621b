import type { Rule } from '../../../lib/domain/standard/standard.ts';
import type { Governance, Office } from '../../items/filed-offices.ts';
import { companyLaw } from '../../laws.ts';
import { defect, NONE, when } from '../rule.ts';
import { jointStockCompanyManager } from './joint-stock-company-articles.ts';
import { countOf, holders, isSeniorManager } from './offices.ts';

interface JointStockOrgans {
  readonly governance: Governance;
  readonly offices: readonly (Office & { readonly independenceDeclared?: boolean | undefined })[];
}

const FEWEST_ON_THE_COMMITTEE = 3;

/** What a company limited by shares is held to beyond what both types are. */
export const jointStockGovernanceRules: readonly Rule<JointStockOrgans>[] = [
  /* The consent of all to have no supervisor is a way of the limited company alone (第八十三条). */
  defect({
    id: 'governance.supervision-required',
    articles: [companyLaw('第一百三十条第一款'), companyLaw('第一百三十三条')],
    zh: '股份有限公司设监事会、一名监事或者审计委员会，不得以全体股东一致同意的方式不设监事',
    en: 'A company limited by shares has a supervisory board, a supervisor or an audit committee: consent of all does not do without',
    check: ({ facts: { governance } }) =>
      when(governance.supervision === 'none-by-consent', '/governance/supervision'),
  }),
  defect({
    id: 'governance.audit-committee-size',
    articles: [companyLaw('第一百二十一条第二款')],
    zh: '审计委员会成员为三名以上，申请中有 {count} 名',
    en: 'An audit committee has three or more members; the filing names {count}',
    check: ({ facts }) => {
      const count = holders(facts, ({ office }) => office === 'audit-committee-member').size;
      const committee = facts.governance.supervision === 'audit-committee' && count > 0;
      return when(committee && count < FEWEST_ON_THE_COMMITTEE, '/offices', { count });
    },
  }),
  /*
   * Who is the manager or another senior manager holds another office, whatever is declared; being its chair or there
   * for the employees is none that the filing shows [inference], and relations only the member can tell.
   */
  defect({
    id: 'governance.audit-committee-independence',
    articles: [companyLaw('第一百二十一条第二款')],
    zh: '审计委员会过半数成员不得在公司担任除董事以外的其他职务，且不得与公司存在任何可能影响其独立客观判断的关系：{count} 名成员中声明并符合的有 {independent} 名',
    en: 'More than half of an audit committee hold no office but that of a director, and have no relation to the company that may affect their judgement: of {count} members {independent} declare so and do',
    check: ({ facts }) => {
      if (facts.governance.supervision !== 'audit-committee') return NONE;
      const managers = holders(facts, isSeniorManager);
      const members = facts.offices.filter(({ office }) => office === 'audit-committee-member');
      const count = new Set(members.map(({ person }) => person)).size;
      const independent = new Set(
        members
          .filter(
            ({ person, independenceDeclared }) => independenceDeclared === true && !managers.has(person),
          )
          .map(({ person }) => person),
      ).size;
      return when(count > 0 && independent * 2 <= count, '/offices', { count, independent });
    },
  }),
  defect({
    id: 'officers.manager-missing',
    articles: jointStockCompanyManager,
    zh: '股份有限公司设经理，申请中没有',
    en: 'A company limited by shares has a manager; the filing names none',
    check: ({ facts }) => when(countOf(facts, 'manager') === 0, '/offices'),
  }),
];
