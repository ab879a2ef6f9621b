import type { JWK } from 'jose';
import * as z from 'zod/mini';
import { filedOf } from '../../lib/acts/locate-filing.ts';
import { courseOf } from '../../lib/domain/registration/course.ts';
import type { Filing } from '../../lib/domain/registration/filing.ts';
import type { Receipt } from '../../lib/domain/registration/receipt.ts';
import { type Decision, decide } from '../../lib/domain/standard/decide.ts';
import { filingFrom } from '../../lib/store/filing-store.ts';
import { type Difference, differenceOf } from './difference.ts';
import type { KeptFiling } from './kept-filings.ts';
import type { Draft } from './read-draft.ts';
import { readReceipt } from './read-receipt.ts';

/** How one step of a filing would have come out otherwise. */
export interface Changed {
  readonly filing: string;
  readonly version: number;
  readonly event: string;
  /** The version of the standard it was decided by. */
  readonly standardVersion: string;
  /**
   * What became of it without an officer (`register`, `return`, `review`), and what would; of what an officer decided,
   * the outcome, and `inadmissible` where the draft would not have admitted it.
   */
  readonly from: string;
  readonly to: string;
  readonly difference: Difference;
  /** It went back before anybody's standing was read, so that of standings the draft could find nothing. */
  readonly standingsUnread: boolean;
}

export type Impact =
  | { readonly kind: 'compared'; readonly changed: readonly Changed[] }
  | { readonly kind: 'not-comparable'; readonly filing: string; readonly reason: string }
  | { readonly kind: 'erased' | 'unverified'; readonly filing: string };

/** Persons are sealed; any will do to see whether the rest fits. */
const placeholders = ({ persons }: Filing) =>
  persons.map(({ ref, kind }) => ({ ref, name: '某', document: { kind, number: 'X' } }));

/** Where the filed facts do not fit the draft's schema; `undefined` where they do. */
function misfit(filing: Filing, { filed }: Draft): string | undefined {
  if (filed === undefined) return undefined;
  const parsed = z.safeParse(filed, { ...filing.filed, persons: placeholders(filing) });
  const issue = parsed.error?.issues.find(({ path }) => path[0] !== 'persons');
  return issue && `/${issue.path.map(String).join('/')}: ${issue.message}`;
}

const outcomeOf = (receipt: Receipt, decision: Decision): string => {
  const { ruling } = receipt;
  if (ruling === undefined || ruling.by === 'standard') return courseOf(decision);
  const stands = ruling.departure !== undefined || decision.admissible.includes(ruling.outcome);
  return stands ? ruling.outcome : 'inadmissible';
};

function changedOf(receipt: Receipt, again: Decision): Changed | undefined {
  const difference = differenceOf(receipt, again);
  if (difference === undefined) return undefined;
  const to = outcomeOf(receipt, again);
  return {
    filing: receipt.filing,
    version: receipt.filingVersion,
    event: receipt.event,
    standardVersion: receipt.standardVersion,
    from: outcomeOf(receipt, receipt),
    to,
    difference,
    standingsUnread: receipt.evidence.standings === 'not-read' && to !== 'return',
  };
}

/** An extension decides nothing anew: it has the findings of the step before it. */
const isDecided = ({ event }: Receipt): boolean => !event.startsWith('Extension');

/** The filing with its receipts, all of them true; `undefined` where anything of it is not to be believed. */
async function believed({ id, filing, events }: KeptFiling, receiptKeys: readonly JWK[]) {
  if (filing === undefined) return undefined;
  try {
    const read = await Promise.all(events.map((event) => readReceipt(event, id, receiptKeys)));
    const receipts = read.flatMap((one) => ('receipt' in one ? [one.receipt] : []));
    return receipts.length < read.length ? undefined : { filing: filingFrom({ ...filing }), receipts };
  } catch {
    return undefined;
  }
}

/** Decides by the draft what was decided of one filing: the same facts, evidence, terms and day. */
export async function impactOn(kept: KeptFiling, draft: Draft, receiptKeys: readonly JWK[]): Promise<Impact> {
  const { id } = kept;
  const told = await believed(kept, receiptKeys);
  if (told === undefined) return { kind: 'unverified', filing: id };
  const { filing, receipts } = told;
  if (filing.erasedOn !== undefined) return { kind: 'erased', filing: id };
  const reason = misfit(filing, draft);
  if (reason !== undefined) return { kind: 'not-comparable', filing: id, reason };
  try {
    const facts = draft.derive(filedOf(filing), filing.persons);
    const changed = receipts.filter(isDecided).flatMap((receipt) => {
      const { terms, evidence, submittedOn: on } = receipt;
      return changedOf(receipt, decide(draft.standard, { facts, terms, evidence, on })) ?? [];
    });
    return { kind: 'compared', changed };
  } catch (error) {
    /* A draft without a schema of its own may ask for what is not filed today. */
    const why = error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'fault';
    return { kind: 'not-comparable', filing: id, reason: why };
  }
}
