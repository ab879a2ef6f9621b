import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import { companyContent } from '../company-content.ts';
import type { CompanyFacts, FiledCompany } from './facts.ts';

/** Shareholders stand in it with what they subscribe, and by when they pay. */
export const establishedCompany = (
  filed: FiledCompany,
  { persons }: CompanyFacts,
  place: string,
): EnterpriseContent =>
  companyContent(filed, persons, place, {
    type: 'limited-company',
    typeName: '有限责任公司',
    as: 'shareholder',
    investors: filed.shareholders.map((shareholder) => {
      const { subscribedFen, payBy } = shareholder;
      return { ...shareholder, share: { subscribedFen, payBy } };
    }),
  });
