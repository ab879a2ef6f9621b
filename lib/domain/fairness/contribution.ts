import type { Filing } from '../registration/filing.ts';
import type { FilingStep, RulingStep } from '../registration/filing-step.ts';
import type { WorkingCalendar } from '../time/working-days.ts';
import { type WorkingHours, workingMinutesBetween } from '../time/working-hours.ts';
import { bucketOf } from './duration-buckets.ts';
import type { Tally } from './tally.ts';

/** What kind of window a filing came in by, seen from the authority that decides it. */
export const windowKinds = ['online', 'deciding-authority', 'same-side', 'other-side'] as const;
export type WindowKind = (typeof windowKinds)[number];

/** What is compared: filings of one item and one month, by where they were handed in and where they are decided. */
export interface FairnessCell {
  /** `YYYY-MM` of the day of submission, which no later step changes. */
  readonly month: string;
  readonly item: string;
  /** The side of the window; `online` for a filing that came by none. */
  readonly accepting: string;
  readonly deciding: string;
  readonly window: WindowKind;
}

/** What one filing adds to the counts of its cell. */
export interface Contribution {
  readonly cell: FairnessCell;
  readonly tally: Tally;
}

/** The sides as the catalog has them, and by what time is measured. */
export interface Measuring {
  readonly sideOf: (authority: string) => string;
  readonly calendar: WorkingCalendar;
  readonly hours: WorkingHours;
}

/** What became of a filing; each filing is counted under exactly one. */
export const courses = [
  'open',
  'registeredAtOnce',
  'registeredByOfficer',
  'returnedAtOnce',
  'returnedByOfficer',
  'refused',
  'withdrawn',
] as const;
export type Course = (typeof courses)[number];

export const TOOK = 'took#';
export const GROUND = 'ground#';
export const DEPARTURE = 'departure#';

const byStandard = ({ ruling }: FilingStep): boolean => ruling?.by === 'standard';

const courseOfState: Readonly<Record<Filing['state'], (step: FilingStep) => Course>> = {
  'in-review': () => 'open',
  registered: (step) => (byStandard(step) ? 'registeredAtOnce' : 'registeredByOfficer'),
  returned: (step) => (byStandard(step) ? 'returnedAtOnce' : 'returnedByOfficer'),
  refused: () => 'refused',
  withdrawn: () => 'withdrawn',
};

function cellOf(
  { submittedOn, item, acceptedBy, decidedBy }: FilingStep,
  { sideOf }: Measuring,
): FairnessCell {
  const deciding = sideOf(decidedBy);
  const common = { month: submittedOn.slice(0, 7), item, deciding };
  if (acceptedBy.channel === 'online') return { ...common, accepting: 'online', window: 'online' };
  const accepting = sideOf(acceptedBy.authority);
  if (acceptedBy.authority === decidedBy) return { ...common, accepting, window: 'deciding-authority' };
  return { ...common, accepting, window: accepting === deciding ? 'same-side' : 'other-side' };
}

/** Only what an officer decided took time: what the standard decides is decided as it comes in. */
function timeTaken(step: FilingStep, ruling: RulingStep, { calendar, hours }: Measuring): Tally {
  if (byStandard(step)) return {};
  const submitted = { at: step.submittedAt, on: step.submittedOn };
  const minutes = workingMinutesBetween(calendar, hours, submitted, { at: ruling.at, on: ruling.on });
  return { [`${TOOK}${bucketOf(minutes)}`]: 1 };
}

/** A first filing that is decided counts as right where it was registered; one that mends another is no first. */
function firsts({ state, corrects }: FilingStep): Tally {
  if (corrects !== undefined) return {};
  return state === 'registered' ? { firstRight: 1 } : { firstNotRight: 1 };
}

function decided(step: FilingStep, ruling: RulingStep, measuring: Measuring): Tally {
  const { grounds = [], departure, late } = ruling;
  return {
    ...firsts(step),
    ...timeTaken(step, ruling, measuring),
    ...Object.fromEntries([...new Set(grounds)].map((rule) => [`${GROUND}${rule}`, 1])),
    ...(departure !== undefined && { [`${DEPARTURE}${departure}`]: 1 }),
    ...(late && { late: 1 }),
  };
}

/**
 * What a filing contributes after a step. The step tells all of it, so that of two steps the later alone counts, in whatever
 * order they come.
 */
export function contributionOf(step: FilingStep, measuring: Measuring): Contribution {
  const { ruling } = step;
  return {
    cell: cellOf(step, measuring),
    tally: {
      filed: 1,
      [courseOfState[step.state](step)]: 1,
      ...(step.extended && { extended: 1 }),
      ...(ruling && decided(step, ruling, measuring)),
    },
  };
}
