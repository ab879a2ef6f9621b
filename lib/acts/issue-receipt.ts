import { randomUUID } from 'node:crypto';
import { canonicalHash, newSalt } from '../crypto/canonical-hash.ts';
import { signCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import type { Filing, FilingEvent, FilingEventType } from '../domain/registration/filing.ts';
import { RECEIPT_TYPE, type Receipt } from '../domain/registration/receipt.ts';
import type { Evidence } from '../domain/standard/evidence.ts';
import type { PlaceTerms } from '../domain/standard/place.ts';
import type { Moment } from '../domain/time/instant.ts';

/** What a receipt says beyond the filing itself. */
export interface Proceeding {
  readonly type: FilingEventType;
  readonly by: string;
  readonly facts: unknown;
  readonly terms: PlaceTerms;
  readonly evidence: Evidence;
}

/** The event that brings a filing to its new version, with its signed receipt. One signature, no store step. */
export async function recordEvent(
  filing: Filing,
  { type, by, facts, terms, evidence }: Proceeding,
  moment: Moment,
  signer: Signer,
): Promise<FilingEvent> {
  const receipt: Receipt & { readonly jti: string } = {
    jti: randomUUID(),
    event: type,
    filing: filing.id,
    filingVersion: filing.version,
    item: filing.item,
    standardVersion: filing.standardVersion,
    submittedOn: filing.submittedOn,
    acceptedBy: filing.acceptedBy,
    decidedBy: filing.decidedBy,
    terms,
    factsHash: canonicalHash(facts, newSalt()),
    evidence,
    findings: filing.findings,
    admissible: filing.admissible,
    issuedAt: moment.at,
    ...('ruling' in filing && { ruling: filing.ruling }),
    ...('due' in filing && { due: filing.due }),
    ...('registration' in filing && { registration: filing.registration }),
  };
  return { type, at: moment.at, by, receipt: await signCompact(signer, RECEIPT_TYPE, receipt) };
}
