import { randomUUID } from 'node:crypto';
import { canonicalHash, newSalt } from '../crypto/canonical-hash.ts';
import { signCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import type { Filing, FilingEvent, FilingEventType } from '../domain/registration/filing.ts';
import { RECEIPT_TYPE, type Receipt } from '../domain/registration/receipt.ts';
import type { PlaceTerms } from '../domain/standard/place.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { Examined } from './examine-filing.ts';

/** What a receipt says beyond the filing itself. */
export interface Proceeding {
  readonly type: FilingEventType;
  readonly by: string;
  readonly terms: PlaceTerms;
  readonly examined: Examined;
}

/** What is counted of a step, so that whoever reads events need not open receipts. */
function countedOf(filing: Filing): Pick<FilingEvent, 'corrects' | 'departure' | 'late' | 'overdueDays'> {
  const ruling = 'ruling' in filing ? filing.ruling : undefined;
  return {
    ...(filing.corrects !== undefined && { corrects: filing.corrects }),
    ...(ruling?.departure && { departure: ruling.departure.code }),
    ...(ruling?.late && { late: true as const, overdueDays: ruling.overdueDays ?? 0 }),
  };
}

/** The event that brings a filing to its new version, with its signed receipt. One signature, no store step. */
export async function recordEvent(
  filing: Filing,
  { type, by, terms, examined }: Proceeding,
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
    factsHash: canonicalHash(examined.facts, newSalt()),
    evidence: examined.evidence,
    findings: examined.decision.findings,
    admissible: examined.decision.admissible,
    issuedAt: moment.at,
    ...(filing.corrects !== undefined && { corrects: filing.corrects }),
    ...('ruling' in filing && { ruling: filing.ruling }),
    ...('withdrawal' in filing && { withdrawal: filing.withdrawal }),
    ...('due' in filing && { due: filing.due }),
    ...('registration' in filing && { registration: filing.registration }),
  };
  const signed = await signCompact(signer, RECEIPT_TYPE, receipt);
  return { type, at: moment.at, by, ...countedOf(filing), receipt: signed };
}
