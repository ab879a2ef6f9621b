import { createSealLog } from '../../../lib/acts/seal-log.ts';
import { createSigners } from '../../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createEvidenceFiles } from '../../../lib/store/create-evidence-files.ts';
import { createLogRootStore } from '../../../lib/store/log-root-store.ts';
import { createLookupLogStore } from '../../../lib/store/lookup-log-store.ts';

const { tables, keys, evidence } = readEnvironment();
if (evidence === undefined) throw new Error('Give EVIDENCE_BUCKET or EVIDENCE_FOLDER');
const client = documentClient();

export const handler = scheduleHandler(
  'seal-log',
  createSealLog({
    lookupLog: createLookupLogStore(client, tables.lookupLog),
    logRoots: createLogRootStore(client, tables.lookupLog),
    logSigner: createSigners(keys).logSigner,
    evidence: createEvidenceFiles(evidence),
  }),
);
