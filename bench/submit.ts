import { join } from 'node:path';
import { jurisdictions } from '../catalog/jurisdictions.ts';
import { createHandler } from '../functions/filings/handlers.ts';
import { createCheckFiling } from '../lib/acts/check-filing.ts';
import { createFollowUpFiling, createReadFollowUp } from '../lib/acts/follow-up-filing.ts';
import { createReadFilings } from '../lib/acts/read-filings.ts';
import { createReadStandings } from '../lib/acts/read-standings.ts';
import { createSubmitFiling } from '../lib/acts/submit-filing.ts';
import { createWithdrawFiling } from '../lib/acts/withdraw-filing.ts';
import { submitFiling as route } from '../lib/contract/filings.ts';
import { createKeys } from '../lib/crypto/keys.ts';
import { createRealNameProofs } from '../lib/crypto/real-name-proof.ts';
import type { Caller } from '../lib/domain/subject/caller.ts';
import { type Instant, momentOf } from '../lib/domain/time/instant.ts';
import { createCodeStore } from '../lib/store/code-store.ts';
import { createMaterialFiles } from '../lib/store/create-material-files.ts';
import { createDraftStore } from '../lib/store/draft-store.ts';
import { createEnterpriseStore } from '../lib/store/enterprise-store.ts';
import { createFilingStore } from '../lib/store/filing-store.ts';
import { createFollowUpStore } from '../lib/store/follow-up-store.ts';
import { createLicenceStatusStore } from '../lib/store/licence-status-store.ts';
import { createLookupLogStore } from '../lib/store/lookup-log-store.ts';
import { createMaterialStore } from '../lib/store/material-store.ts';
import { createNameClaimStore } from '../lib/store/name-claim-store.ts';
import { createRequestStore } from '../lib/store/request-store.ts';
import { createRoleStore } from '../lib/store/role-store.ts';
import { createSourceStore } from '../lib/store/source-store.ts';
import { createStandingStore } from '../lib/store/standing-store.ts';
import { writeAllWith } from '../lib/store/transaction.ts';
import { openHttpServer } from '../local/http-server.ts';
import { loadOrCreateIssuerKeys } from '../local/issuer-keys.ts';
import { createRealNameProvider, REAL_NAME_AUDIENCE } from '../local/real-name-provider.ts';
import { fetchRealNameProof } from '../local/tokens.ts';
import { completeSources } from './credit-history.ts';
import { interleave, timed } from './interleave.ts';
import type { Measurement } from './measurement.ts';
import { founders, sampleFiling } from './sample-filing.ts';
import { repeater, stepsOf } from './sent-calls.ts';
import { callSurface, eventOf } from './surface-event.ts';
import type { Tables, Workbench } from './workbench.ts';

const applicant: Caller = {
  id: 'caller-0123456789abcdefghijklmnopqrstuvwxyzABCDEF',
  scopes: ['filings:write'],
  roles: ['applicant'],
  expiresAt: '2999-01-01T00:00:00.000Z' as Instant,
};

/** Real names as the local run proves them: an identity provider over HTTP, its keys fetched once. */
async function openRealNames(bench: Workbench) {
  const server = await openHttpServer(0);
  bench.onClear(server.close);
  const url = `${server.url}/real-name`;
  const keys = loadOrCreateIssuerKeys(join(await bench.folder('issuer'), 'issuer-keys.json'));
  server.answerWith(createRealNameProvider({ url, keys }));
  const proofs = await Promise.all(
    [founders.founder, founders.supervisor].map((person) => fetchRealNameProof(server.url, person)),
  );
  return { proofs, verifyProof: createRealNameProofs([{ issuer: url, audience: REAL_NAME_AUDIENCE }]) };
}

type VerifyProof = ReturnType<typeof createRealNameProofs>;

/** The handler as its entry file makes it, on our client. */
function openSurface({ client, names }: Tables, folder: string, verifyProof: VerifyProof) {
  const filings = createFilingStore(client, names.filings);
  const register = {
    nameClaims: createNameClaimStore(client, names.filings),
    enterprises: createEnterpriseStore(client, names.filings),
    roles: createRoleStore(client, names.filings),
  };
  const { personalData, receiptSigner, licenceSigner } = createKeys({
    kind: 'file',
    path: join(folder, 'keys.json'),
  });
  const sides = jurisdictions.map(({ code }) => code);
  const standings = createStandingStore(client, names.credit, sides);
  const requests = createRequestStore(client, names.filings);
  const writeAll = writeAllWith(client);
  const materials = createMaterialStore(client, names.filings);
  const followUps = createFollowUpStore(client, names.filings);
  const drafts = createDraftStore(client, names.filings);
  const files = createMaterialFiles({ kind: 'folder', folder, url: 'http://127.0.0.1/none' });
  return createHandler({
    check: createCheckFiling({ ...register, standings, filings, materials, personalData, verifyProof }),
    submit: createSubmitFiling({
      ...register,
      standings,
      filings,
      followUps,
      materials,
      drafts,
      files,
      personalData,
      verifyProof,
      receiptSigner,
      licenceSigner,
      licenceStatuses: createLicenceStatusStore(client, names.filings),
      publicUrl: 'https://tongbiao.example',
      codes: createCodeStore(names.filings),
      requests,
      readStandings: createReadStandings({
        standings,
        sources: createSourceStore(client, names.credit),
        lookupLog: createLookupLogStore(client, names.lookupLog),
      }),
      writeAll,
    }),
    withdraw: createWithdrawFiling({ ...register, filings, requests, receiptSigner, writeAll }),
    read: createReadFilings(filings),
    followUp: createFollowUpFiling({ filings, followUps, materials, drafts, files, requests, writeAll }),
    readFollowUp: createReadFollowUp({ filings, followUps }),
  });
}

/** Filings that are registered on the spot, with an `Idempotency-Key` each, against the same calls made bare. */
export const submit: Measurement = {
  name: 'submit',
  run: async (bench) => {
    const tables = await bench.tables();
    const { proofs, verifyProof } = await openRealNames(bench);
    await completeSources(tables);
    const surface = openSurface(tables, await bench.folder('keys'), verifyProof);
    const { on } = momentOf(new Date());
    let number = 0;
    const whole = async (): Promise<void> => {
      number += 1;
      const body = sampleFiling(number, on, proofs);
      const headers = { 'idempotency-key': `bench-${number}` };
      const answer = await callSurface(surface, eventOf({ route, caller: applicant, body, headers }), 201);
      const { state, findings } = JSON.parse(answer) as {
        readonly state: string;
        readonly findings: unknown;
      };
      if (state !== 'registered') throw new Error(`A filing was ${state}: ${JSON.stringify(findings)}`);
    };
    await whole();
    const steps = await stepsOf(tables.client, whole);
    const taken = await interleave({ whole, floor: repeater(tables.client, steps) }, timed, {
      rounds: 80,
      warmUp: 30,
    });
    const calls = steps.map((step) => step.map(({ name }) => name.replace(/Command$/, '')).join(' + '));
    const what = 'submit, registered on the spot';
    return [
      { what, unit: 'ms', measured: taken.whole, floor: taken.floor },
      {
        what: `${what}: steps`,
        unit: 'steps',
        measured: steps.length,
        budget: { of: 'measured', atMost: 3 },
        note: calls.join(', then '),
      },
    ];
  },
};
