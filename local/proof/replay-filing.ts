import { createHash } from 'node:crypto';
import type { JWK } from 'jose';
import { equalPlaces } from '../../catalog/equal-places.ts';
import { findItem } from '../../catalog/items.ts';
import { filedOf } from '../../lib/acts/locate-filing.ts';
import { canonicalJson, matchesHash } from '../../lib/crypto/canonical-hash.ts';
import { courseOf } from '../../lib/domain/registration/course.ts';
import type { Filing } from '../../lib/domain/registration/filing.ts';
import type { Receipt } from '../../lib/domain/registration/receipt.ts';
import { type Decision, decide } from '../../lib/domain/standard/decide.ts';
import type { Case, Standard } from '../../lib/domain/standard/standard.ts';
import { filingFrom } from '../../lib/store/filing-store.ts';
import { differenceOf, tellDifference } from './difference.ts';
import type { KeptFiling } from './kept-filings.ts';
import { readReceipt } from './read-receipt.ts';
import { swapCase } from './swap-case.ts';

/** What a replay can find wrong with a filing or one of its receipts. */
export type Fault =
  /** The filing or an event is not what the store writes. */
  | 'unreadable'
  | 'filing-missing'
  /** A version of the filing has no receipt, or a receipt no version. */
  | 'receipts-missing'
  | 'signature'
  /** A true receipt in the place of another. */
  | 'misplaced'
  /** The catalog has lost the item, or the version it was decided by. */
  | 'standard-unknown'
  /** The kept facts are not those that were decided on. */
  | 'facts'
  /** Decided again, the standard finds or admits something else. */
  | 'decision'
  /** What was done does not follow from what was found. */
  | 'course'
  /** The filing does not say what its last receipt says. */
  | 'state'
  /** In a place of equal level of another side, something else is found or admitted. */
  | 'swapped';

export interface Divergence {
  readonly filing: string;
  /** Of the filing; left out where it is of no single receipt. */
  readonly version?: number;
  readonly standard: string;
  readonly fault: Fault;
  readonly detail: string;
}

export interface Replayed {
  readonly filing: string;
  /** Item and version of the standard, as `establish-company@2025-02`. */
  readonly standard: string;
  readonly receipts: number;
  /** Decisions that were computed again in another place. */
  readonly swaps: number;
  readonly erased: boolean;
  readonly divergences: readonly Divergence[];
}

type Found = readonly [fault: Fault, detail: string];

/** By what a kept filing is decided, and on what. */
interface Kept {
  readonly filing: Filing;
  readonly standardOf: (version: string) => Standard<unknown> | undefined;
  readonly facts: unknown;
}

/** The same place for the same filing each time, and another one for the next. */
function chosen<T>(places: readonly T[], filing: string): T | undefined {
  const digest = createHash('sha256').update(filing).digest().readUInt32BE();
  return places[digest % places.length];
}

function swaps(examined: Case<unknown>, decided: Decision, standard: Standard<unknown>, filing: Filing) {
  const { id, division, submittedOn } = filing;
  const places = [...equalPlaces(division, examined.terms, submittedOn).values()].flatMap(
    (ofSide) => chosen(ofSide, id) ?? [],
  );
  const found = places.flatMap(({ division: place, terms }): readonly Found[] => {
    const { there, expected } = swapCase(examined, terms);
    const other = decide(standard, there);
    const difference = differenceOf(expected(decided, other), other);
    return difference === undefined ? [] : [['swapped', `${place}: ${tellDifference(difference)}`]];
  });
  return { count: places.length, found };
}

/** Whether an automatic step is the one the findings lead to, and an officer's is admissible or a told departure. */
function courseTaken({ event, ruling, findings, admissible }: Receipt): readonly Found[] {
  const automatic = { FilingRegistered: 'register', FilingReturned: 'return', FilingAccepted: 'review' };
  const course = (automatic as Partial<Record<string, string>>)[event];
  if (ruling === undefined || ruling.by === 'standard') {
    const due = courseOf({ findings, admissible });
    return course === undefined || course === due ? [] : [['course', `${event}, where ${due} was due`]];
  }
  if (ruling.departure !== undefined || admissible.includes(ruling.outcome)) return [];
  return [['course', `${ruling.outcome} by an officer, not admissible`]];
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null);

