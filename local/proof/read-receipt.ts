import type { JWK } from 'jose';
import { type JwsFault, verifyCompact } from '../../lib/crypto/jws.ts';
import type { FilingEvent } from '../../lib/domain/registration/filing.ts';
import { RECEIPT_TYPE, type Receipt } from '../../lib/domain/registration/receipt.ts';
import { receiptFrom } from '../../lib/store/filing-store.ts';
import { keys } from '../../lib/store/keys.ts';

type EventItem = Readonly<Record<string, unknown>> & Partial<Pick<FilingEvent, 'type' | 'at'>>;

export type ReadReceipt =
  | { readonly receipt: Receipt }
  | { readonly fault: 'signature' | 'misplaced'; readonly detail: JwsFault | 'of another event' };

/** The receipt of an event: signed by a known key, and of this very event of this very filing. */
export async function readReceipt(
  event: EventItem,
  filing: string,
  receiptKeys: readonly JWK[],
): Promise<ReadReceipt> {
  const verified = await verifyCompact(receiptFrom({ ...event }), RECEIPT_TYPE, receiptKeys);
  if (!verified.valid) return { fault: 'signature', detail: verified.reason };
  const receipt = verified.payload as Receipt;
  const isOfThis =
    receipt.filing === filing &&
    event.sk === keys.filingEvent(filing, receipt.filingVersion).sk &&
    event.type === receipt.event &&
    event.at === receipt.issuedAt;
  return isOfThis ? { receipt } : { fault: 'misplaced', detail: 'of another event' };
}
