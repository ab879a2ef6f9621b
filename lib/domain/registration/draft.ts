import type { Instant } from '../time/instant.ts';

/** What somebody is filling in: it can lack anything but its item. */
export interface DraftContent {
  readonly item: string;
  readonly standardVersion?: string | undefined;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly uploads?: readonly string[] | undefined;
}

export type DraftState =
  | { readonly state: 'open' }
  | { readonly state: 'discarded' }
  /** Its filing was accepted or registered. */
  | { readonly state: 'filed'; readonly filing: string };

/** A draft (草稿) without what it says, which is sealed apart. Nobody but its owner knows of it. */
export type Draft = {
  readonly id: string;
  readonly owner: string;
  /** Counts up with every change; the entity tag. */
  readonly version: number;
  readonly item: string;
  readonly savedAt: Instant;
  /** It ends at this instant, whatever is still kept of it. */
  readonly keptUntil: Instant;
} & DraftState;

export type OpenDraft = Extract<Draft, { readonly state: 'open' }>;

export const isOpen = (draft: Draft, at: Instant): draft is OpenDraft =>
  draft.state === 'open' && at < draft.keptUntil;

/** The next version of a draft, closed: what it said is kept no longer. */
export const closed = ({ state: _open, ...draft }: OpenDraft, how: Exclude<DraftState, { state: 'open' }>) =>
  ({ ...draft, ...how, version: draft.version + 1 }) satisfies Draft;
