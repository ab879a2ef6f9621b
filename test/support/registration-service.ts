import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import type { FiledCompany } from '../../catalog/items/establish-company/facts.ts';
import { createCheckFiling } from '../../lib/acts/check-filing.ts';
import { createClaimFiling } from '../../lib/acts/claim-filing.ts';
import { createDecideFiling, type OfficerDecision } from '../../lib/acts/decide-filing.ts';
import { createDescribeIssuer } from '../../lib/acts/describe-issuer.ts';
import { createExtendFiling, type ExtensionStep } from '../../lib/acts/extend-filing.ts';
import { createFollowUpFiling, createReadFollowUp } from '../../lib/acts/follow-up-filing.ts';
import { createHandOverFiling, type HandedTo } from '../../lib/acts/hand-over-filing.ts';
import { createListFollowUps } from '../../lib/acts/list-follow-ups.ts';
import type { Package } from '../../lib/acts/locate-filing.ts';
import { createPrepareConsequences } from '../../lib/acts/prepare-consequences.ts';
import { createReadEnterprises } from '../../lib/acts/read-enterprises.ts';
import { createReadFilings } from '../../lib/acts/read-filings.ts';
import { createReadStandings } from '../../lib/acts/read-standings.ts';
import { ruleMessage as message } from '../../lib/acts/rule-message.ts';
import { createSubmitFiling } from '../../lib/acts/submit-filing.ts';
import { createTellStatusList } from '../../lib/acts/tell-status-list.ts';
import { createVerifyReceipt } from '../../lib/acts/verify-receipt.ts';
import { createWithdrawFiling } from '../../lib/acts/withdraw-filing.ts';
import type { filingShape } from '../../lib/contract/filing-shapes.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import type { Signer } from '../../lib/crypto/signer.ts';
import type { Filing } from '../../lib/domain/registration/filing.ts';
import type { Filed } from '../../lib/domain/standard/item.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import type { WorkingCalendar } from '../../lib/domain/time/working-days.ts';
import { askedOnce } from '../../lib/edge/asked.ts';
import { presentFiling } from '../../lib/edge/present-filing.ts';
import { createCodeStore } from '../../lib/store/code-store.ts';
import { createDiskMaterialFiles } from '../../lib/store/disk-material-files.ts';
import { createDraftStore } from '../../lib/store/draft-store.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createFollowUpStore } from '../../lib/store/follow-up-store.ts';
import { createLicenceStatusStore } from '../../lib/store/licence-status-store.ts';
import type { MaterialFiles } from '../../lib/store/material-files.ts';
import { createMaterialStore } from '../../lib/store/material-store.ts';
import { createNameClaimStore } from '../../lib/store/name-claim-store.ts';
import { createOfficerStore } from '../../lib/store/officer-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import type { WriteAll } from '../../lib/store/transaction.ts';
import { aCompanyFiling } from './a-company-filing.ts';
import { withProofs } from './a-filing.ts';
import { aCaller, NOW, startCreditService } from './credit-service.ts';
import { startIdentityProvider } from './identity-provider.ts';

export const PUBLIC_URL = 'https://tongbiao.example';

/** A filing as it was answered, and whether that was the first answer given again. */
export type Told = z.output<typeof filingShape> & { readonly replayed: boolean };

interface How {
  readonly by?: Caller;
  readonly at?: Moment;
  readonly key?: string;
}
interface ToOfficer extends How {
  readonly version?: number;
}

export const applicant = aCaller(undefined, { id: 'applicant', roles: ['applicant'] });
export const registrar = (division: string, overrides: Partial<Caller> = {}): Caller =>
  aCaller(`reg-${division}`, {
    id: `registrar-${division}`,
    roles: ['registrar'],
    window: `win-${division}`,
    ...overrides,
  });
export const head = (division: string, overrides: Partial<Caller> = {}): Caller =>
  aCaller(`reg-${division}`, { id: `head-${division}`, roles: ['head'], ...overrides });

/** What an instance has otherwise: a signer that cannot sign, a calendar of a later year, a write that is not answered. */
export interface Unlike {
  readonly receiptSigner?: Signer;
  readonly licenceSigner?: Signer;
  readonly calendar?: WorkingCalendar;
  readonly writeAll?: WriteAll;
  readonly keep?: MaterialFiles['keep'];
}

