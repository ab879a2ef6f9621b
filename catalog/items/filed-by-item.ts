import { changeOperatorFacts } from './change-operator/facts.ts';
import { establishBranchFacts } from './establish-branch/facts.ts';
import { establishCompanyFacts } from './establish-company/facts.ts';
import { establishCooperativeFacts } from './establish-cooperative/facts.ts';
import { establishIndividualBusinessFacts } from './establish-individual-business/facts.ts';
import { establishJointStockCompanyFacts } from './establish-joint-stock-company/facts.ts';
import { establishNonCompanyLegalPersonFacts } from './establish-non-company-legal-person/facts.ts';
import { establishPartnershipFacts } from './establish-partnership/facts.ts';
import { establishSoleProprietorshipFacts } from './establish-sole-proprietorship/facts.ts';
import { fileRecordsFacts } from './file-records/facts.ts';
import { publishNoticeFacts } from './publish-notice/facts.ts';
import { reissueLicenceFacts } from './reissue-licence/facts.ts';
import { reserveNameFacts } from './reserve-name/facts.ts';

/** What can be filed, by item: the second of the two indexes an item stands in (the other is `items.ts`). */
export const filedFacts = {
  'establish-company': establishCompanyFacts,
  'establish-joint-stock-company': establishJointStockCompanyFacts,
  'establish-non-company-legal-person': establishNonCompanyLegalPersonFacts,
  'establish-sole-proprietorship': establishSoleProprietorshipFacts,
  'establish-partnership': establishPartnershipFacts,
  'establish-individual-business': establishIndividualBusinessFacts,
  'establish-branch': establishBranchFacts,
  'establish-cooperative': establishCooperativeFacts,
  'publish-notice': publishNoticeFacts,
  'reserve-name': reserveNameFacts,
  'file-records': fileRecordsFacts,
  'change-operator': changeOperatorFacts,
  'reissue-licence': reissueLicenceFacts,
} as const;