/** What the filing is now has to be what its last receipt says. */
function stateTold(filing: Filing, last: Receipt): readonly Found[] {
  const ruling = 'ruling' in filing ? filing.ruling : undefined;
  const isSame =
    same(filing.findings, last.findings) &&
    same(filing.admissible, last.admissible) &&
    same(ruling, last.ruling) &&
    filing.decidedBy === last.decidedBy;
  return isSame ? [] : [['state', 'the filing is not what its last receipt says']];
}

function replayReceipt(receipt: Receipt, { filing, standardOf, facts }: Kept) {
  const standard = standardOf(receipt.standardVersion);
  if (standard === undefined || receipt.item !== filing.item)
    return {
      swaps: 0,
      found: [['standard-unknown', `${receipt.item} ${receipt.standardVersion}`]] as Found[],
    };
  if (!matchesHash(facts, { ...receipt.factsHash, algorithm: 'SHA-256' }))
    return { swaps: 0, found: [['facts', 'the kept facts have another hash']] as Found[] };
  const { terms, evidence, submittedOn: on } = receipt;
  const examined = { facts, terms, evidence, on };
  const again = decide(standard, examined);
  const difference = differenceOf(receipt, again);
  const swapped = swaps(examined, again, standard, filing);
  const decided: readonly Found[] =
    difference === undefined ? [] : [['decision', tellDifference(difference)]];
  return { swaps: swapped.count, found: [...decided, ...courseTaken(receipt), ...swapped.found] };
}

async function keptOf(filing: Filing): Promise<Kept> {
  const item = await findItem(filing.item);
  const facts = filing.erasedOn === undefined ? item?.derive(filedOf(filing), filing.persons) : undefined;
  return {
    filing,
    facts,
    standardOf: (version) => item?.standards.find((standard) => standard.version === version),
  };
}

/** A fault of what is kept must not keep the rest from being replayed. */
async function guarded(work: () => Promise<readonly Found[]>): Promise<readonly Found[]> {
  try {
    return await work();
  } catch (error) {
    return [
      ['unreadable', error instanceof Error ? `${error.name}: ${error.message.slice(0, 200)}` : 'fault'],
    ];
  }
}

/**
 * Decides everything again that was decided of one filing, from what is kept of it alone: each receipt by its own
 * version of the standard, terms and evidence, and the same in a place of equal level of every other side.
 */
export async function replayFiling(
  { id, filing: item, events }: KeptFiling,
  receiptKeys: readonly JWK[],
): Promise<Replayed> {
  const standard = `${item?.item ?? '?'}@${item?.standardVersion ?? '?'}`;
  const divergences: Divergence[] = [];
  const tell = (found: readonly Found[], version?: number): void => {
    const at = { filing: id, ...(version !== undefined && { version }), standard };
    divergences.push(...found.map(([fault, detail]) => ({ ...at, fault, detail })));
  };
  let swapCount = 0;
  let last: Receipt | undefined;
  let kept: Kept | undefined;
  tell(
    await guarded(async () => {
      if (item === undefined) return [['filing-missing', `${events.length} receipts of it are left`]];
      kept = await keptOf(filingFrom({ ...item }));
      return [];
    }),
  );
  for (const [index, event] of events.entries())
    tell(
      await guarded(async () => {
        const read = await readReceipt(event, id, receiptKeys);
        if (!('receipt' in read)) return [[read.fault, read.detail]];
        if (read.receipt.filingVersion !== index + 1)
          return [['receipts-missing', `${index + 1} is followed by ${read.receipt.filingVersion}`]];
        last = read.receipt;
        if (kept === undefined) return [];
        if (kept.filing.erasedOn !== undefined) return courseTaken(read.receipt);
        const { swaps, found } = replayReceipt(read.receipt, kept);
        swapCount += swaps;
        return found;
      }),
      index + 1,
    );
  const now: Kept | undefined = kept;
  if (now !== undefined && now.filing.version !== events.length)
    tell([['receipts-missing', `version ${now.filing.version}, ${events.length} receipts`]]);
  else if (now !== undefined && last !== undefined && now.filing.erasedOn === undefined)
    tell(stateTold(now.filing, last));
  return {
    filing: id,
    standard,
    receipts: events.length,
    swaps: swapCount,
    erased: now?.filing.erasedOn !== undefined,
    divergences,
  };
}
