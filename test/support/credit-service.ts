import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { sources as catalogSources } from '../../catalog/sources.ts';
import { type Annulment, createAnnulRecord } from '../../lib/acts/annul-record.ts';
import type { Answered, Asked } from '../../lib/acts/answer-once.ts';
import { createChangeRecord, type RecordFile } from '../../lib/acts/change-record.ts';
import { type Correction, createCorrectRecord } from '../../lib/acts/correct-record.ts';
import { type CountLookupDeps, createCountLookup } from '../../lib/acts/count-lookup.ts';
import { createDisputeRecord, type DisputeAction } from '../../lib/acts/dispute-record.ts';
import { createHeartbeatSource, type HeartbeatTaken } from '../../lib/acts/heartbeat-source.ts';
import type { JudgeDeps } from '../../lib/acts/judge-standings.ts';
import { createLookUp } from '../../lib/acts/look-up.ts';
import { createLookUpDetails } from '../../lib/acts/look-up-details.ts';
import { createPublishRecord, type Published, type RecordToPublish } from '../../lib/acts/publish-record.ts';
import { createReadListings } from '../../lib/acts/read-listings.ts';
import { createReadPublicRecords } from '../../lib/acts/read-public-records.ts';
import { createReadRecord } from '../../lib/acts/read-record.ts';
import { createReconcileRecords } from '../../lib/acts/reconcile-records.ts';
import { createRemoveListing } from '../../lib/acts/remove-listing.ts';
import { createRepairRecord, type RepairAction } from '../../lib/acts/repair-record.ts';
import { createShieldRecord, type ShieldAction } from '../../lib/acts/shield-record.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { type Instant, type Moment, momentOf } from '../../lib/domain/time/instant.ts';
import { createDiskEvidenceFiles } from '../../lib/store/disk-evidence-files.ts';
import { createDisputeStore } from '../../lib/store/dispute-store.ts';
import { createEndStore } from '../../lib/store/end-store.ts';
import { createListStore } from '../../lib/store/list-store.ts';
import { createListingStore } from '../../lib/store/listing-store.ts';
import { createLogRootStore } from '../../lib/store/log-root-store.ts';
import { createLookupAlarmStore } from '../../lib/store/lookup-alarm-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createLookupQuotaStore } from '../../lib/store/lookup-quota-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRepairStore } from '../../lib/store/repair-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createSourceStore } from '../../lib/store/source-store.ts';
import { createSourceTurnStore } from '../../lib/store/source-turn-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createWatchStore } from '../../lib/store/watch-store.ts';
import { startTables } from './engine.ts';
import { day } from './records.ts';

export const moment = (text: string): Moment => momentOf(new Date(text));
export const NOW = moment('2026-11-23T02:00:00.000Z');

export const aCaller = (authority: string | undefined, overrides: Partial<Caller> = {}): Caller => ({
  id: `caller-${authority}`,
  scopes: [],
  roles: ['publisher', 'regulator'],
  ...(authority !== undefined && { authority }),
  expiresAt: '2099-01-01T00:00:00.000Z' as Instant,
  ...overrides,
});

export const PERSON_NUMBER = '50023119900307000X';
export const person: NamedSubject = {
  kind: 'person',
  document: { kind: 'citizen-id', number: PERSON_NUMBER },
};
export const organisation: NamedSubject = { kind: 'organisation', code: '91500231MA5U000A5X' };

/** A court of one side lists an invented person. */
export const aDebtorRecord = (overrides: Partial<RecordToPublish> = {}): RecordToPublish => ({
  class: 'dishonest-debtor',
  subject: person,
  issuedBy: 'court-500231',
  documentNumber: '（2026）渝0231执123号',
  ordinal: 1,
  decidedOn: day('2026-05-11'),
  basis: [{ law: '最高人民法院关于公布失信被执行人名单信息的若干规定', article: '第一条' }],
  ...overrides,
});

export const anAnnulment: Annulment = {
  ground: 'revoked',
  reason: '行政复议撤销原决定',
  document: { number: '渝市监复〔2026〕虚构3号', decidedOn: day('2026-11-20') },
};
export const aProof = { title: '缴款凭证', sha256: 'a'.repeat(64) };
export const aDispute: DisputeAction = { action: 'raise', reason: '文书所列主体有误', proofs: [aProof] };
export const aRepairRequest: RepairAction = {
  action: 'ask',
  commitment: { title: '信用承诺书', sha256: 'b'.repeat(64) },
  proofs: [aProof],
};
export const aGrant: RepairAction = {
  action: 'grant',
  reason: '已纠正，义务已履行，已公开承诺',
  met: ['conduct-corrected', 'duties-performed', 'commitment-made'],
};

