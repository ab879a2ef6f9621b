import { canonicalJson, matchesHash } from '../crypto/canonical-hash.ts';
import { type JwsFault, verifyCompact } from '../crypto/jws.ts';
import type { Signer } from '../crypto/signer.ts';
import { isOfRetiredKey } from '../crypto/verification-keys.ts';
import { DomainError } from '../domain/errors.ts';
import { RECEIPT_TYPE, type Receipt } from '../domain/registration/receipt.ts';
import { decide } from '../domain/standard/decide.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { FilingStore } from '../store/filing-store.ts';
import { factsOf, relocateFiling } from './locate-filing.ts';

export type VerifiedReceipt =
  | { readonly valid: false; readonly reason: JwsFault }
  | {
      readonly valid: true;
      readonly receipt: Receipt;
      /** The day from which the facts are kept no longer: nothing can be computed again then, and none of these holds. */
      readonly erasedOn?: PlainDate;
      /** The kept facts are those the receipt was made over. */
      readonly factsMatch: boolean;
      readonly sameFindings: boolean;
      readonly sameAdmissible: boolean;
    };

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * Checks a receipt, then decides its case again: the kept facts by the receipt's own version, evidence and terms.
 *
 * @throws DomainError `not-found` when the signature holds and the filing is gone.
 */
export function createVerifyReceipt(
  filings: Pick<FilingStore, 'find'>,
  signer: Pick<Signer, 'verificationKeys'>,
) {
  return async (token: string): Promise<VerifiedReceipt> => {
    const keys = await signer.verificationKeys();
    const verified = await verifyCompact(token, RECEIPT_TYPE, keys);
    if (!verified.valid) return verified;
    const receipt = verified.payload as Receipt;
    if (isOfRetiredKey(keys, verified.keyId, receipt.issuedAt))
      return { valid: false, reason: 'bad-signature' };
    const filing = await filings.find(receipt.filing);
    if (filing === undefined) throw new DomainError('not-found');
    if (filing.erasedOn !== undefined)
      return {
        valid: true,
        receipt,
        erasedOn: filing.erasedOn,
        factsMatch: false,
        sameFindings: false,
        sameAdmissible: false,
      };
    const located = await relocateFiling(filing);
    const facts = factsOf(located, filing);
    const { terms, evidence, submittedOn: on } = receipt;
    const again = decide(located.standard, { facts, terms, evidence, on });
    return {
      valid: true,
      receipt,
      factsMatch: matchesHash(facts, { ...receipt.factsHash, algorithm: 'SHA-256' }),
      sameFindings: same(again.findings, receipt.findings),
      sameAdmissible: same(again.admissible, receipt.admissible),
    };
  };
}
