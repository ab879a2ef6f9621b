import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant, Moment } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import type { Proof } from './dispute.ts';
import type { ListTerms } from './listing-terms.ts';
import type { Basis } from './record.ts';
import type { StepDocument } from './record-event.ts';

/** What is done in a listing case; days of effect and officers stand with each. */
export type ListingAct =
  /** `automation` proposes only: whoever proposed so can do nothing else in the case. */
  | {
      readonly kind: 'proposed';
      readonly origin: 'officer' | 'automation';
      readonly grounds: string;
      readonly basis: readonly Basis[];
      /** The filing by which it was proposed and decided, where that is its procedure. */
      readonly filing?: string;
    }
  | { readonly kind: 'notified'; readonly documentNumber: string; readonly objectBy: DueDay }
  | { readonly kind: 'objected'; readonly reason: string; readonly proofs: readonly Proof[] }
  | {
      readonly kind: 'objection-answered';
      readonly outcome: 'accepted' | 'rejected';
      readonly reason: string;
    }
  | { readonly kind: 'consent-asked'; readonly reason: string; readonly of: string }
  | { readonly kind: 'consented' | 'declined'; readonly reason: string }
  | {
      readonly kind: 'listed';
      readonly reason: string;
      readonly document: StepDocument;
      readonly record: string;
    }
  | { readonly kind: 'not-listed'; readonly reason: string }
  | {
      readonly kind: 'removed';
      readonly how: 'decision' | 'annulment';
      readonly reason: string;
      readonly document: StepDocument;
    };
export type ListingActKind = ListingAct['kind'];

/** One step as it was taken; never changed. */
export type ListingStep = ListingAct & {
  /** The first is 1. */
  readonly number: number;
  readonly on: PlainDate;
  readonly at: Instant;
  /** The officer, or the subject; opaque. */
  readonly by: string;
  /** For which authority; missing where the subject itself spoke. */
  readonly authority?: string;
};
type StepOf<Kind extends ListingActKind> = Extract<ListingStep, { readonly kind: Kind }>;

export type ListingState =
  | 'proposed'
  | 'notified'
  | 'objected'
  | 'answered'
  | 'consent-asked'
  | 'consented'
  | 'declined'
  | 'listed'
  | 'not-listed'
  | 'removed';

const stateBy = {
  proposed: 'proposed',
  notified: 'notified',
  objected: 'objected',
  'objection-answered': 'answered',
  'consent-asked': 'consent-asked',
  consented: 'consented',
  declined: 'declined',
  listed: 'listed',
  'not-listed': 'not-listed',
  removed: 'removed',
} as const satisfies Record<ListingActKind, ListingState>;

export const listingActKinds = Object.keys(stateBy) as readonly ListingActKind[];
export const listingStates: readonly ListingState[] = Object.values(stateBy);

/** Whether and how a subject comes on a list (列入程序): what it is about, and its steps, which are only ever added. */
export interface ListingCase {
  readonly id: string;
  /** The class of the record it may come to. */
  readonly list: string;
  readonly subject: SubjectKey;
  readonly codeCheck?: 'failed' | 'legacy';
  readonly authority: string;
  readonly jurisdiction: string;
  readonly steps: readonly ListingStep[];
}

/** As many as its steps. */
export const versionOf = ({ steps }: ListingCase): number => steps.length;

export function stepOf<Kind extends ListingActKind>(
  { steps }: Pick<ListingCase, 'steps'>,
  kind: Kind,
): StepOf<Kind> | undefined {
  return steps.find((step): step is StepOf<Kind> => step.kind === kind);
}

export function lastStep({ steps }: Pick<ListingCase, 'steps'>): ListingStep {
  const last = steps.at(-1);
  if (last === undefined) throw new RangeError('A listing case without a step');
  return last;
}

/** What it has come to by its own steps; that a listing ended otherwise is told by its record. */
export const listingStateOf = (listing: Pick<ListingCase, 'steps'>): ListingState =>
  stateBy[lastStep(listing).kind];

export const withStep = (
  listing: ListingCase,
  act: ListingAct,
  head: Omit<ListingStep, keyof ListingAct | 'number'>,
): ListingCase => ({
  ...listing,
  steps: [...listing.steps, { ...act, ...head, number: listing.steps.length + 1 } as ListingStep],
});

/** A case by its first step. */
export const openListing = (
  about: Omit<ListingCase, 'steps'>,
  act: Extract<ListingAct, { readonly kind: 'proposed' }>,
  by: string,
  { on, at }: Moment,
): ListingCase => withStep({ ...about, steps: [] }, act, { on, at, by, authority: about.authority });

