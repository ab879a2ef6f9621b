import type { Signer } from '../crypto/signer.ts';
import type { Filing, FilingEventType, FilingState } from '../domain/registration/filing.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { Write } from '../store/transaction.ts';
import { recordEvent } from './issue-receipt.ts';
import { factsOf, type Located } from './locate-filing.ts';
import { type InReview, withState } from './open-filing.ts';

/** What a filing has only while it is in review. */
export const reviewOf = ({ state, due, clock, extension, assignee, evidence }: InReview) => ({
  state,
  due,
  evidence,
  ...(clock && { clock }),
  ...(extension && { extension }),
  ...(assignee && { assignee }),
});

export interface StepDeps {
  readonly filings: Pick<FilingStore, 'replace' | 'append'>;
  readonly receiptSigner: Signer;
}

/**
 * A step of a filing in review that decides nothing, with its signed event: it reads nothing again, and its receipt
 * embeds what the filing carries since it was accepted (decision 0007).
 */
export async function prepareStep(
  open: InReview,
  located: Located,
  step: { readonly type: FilingEventType; readonly by: string; readonly state: FilingState },
  moment: Moment,
  { filings, receiptSigner }: StepDeps,
): Promise<{ readonly filing: Filing; readonly writes: readonly Write[] }> {
  const { evidence, findings, admissible } = open;
  const { type, by, state } = step;
  const filing = withState(open, state);
  const examined = { facts: factsOf(located, open), evidence, decision: { findings, admissible } };
  const event = await recordEvent(
    filing,
    { type, by, terms: located.terms, examined, before: open },
    moment,
    receiptSigner,
  );
  return { filing, writes: [filings.replace(filing), filings.append(filing, event)] };
}
