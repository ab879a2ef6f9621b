import type { Instant, Moment } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay, WorkingCalendar } from '../time/working-days.ts';
import { type Clock, dueBy } from './due-day.ts';
import type { Filing } from './filing.ts';
import type { FiledUpload } from './material.ts';

/** A material that was missing and tolerated (容缺受理), as it came. */
export interface FollowingMaterial {
  readonly kind: string;
  readonly sha256: string;
  readonly upload?: FiledUpload;
  readonly on: PlainDate;
  readonly at: Instant;
  readonly by: string;
  /** After the due day. */
  readonly late?: true;
}

/**
 * What was promised with a filing that was taken in though materials were missing (容缺补交): which of them, by when, and
 * what came. The filing itself stays what it is; a registration rests on no promise, since what law demands is never tolerated.
 */
export interface FollowUp {
  readonly filing: string;
  readonly item: string;
  /** The authority that decides the filing. */
  readonly authority: string;
  readonly submittedBy: string;
  /** Kinds, in the order of the standard. */
  readonly promised: readonly string[];
  readonly clock: Clock;
  readonly due: DueDay;
  readonly handedIn: readonly FollowingMaterial[];
  /** An officer has written down that what was promised did not come. */
  readonly closed?: Moment & { readonly by: string; readonly reason: string };
  /** The filing came to nothing, and the promise with it. */
  readonly mootOn?: PlainDate;
  readonly changedAt: Instant;
  readonly version: number;
}

export const followUpStates = ['awaited', 'complete', 'not-handed-in', 'moot'] as const;
export type FollowUpState = (typeof followUpStates)[number];

/** Kinds that were promised and have not come. */
export const awaitedOf = ({ promised, handedIn }: FollowUp): readonly string[] =>
  promised.filter((kind) => !handedIn.some((material) => material.kind === kind));

/** Whether somebody still has to do something about it, as far as the promise itself tells. */
export const isAwaited = (followUp: FollowUp): boolean =>
  followUp.closed === undefined && followUp.mootOn === undefined && awaitedOf(followUp).length > 0;

const CAME_TO_NOTHING: readonly Filing['state'][] = ['returned', 'refused', 'withdrawn'];

/** Where it stands with its filing, which may have come to nothing since. */
export function followUpStateOf(followUp: FollowUp, { state }: Pick<Filing, 'state'>): FollowUpState {
  if (awaitedOf(followUp).length === 0) return 'complete';
  if (followUp.closed !== undefined) return 'not-handed-in';
  return followUp.mootOn !== undefined || CAME_TO_NOTHING.includes(state) ? 'moot' : 'awaited';
}

/** Its due day by the calendar in force, as of a filing. */
export const followUpDue = ({ clock }: FollowUp, calendar: WorkingCalendar): DueDay => dueBy(calendar, clock);

/** Why a step cannot be taken; `undefined` where it can. */
export type WhyNotFollowedUp =
  | FollowUpState
  | 'not-promised'
  | 'handed-in-already'
  | 'still-running'
  | 'files-while-in-review';

/**
 * What is handed in has to have been promised, and comes once; after the due day it is taken, and marked, until it is closed.
 * Files come once it is registered: those of a filing that comes to nothing are let go of with its facts, and these are none.
 */
export function whyNotHandedIn(
  followUp: FollowUp,
  { kinds, files }: { readonly kinds: readonly string[]; readonly files: boolean },
  filing: Pick<Filing, 'state'>,
): WhyNotFollowedUp | undefined {
  const state = followUpStateOf(followUp, filing);
  if (state !== 'awaited') return state;
  if (files && filing.state === 'in-review') return 'files-while-in-review';
  if (kinds.some((kind) => !followUp.promised.includes(kind))) return 'not-promised';
  const awaited = awaitedOf(followUp);
  return kinds.every((kind) => awaited.includes(kind)) && new Set(kinds).size === kinds.length
    ? undefined
    : 'handed-in-already';
}

/** That nothing came is written down only once the days that were promised are over. */
export function whyNotClosed(
  followUp: FollowUp,
  filing: Pick<Filing, 'state'>,
  { dueOn }: DueDay,
  on: PlainDate,
): WhyNotFollowedUp | undefined {
  const state = followUpStateOf(followUp, filing);
  if (state !== 'awaited') return state;
  return on <= dueOn ? 'still-running' : undefined;
}