/** A signer that counts what it signed. */
function counted(signer: Signer) {
  const count = { signatures: 0 };
  const sign: Signer['sign'] = (payload) => {
    count.signatures += 1;
    return signer.sign(payload);
  };
  return { count, signer: { ...signer, sign } };
}

const dayBefore = ({ at }: Moment): string => new Date(Date.parse(at) - 3_600_000).toISOString();

/**
 * The registration side on fresh tables, beside the credit side it reads; every source is complete up to an hour
 * before `at`, unless `complete` is false.
 */
export async function startRegistrationService({ at = NOW, complete = true } = {}) {
  const credit = await startCreditService();
  const provider = await startIdentityProvider();
  const folder = await mkdtemp(join(tmpdir(), 'registration-'));
  const { client, names, personalData, writeAll } = credit;
  const signers = createSigners({ kind: 'file', path: join(folder, 'keys.json') });
  const receipts = counted(signers.receiptSigner);
  const licences = counted(signers.licenceSigner);
  const stores = {
    filings: createFilingStore(client, names.filings),
    followUps: createFollowUpStore(client, names.filings),
    nameClaims: createNameClaimStore(client, names.filings),
    enterprises: createEnterpriseStore(client, names.filings),
    roles: createRoleStore(client, names.filings),
    requests: createRequestStore(client, names.filings),
    officers: createOfficerStore(client, names.filings),
    licenceStatuses: createLicenceStatusStore(client, names.filings),
    materials: createMaterialStore(client, names.filings),
    drafts: createDraftStore(client, names.filings),
  };
  const files = createDiskMaterialFiles(join(folder, 'materials'), 'http://127.0.0.1/none');
  const publicUrl = PUBLIC_URL;
  const reading = createReadEnterprises({
    enterprises: stores.enterprises,
    licenceSigner: licences.signer,
    publicUrl,
  });
  /** What one instance of the functions has: its own memory of the sources. */
  const newInstance = (drawSerial?: () => number, unlike: Unlike = {}, drawIndex?: () => number) => {
    const deps = {
      ...stores,
      standings: credit.standings,
      licenceStatuses: createLicenceStatusStore(client, names.filings, drawIndex),
      files: { keep: unlike.keep ?? files.keep },
      codes: createCodeStore(names.filings, drawSerial),
      readStandings: createReadStandings(credit),
      prepareConsequences: createPrepareConsequences(credit),
      receiptSigner: receipts.signer,
      licenceSigner: licences.signer,
      publicUrl,
      verifyProof: provider.verifyProof,
      personalData,
      writeAll,
      ...unlike,
    };
    return {
      check: createCheckFiling(deps),
      submit: createSubmitFiling(deps),
      decide: createDecideFiling(deps),
      extend: createExtendFiling(deps),
      withdraw: createWithdrawFiling(deps),
      claim: createClaimFiling(deps),
      handOver: createHandOverFiling(deps),
      followUp: createFollowUpFiling(deps),
      readFollowUp: createReadFollowUp(deps),
      followUps: createListFollowUps(deps),
    };
  };
  const acts = newInstance();
  const asked = (
    route: string,
    body: unknown,
    params: unknown,
    caller: Caller,
    moment: Moment,
    key?: string,
  ) => ({
    ...askedOnce(route, { caller, moment, body, params, ...(key !== undefined && { idempotencyKey: key }) }),
    tell: (filing: Filing) => ({
      status: 200,
      body: presentFiling(filing, { message, language: 'zh-CN', on: moment.on, proceedings: true }),
    }),
  });
  const told = ({ answer, replayed }: { answer: { body: unknown }; replayed: boolean }) =>
    ({ ...(answer.body as object), replayed }) as Told;

  if (complete) await credit.allComplete(dayBefore(at), at);

  return {
    ...credit,
    ...stores,
    acts,
    newInstance,
    signatures: () => receipts.count.signatures + licences.count.signatures,
    receiptSigner: signers.receiptSigner,
    licenceSigner: signers.licenceSigner,
    read: createReadFilings(stores.filings),
    /** As of the day the service stands on, where no other is given. */
    enterprisesFor: {
      ...reading,
      licence: (code: string, on = at.on) => reading.licence(code, on),
      verify: (licence: string, on = at.on) => reading.verify(licence, on),
    },
    statusList: createTellStatusList({ ...stores, licenceSigner: licences.signer, publicUrl }),
    issuers: createDescribeIssuer(signers.licenceSigner, publicUrl),
    verifyReceipt: createVerifyReceipt(stores.filings, signers.receiptSigner),
    proofOf: provider.proofOf,
    /** The facts with a proof for everybody, issued at an instant. */
    proven: <F extends Parameters<typeof withProofs>[0]>(facts: F, on: Moment = at): Promise<F> =>
      withProofs(facts, (person) => provider.proofOf(person, on.at)),
    submit: async (
      facts: Filed | FiledCompany,
      { by = applicant, at: moment = at, key, ...rest }: How & Partial<Package> = {},
      instance: Pick<typeof acts, 'submit'> = acts,
    ): Promise<Told> => {
      const filed = { item: 'establish-company', ...rest, facts } as Package;
      return told(
        await instance.submit(by, filed, asked('submitFiling', filed, {}, by, moment, key), moment),
      );
    },
    decide: async (
      filing: string,
      decision: OfficerDecision,
      { by = registrar('511623'), at: moment = at, key, version }: ToOfficer = {},
      instance: Pick<typeof acts, 'decide'> = acts,
    ): Promise<Told> => {
      const request = { filing, decision, expectedVersion: version };
      return told(
        await instance.decide(
          by,
          request,
          asked('decideFiling', decision, { filing }, by, moment, key),
          moment,
        ),
      );
    },
    extend: async (
      filing: string,
      extension: ExtensionStep,
      { by = registrar('511623'), at: moment = at, key, version }: ToOfficer = {},
      instance: Pick<typeof acts, 'extend'> = acts,
    ): Promise<Told> => {
      const request = { filing, extension, expectedVersion: version };
      return told(
        await instance.extend(
          by,
          request,
          asked('decideFiling', extension, { filing }, by, moment, key),
          moment,
        ),
      );
    },
    withdraw: async (
      filing: string,
      { by = applicant, at: moment = at, key, version, reason }: ToOfficer & { reason?: string } = {},
      instance: Pick<typeof acts, 'withdraw'> = acts,
    ): Promise<Told> => {
      const request = { filing, expectedVersion: version, reason };
      const once = asked('withdrawFiling', { reason }, { filing }, by, moment, key);
      return told(await instance.withdraw(by, request, once, moment));
    },
    claim: async (
      filing: string,
      { by = registrar('511623'), at: moment = at, key, version }: ToOfficer = {},
      instance: Pick<typeof acts, 'claim'> = acts,
    ): Promise<Told> => {
      const once = asked('claimFiling', undefined, { filing }, by, moment, key);
      return told(await instance.claim(by, { filing, expectedVersion: version }, once, moment));
    },
    handOver: async (
      filing: string,
      handover: HandedTo,
      { by = registrar('511623'), at: moment = at, key, version }: ToOfficer = {},
    ): Promise<Told> => {
      const once = asked('handOverFiling', handover, { filing }, by, moment, key);
      return told(await acts.handOver(by, { filing, handover, expectedVersion: version }, once, moment));
    },
    /** Everything of the filings table. */
    kept: () => credit.itemsOf('filings'),
    stop: async () => {
      provider.stop();
      await rm(folder, { recursive: true });
      await credit.stop();
    },
  };
}

export type RegistrationService = Awaited<ReturnType<typeof startRegistrationService>>;

/** A filing whose name an officer has to judge, and which the standard otherwise finds nothing in. */
export const aDoubtfulFiling = (overrides: Partial<FiledCompany> = {}): FiledCompany => {
  const plain = aCompanyFiling(overrides);
  return { ...plain, name: { ...plain.name, industry: { word: '云创', class: 'M75' } } };
};

/** A filing of the same kind for another trade name. */
export const named = (tradeName: string, facts: FiledCompany = aCompanyFiling()): FiledCompany => ({
  ...facts,
  name: { ...facts.name, tradeName },
});

/** The first four characters of every key there is, counted: what was written, without what it says. */
export function kindsOf(items: readonly Record<string, unknown>[]): Readonly<Record<string, number>> {
  const kinds: Record<string, number> = {};
  for (const { pk, sk } of items) {
    const kind = `${String(pk).split('#')[0]}/${String(sk).split('#')[0]}`;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(kinds).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