/** Why a step cannot be taken now. */
export type WhyNotListing =
  | 'closed'
  | 'no-notice-for-list'
  | 'notified-already'
  | 'not-notified'
  | 'objected-already'
  | 'objection-period-over'
  | 'objection-period-runs'
  | 'objection-unanswered'
  | 'objection-accepted'
  | 'nothing-objected'
  | 'answered-already'
  | 'no-consent-needed'
  | 'consent-asked-already'
  | 'no-consent-asked'
  | 'consent-needed'
  | 'consent-declined'
  | 'not-on-list'
  | 'proposed-already';

export interface ListingRules {
  readonly terms: Pick<ListTerms, 'notice'>;
  /** Whether a listing needs the consent of the next higher authority on the day. */
  readonly consentNeeded: boolean;
  readonly on: PlainDate;
}

const isOver = (state: ListingState): boolean =>
  state === 'listed' || state === 'not-listed' || state === 'removed';

/** Why the subject has not been heard yet; the last day of the period still belongs to the subject. */
function whyUnheard(listing: ListingCase, { terms, on }: ListingRules): WhyNotListing | undefined {
  if (terms.notice === undefined) return undefined;
  const notified = stepOf(listing, 'notified');
  if (notified === undefined) return 'not-notified';
  const answered = stepOf(listing, 'objection-answered');
  if (answered !== undefined) return answered.outcome === 'accepted' ? 'objection-accepted' : undefined;
  if (stepOf(listing, 'objected') !== undefined) return 'objection-unanswered';
  return on <= notified.objectBy.dueOn ? 'objection-period-runs' : undefined;
}

function whyNotObjected(listing: ListingCase, { on }: ListingRules): WhyNotListing | undefined {
  const notified = stepOf(listing, 'notified');
  if (notified === undefined) return 'not-notified';
  if (stepOf(listing, 'objected') !== undefined) return 'objected-already';
  return on > notified.objectBy.dueOn ? 'objection-period-over' : undefined;
}

function whyNotAnswered(listing: ListingCase): WhyNotListing | undefined {
  if (stepOf(listing, 'objected') === undefined) return 'nothing-objected';
  return stepOf(listing, 'objection-answered') === undefined ? undefined : 'answered-already';
}

function whyNotListed(listing: ListingCase, rules: ListingRules): WhyNotListing | undefined {
  const unheard = whyUnheard(listing, rules);
  if (unheard !== undefined) return unheard;
  if (stepOf(listing, 'declined') !== undefined) return 'consent-declined';
  const consented = stepOf(listing, 'consented') !== undefined;
  return rules.consentNeeded && !consented ? 'consent-needed' : undefined;
}

function whyNotAskConsent(listing: ListingCase, rules: ListingRules): WhyNotListing | undefined {
  const unheard = whyUnheard(listing, rules);
  if (unheard !== undefined) return unheard;
  if (!rules.consentNeeded) return 'no-consent-needed';
  return stepOf(listing, 'consent-asked') === undefined ? undefined : 'consent-asked-already';
}

/** Why a step cannot be taken on a day; `undefined` where it can. Who may take it is another question. */
export function whyNotListingStep(
  listing: ListingCase,
  kind: ListingActKind,
  rules: ListingRules,
): WhyNotListing | undefined {
  const state = listingStateOf(listing);
  if (kind === 'removed') return state === 'listed' ? undefined : 'not-on-list';
  if (isOver(state)) return 'closed';
  switch (kind) {
    case 'proposed':
      return 'proposed-already';
    case 'notified':
      if (rules.terms.notice === undefined) return 'no-notice-for-list';
      return stepOf(listing, 'notified') === undefined ? undefined : 'notified-already';
    case 'objected':
      return whyNotObjected(listing, rules);
    case 'objection-answered':
      return whyNotAnswered(listing);
    case 'consent-asked':
      return whyNotAskConsent(listing, rules);
    case 'consented':
    case 'declined':
      return state === 'consent-asked' ? undefined : 'no-consent-asked';
    case 'listed':
      return whyNotListed(listing, rules);
    case 'not-listed':
      return undefined;
  }
}

/**
 * Whether the officer is kept from a step by one taken before: who proposes is not who consents or decides, and what
 * automation proposed it can do nothing more about. There whoever told the subject stands in the place of who proposes, so
 * that two officers have looked at it [inference].
 */
export function isKeptFrom(listing: ListingCase, kind: ListingActKind, officer: string): boolean {
  const proposed = stepOf(listing, 'proposed');
  const decides: readonly ListingActKind[] = ['consented', 'declined', 'listed', 'not-listed'];
  const tookUp = proposed?.origin === 'automation' ? stepOf(listing, 'notified') : undefined;
  if (tookUp?.by === officer && kind === 'listed') return true;
  if (proposed?.by !== officer) return false;
  return proposed.origin === 'automation' || decides.includes(kind);
}
