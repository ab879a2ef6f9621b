import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import { companyContent } from '../company-content.ts';
import type { FiledJointStockCompany, JointStockCompanyFacts } from './facts.ts';

/** Of those who hold its shares promoters alone are registered, with what they subscribe and have paid. */
export const establishedJointStockCompany = (
  filed: FiledJointStockCompany,
  { persons }: JointStockCompanyFacts,
  place: string,
): EnterpriseContent =>
  companyContent(filed, persons, place, {
    type: 'joint-stock-company',
    typeName: '股份有限公司',
    as: 'promoter',
    investors: filed.promoters.map((promoter) => {
      const { subscribedFen, paidFen } = promoter;
      return { ...promoter, share: { subscribedFen, paidFen } };
    }),
  });
