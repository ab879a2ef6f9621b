import { lookUp } from './credit-lookup.ts';
import { heartbeatSource, publishRecord } from './credit-records.ts';
import { decideFiling, listQueue } from './decisions.ts';
import { checkFiling, getFiling, getReceipt, listFilings, submitFiling } from './filings.ts';
import { getEnterprise, getLicence, verifyLicence, verifyReceipt } from './licences.ts';
import { listAlarms, listLogRoots, proveConsistency, proveLookup } from './lookup-log.ts';
import { getMyData, listMyLookups, listMyRecords } from './own-file.ts';
import type { Route } from './route.ts';
import { listNegativeLists, screenProject } from './screenings.ts';
import {
  getHealth,
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
  getEnterprise,
  getLicence,
  verifyLicence,
  publishRecord,
  heartbeatSource,
  lookUp,
  listMyLookups,
  listMyRecords,
  getMyData,
  listLogRoots,
  proveConsistency,
  proveLookup,
  listAlarms,
];
