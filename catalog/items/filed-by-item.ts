import { adjustCapitalScheduleFacts } from './adjust-capital-schedule/facts.ts';
import { announceCompulsoryCancellationFacts } from './announce-compulsory-cancellation/facts.ts';
import { announceFalseRegistrationFacts } from './announce-false-registration/facts.ts';
import { annulRevocationFacts } from './annul-revocation/facts.ts';
import { applyForNameRulingFacts } from './apply-for-name-ruling/facts.ts';
import { applyToRevokeRegistrationFacts } from './apply-to-revoke-registration/facts.ts';
import { cancelCompulsorilyFacts } from './cancel-compulsorily/facts.ts';
import { cancelEnterpriseFacts } from './cancel-enterprise/facts.ts';
import { cancelIndividualBusinessSimpleFacts } from './cancel-individual-business-simple/facts.ts';
import { cancelSimpleFacts } from './cancel-simple/facts.ts';
import { changeCompanyTypeFacts } from './change-company-type/facts.ts';
import { changeOperatorFacts } from './change-operator/facts.ts';
import { changeRegistrationFacts } from './change-registration/facts.ts';
import { closeInquiryFacts } from './close-inquiry/facts.ts';
import { closeNameDisputeFacts } from './close-name-dispute/facts.ts';
import { confirmFileHandoverFacts } from './confirm-file-handover/facts.ts';
import { convertIntoCompanyFacts } from './convert-individual-business-into-company/facts.ts';
import { convertIntoPartnershipFacts } from './convert-individual-business-into-partnership/facts.ts';
import { convertIntoSoleProprietorshipFacts } from './convert-individual-business-into-sole-proprietorship/facts.ts';
import { establishBranchFacts } from './establish-branch/facts.ts';
import { establishCompanyFacts } from './establish-company/facts.ts';
import { establishCooperativeFacts } from './establish-cooperative/facts.ts';
import { establishIndividualBusinessFacts } from './establish-individual-business/facts.ts';
import { establishJointStockCompanyFacts } from './establish-joint-stock-company/facts.ts';
import { establishNonCompanyLegalPersonFacts } from './establish-non-company-legal-person/facts.ts';
import { establishPartnershipFacts } from './establish-partnership/facts.ts';
import { establishSoleProprietorshipFacts } from './establish-sole-proprietorship/facts.ts';
import { extendInquiryFacts } from './extend-inquiry/facts.ts';
import { extendSuspensionFacts } from './extend-suspension/facts.ts';
import { fileRecordsFacts } from './file-records/facts.ts';
import { listOverdueNameChangeFacts } from './list-overdue-name-change/facts.ts';
import { migrateEnterpriseFacts } from './migrate-enterprise/facts.ts';
import { objectToNoticeFacts } from './object-to-notice/facts.ts';
import { openInquiryFacts } from './open-inquiry/facts.ts';
import { orderNameChangeFacts } from './order-name-change/facts.ts';
import { publishNoticeFacts } from './publish-notice/facts.ts';
import { recordDepartmentObjectionFacts } from './record-department-objection/facts.ts';
import { reissueLicenceFacts } from './reissue-licence/facts.ts';
import { reserveNameFacts } from './reserve-name/facts.ts';
import { restructureIntoCompanyFacts } from './restructure-into-company/facts.ts';
import { resumeBusinessFacts } from './resume-business/facts.ts';
import { resumeInquiryFacts } from './resume-inquiry/facts.ts';
import { revokeLicenceFacts } from './revoke-licence/facts.ts';
import { revokeRegistrationFacts } from './revoke-registration/facts.ts';
import { suspendBusinessFacts } from './suspend-business/facts.ts';
import { suspendInquiryFacts } from './suspend-inquiry/facts.ts';
import { takeOverRegistrationFacts } from './take-over-registration/facts.ts';
import { withdrawNameOrderFacts } from './withdraw-name-order/facts.ts';
import { withdrawNoticeFacts } from './withdraw-notice/facts.ts';

/** What can be filed, by item: the second of the two indexes an item stands in (the other is `items.ts`). */
export const filedFacts = {
  'establish-company': establishCompanyFacts,
  'establish-joint-stock-company': establishJointStockCompanyFacts,
  'establish-non-company-legal-person': establishNonCompanyLegalPersonFacts,
  'establish-sole-proprietorship': establishSoleProprietorshipFacts,
  'establish-partnership': establishPartnershipFacts,
  'establish-cooperative': establishCooperativeFacts,
  'establish-individual-business': establishIndividualBusinessFacts,
  'establish-branch': establishBranchFacts,
  'reserve-name': reserveNameFacts,
  'change-registration': changeRegistrationFacts,
  'change-company-type': changeCompanyTypeFacts,
  'restructure-into-company': restructureIntoCompanyFacts,
  'file-records': fileRecordsFacts,
  'adjust-capital-schedule': adjustCapitalScheduleFacts,
  'change-operator': changeOperatorFacts,
  'convert-individual-business-into-company': convertIntoCompanyFacts,
  'convert-individual-business-into-sole-proprietorship': convertIntoSoleProprietorshipFacts,
  'convert-individual-business-into-partnership': convertIntoPartnershipFacts,
  'reissue-licence': reissueLicenceFacts,
  'migrate-enterprise': migrateEnterpriseFacts,
  'confirm-file-handover': confirmFileHandoverFacts,
  'suspend-business': suspendBusinessFacts,
  'extend-suspension': extendSuspensionFacts,
  'resume-business': resumeBusinessFacts,
  'publish-notice': publishNoticeFacts,
  'object-to-notice': objectToNoticeFacts,
  'withdraw-notice': withdrawNoticeFacts,
  'cancel-enterprise': cancelEnterpriseFacts,
  'cancel-simple': cancelSimpleFacts,
  'cancel-individual-business-simple': cancelIndividualBusinessSimpleFacts,
  'record-department-objection': recordDepartmentObjectionFacts,
  'revoke-licence': revokeLicenceFacts,
  'announce-compulsory-cancellation': announceCompulsoryCancellationFacts,
  'cancel-compulsorily': cancelCompulsorilyFacts,
  'apply-to-revoke-registration': applyToRevokeRegistrationFacts,
  'open-inquiry': openInquiryFacts,
  'extend-inquiry': extendInquiryFacts,
  'suspend-inquiry': suspendInquiryFacts,
  'resume-inquiry': resumeInquiryFacts,
  'announce-false-registration': announceFalseRegistrationFacts,
  'revoke-registration': revokeRegistrationFacts,
  'close-inquiry': closeInquiryFacts,
  'annul-revocation': annulRevocationFacts,
  'take-over-registration': takeOverRegistrationFacts,
  'apply-for-name-ruling': applyForNameRulingFacts,
  'close-name-dispute': closeNameDisputeFacts,
  'order-name-change': orderNameChangeFacts,
  'list-overdue-name-change': listOverdueNameChangeFacts,
  'withdraw-name-order': withdrawNameOrderFacts,
} as const;