/** The credit side on fresh tables: stores, acts with their real parts, and short ways to call them. */
export async function startCreditService() {
  const { client, names, stop } = await startTables();
  const folder = await mkdtemp(join(tmpdir(), 'credit-'));
  const personalData = createPersonalData({ kind: 'file', path: join(folder, 'keys.json') });
  const sides = jurisdictions.map(({ code }) => code);
  const stores = {
    records: createRecordStore(client, names.credit),
    standings: createStandingStore(client, names.credit, sides),
    disputes: createDisputeStore(client, names.credit),
    repairs: createRepairStore(client, names.credit),
    listings: createListingStore(client, names.credit),
    sources: createSourceStore(client, names.credit),
    lists: createListStore(client, names.credit),
    watches: createWatchStore(client, names.credit),
    requests: createRequestStore(client, names.credit),
    lookupLog: createLookupLogStore(client, names.lookupLog),
    logRoots: createLogRootStore(client, names.lookupLog),
    alarms: createLookupAlarmStore(client, names.lookupLog),
    quotas: createLookupQuotaStore(client, names.credit),
    ends: createEndStore(client, names.credit),
    turns: createSourceTurnStore(client, names.credit),
    evidence: createDiskEvidenceFiles(join(folder, 'evidence')),
  };
  const { logSigner } = createSigners({ kind: 'file', path: join(folder, 'keys.json') });
  const deps = {
    ...stores,
    personalData,
    logSigner,
    countLookup: createCountLookup(stores),
    writeAll: writeAllWith(client),
  };
  const publishRecord = createPublishRecord(deps);
  const heartbeatSource = createHeartbeatSource(deps);
  const changeRecord = createChangeRecord(deps);
  const steps = {
    read: createReadRecord(deps),
    annul: createAnnulRecord({ changeRecord }),
    correct: createCorrectRecord({ changeRecord }),
    dispute: createDisputeRecord({ changeRecord }),
    repair: createRepairRecord({ changeRecord }),
    shield: createShieldRecord({ changeRecord }),
  };
  const asking = (caller: Caller, at: Moment): Asked<RecordFile> => ({
    caller: caller.id,
    at: at.at,
    tell: (file) => ({ status: 200, body: file }),
  });
  const taken = async (answering: Promise<Answered>) => (await answering).answer.body as RecordFile;

  const publish = async (
    record: RecordToPublish,
    by = 'credit-500000',
    at = NOW,
    idempotencyKey?: string,
  ) => {
    const tell = ({ outcome, record: { id } }: Published) => ({ status: 201, body: { outcome, id } });
    const asked = { tell, ...(idempotencyKey !== undefined && { idempotencyKey }) };
    const { answer, replayed } = await publishRecord(aCaller(by), record, asked, at);
    return { ...(answer.body as { outcome: Published['outcome']; id: string }), replayed };
  };
  const heartbeat = async (source: string, completeUpTo: string, by: string, at = NOW) => {
    const tell = (taken: HeartbeatTaken) => ({ status: 200, body: taken });
    const input = { source, completeUpTo: completeUpTo as Instant };
    const { answer } = await heartbeatSource(aCaller(by), input, { caller: 'c', at: at.at, tell }, at);
    return answer.body as HeartbeatTaken;
  };

  return {
    client,
    names,
    sides,
    ...deps,
    publishRecord,
    heartbeatSource,
    reconcile: createReconcileRecords(deps),
    readListings: createReadListings(deps),
    removeListing: createRemoveListing({ ...deps, changeRecord }),
    steps,
    /** Steps in the life of a record; each answers the record's file. */
    annul: (record: string, by: Caller, annulment: Annulment = anAnnulment, at = NOW) =>
      taken(steps.annul(by, { record, annulment }, asking(by, at), at)),
    correct: (record: string, by: Caller, correction: Correction, at = NOW) =>
      taken(steps.correct(by, { record, correction }, asking(by, at), at)),
    dispute: (record: string, by: Caller, act: DisputeAction = aDispute, at = NOW) =>
      taken(steps.dispute(by, { record, act }, asking(by, at), at)),
    repair: (record: string, by: Caller, act: RepairAction = aRepairRequest, at = NOW) =>
      taken(steps.repair(by, { record, act }, asking(by, at), at)),
    shield: (record: string, by: Caller, act: ShieldAction, at = NOW) =>
      taken(steps.shield(by, { record, act }, asking(by, at), at)),
    publish,
    heartbeat,
    lookUpDetails: createLookUpDetails(deps),
    publicRecords: createReadPublicRecords(deps),
    /** A new instance, which has read nothing yet. */
    newLookUp: ({
      quotaFor,
      ...options
    }: Pick<JudgeDeps, 'onFault' | 'deadlineMs'> & Pick<CountLookupDeps, 'quotaFor'> = {}) =>
      createLookUp({
        ...deps,
        ...options,
        countLookup: createCountLookup({ ...deps, ...options, ...(quotaFor && { quotaFor }) }),
      }),
    /** Every source of both sides says it is complete up to an instant. */
    allComplete: (completeUpTo: string, at = NOW) =>
      Promise.all(catalogSources().map(({ id, owner }) => heartbeat(id, completeUpTo, owner, at))),
    /** Everything a table holds, for tests that look for what must not be there. */
    itemsOf: async (table: keyof typeof names) => {
      const { Items = [] } = await client.send(new ScanCommand({ TableName: names[table] }));
      return Items;
    },
    stop: async () => {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

export type CreditService = Awaited<ReturnType<typeof startCreditService>>;
