import { companyLaw } from '../../laws.ts';
import type { GovernanceArticles } from './governance.ts';

/** The organs of a company limited by shares (公司法 第五章); on its board 第一百二十条 sends to 第六十八条第一款. */
export const jointStockCompanyGovernance: GovernanceArticles = {
  'board-size': [companyLaw('第一百二十条第二款'), companyLaw('第六十八条第一款')],
  'board-chair': [companyLaw('第一百二十二条第一款')],
  'employee-director': [companyLaw('第一百二十条第二款'), companyLaw('第六十八条第一款')],
  'sole-director': [companyLaw('第一百二十八条')],
  'small-company': [companyLaw('第一百二十八条'), companyLaw('第一百三十三条')],
  'supervisory-board-size': [companyLaw('第一百三十条第二款')],
  'supervisory-board-members': [companyLaw('第一百三十条第二款')],
  'supervisory-board-chair': [companyLaw('第一百三十条第三款')],
  'sole-supervisor': [companyLaw('第一百三十三条')],
  'audit-committee': [companyLaw('第一百二十一条第一款')],
  'audit-committee-member': [companyLaw('第一百二十一条第一款')],
  'no-supervisors': [companyLaw('第一百二十一条第一款')],
  'supervisor-holds-other-office': [companyLaw('第一百三十条第四款'), companyLaw('第二百六十五条第一项')],
};

/** 公司法 第一百二十六条第一款: unlike a limited company, it has a manager. */
export const jointStockCompanyManager = [companyLaw('第一百二十六条第一款')];
