import { listChanges } from './changes.ts';
import { beginExport, getExport, listExports } from './credit-exports.ts';
import { getImport, listImports, requestImport } from './credit-imports.ts';
import { lookUp } from './credit-lookup.ts';
import { searchNames } from './credit-names.ts';
import { getPublicList, getPublicSubject } from './credit-public.ts';
import { heartbeatSource, publishRecord } from './credit-records.ts';
import { issueStatement } from './credit-statements.ts';
import { recordSuccession } from './credit-successions.ts';
import { beginWatch, endWatch, listWatches, listWatchHits } from './credit-watches.ts';
import { askAboutMyData, decideDataRequest, listDataRequests, listMyDataRequests } from './data-requests.ts';
import { claimFiling, decideFiling, handOverFiling, listQueue } from './decisions.ts';
import { checkDraft, discardDraft, getDraft, listDrafts, replaceDraft, startDraft } from './drafts.ts';
import { readFairness } from './fairness.ts';
import { checkFiling, getFiling, getReceipt, listFilings, submitFiling, withdrawFiling } from './filings.ts';
import { followUpFiling, getFollowUp, listFollowUps } from './follow-ups.ts';
import { getHealth } from './health.ts';
import { getIssuer, getStatusList } from './licence-status.ts';
import { getEnterprise, getLicence, verifyLicence } from './licences.ts';
import {
  answerListingObjection,
  consentToListing,
  decideListing,
  getListingCase,
  listListingCases,
  notifyListing,
  objectToListing,
  proposeListing,
  removeListing,
} from './listing-cases.ts';
import { lookUpDetails } from './lookup-details.ts';
import { listAlarms, listLogRoots, proveConsistency, proveLookup } from './lookup-log.ts';
import {
  completeUpload,
  getFilingMaterial,
  getMaterial,
  listFilingMaterials,
  requestUpload,
} from './materials.ts';
import {
  decideTask,
  executeTask,
  feedBackOnTask,
  getMeasureTask,
  listFeedbackRates,
  listMeasureTasks,
  notifyOfTask,
  objectToTask,
  releaseTask,
} from './measure-tasks.ts';
import { getMyData, listMyLookups, listMyNotices, listMyRecords } from './own-file.ts';
import { verifyReceipt } from './receipts.ts';
import { listReconciliationEntries, reconcileRecords } from './reconciliation.ts';
import {
  annulRecord,
  correctRecord,
  disputeRecord,
  getRecord,
  repairRecord,
  shieldRecord,
} from './record-steps.ts';
import { listRetention } from './retention.ts';
import type { Route } from './route.ts';
import { listNegativeLists, screenProject } from './screenings.ts';
import {
  getStandard,
  listAuthorities,
  listItems,
  listKeys,
  listMeasures,
  listPlatforms,
} from './standards.ts';

/**
 * Every route of the service: the single source of the gateway's routes, the authorizer's questions, the local
 * server, the OpenAPI document and the authorization tests.
 */
export const routes: readonly Route[] = [
  getHealth,
  listItems,
  getStandard,
  listMeasures,
  listAuthorities,
  listPlatforms,
  listRetention,
  listNegativeLists,
  listKeys,
  screenProject,
  checkFiling,
  submitFiling,
  listFilings,
  getFiling,
  getReceipt,
  verifyReceipt,
  listQueue,
  decideFiling,
  withdrawFiling,
  claimFiling,
  handOverFiling,
  getEnterprise,
  getLicence,
  verifyLicence,
  getStatusList,
  getIssuer,
  publishRecord,
  recordSuccession,
  getRecord,
  annulRecord,
  correctRecord,
  disputeRecord,
  repairRecord,
  shieldRecord,
  heartbeatSource,
  lookUp,
  lookUpDetails,
  getPublicSubject,
  getPublicList,
  searchNames,
  issueStatement,
  beginWatch,
  listWatches,
  listWatchHits,
  endWatch,
  listMyLookups,
  listMyRecords,
  getMyData,
  askAboutMyData,
  listMyDataRequests,
  listDataRequests,
  decideDataRequest,
  listLogRoots,
  proveConsistency,
  proveLookup,
  listAlarms,
  requestUpload,
  completeUpload,
  getMaterial,
  listFilingMaterials,
  getFilingMaterial,
  startDraft,
  listDrafts,
  getDraft,
  replaceDraft,
  discardDraft,
  checkDraft,
  proposeListing,
  listListingCases,
  getListingCase,
  notifyListing,
  objectToListing,
  answerListingObjection,
  consentToListing,
  decideListing,
  removeListing,
  reconcileRecords,
  listReconciliationEntries,
  listMyNotices,
  readFairness,
  listMeasureTasks,
  listFeedbackRates,
  getMeasureTask,
  notifyOfTask,
  objectToTask,
  decideTask,
  executeTask,
  feedBackOnTask,
  releaseTask,
  getFollowUp,
  followUpFiling,
  listFollowUps,
  listChanges,
  beginExport,
  listExports,
  getExport,
  requestImport,
  listImports,
  getImport,
];
