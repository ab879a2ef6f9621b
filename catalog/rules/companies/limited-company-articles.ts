import { companyLaw } from '../../laws.ts';
import type { GovernanceArticles } from './governance.ts';

/** The organs of a limited company (公司法 第三章). */
export const limitedCompanyGovernance: GovernanceArticles = {
  'board-size': [companyLaw('第六十八条第一款')],
  'board-chair': [companyLaw('第六十八条第二款')],
  'employee-director': [companyLaw('第六十八条第一款')],
  'sole-director': [companyLaw('第七十五条')],
  'small-company': [companyLaw('第七十五条'), companyLaw('第八十三条')],
  'supervisory-board-size': [companyLaw('第七十六条第二款')],
  'supervisory-board-members': [companyLaw('第七十六条第二款')],
  'supervisory-board-chair': [companyLaw('第七十六条第三款')],
  'sole-supervisor': [companyLaw('第八十三条')],
  'audit-committee': [companyLaw('第六十九条')],
  'audit-committee-member': [companyLaw('第六十九条')],
  'no-supervisors': [companyLaw('第六十九条'), companyLaw('第八十三条')],
  'supervisor-holds-other-office': [companyLaw('第七十六条第四款'), companyLaw('第二百六十五条第一项')],
};

/** 公司法 第七十四条第一款. */
export const limitedCompanyManager = [companyLaw('第七十四条第一款')];
