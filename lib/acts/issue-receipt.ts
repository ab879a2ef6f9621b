import { randomUUID } from 'node:crypto';
import { canonicalHash, newSalt } from '../crypto/canonical-hash.ts';
import { signCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import type { Filing, FilingEvent } from '../domain/registration/filing.ts';
import { type Stepping, stepOf } from '../domain/registration/filing-step.ts';
import { RECEIPT_TYPE, type Receipt } from '../domain/registration/receipt.ts';
import type { PlaceTerms } from '../domain/standard/place.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { Examined } from './examine-filing.ts';

/** What a receipt says beyond the filing itself. */
export interface Proceeding extends Stepping {
  readonly terms: PlaceTerms;
  readonly examined: Examined;
}

/** The event that brings a filing to its new version, with its signed receipt. One signature, no store step. */
export async function recordEvent(
  filing: Filing,
  { terms, examined, ...stepping }: Proceeding,
  moment: Moment,
  signer: Signer,
): Promise<FilingEvent> {
  const receipt: Receipt & { readonly jti: string } = {
    jti: randomUUID(),
    event: stepping.type,
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
  const step = stepOf(filing, stepping, moment);
  return { ...step, receipt: await signCompact(signer, RECEIPT_TYPE, receipt) };
}
