import { getAuthority } from '../../catalog/authorities.ts';
import { workingCalendar } from '../../catalog/calendar.ts';
import { workingHours } from '../../catalog/working-hours.ts';
import { DomainError } from '../domain/errors.ts';
import { contributionOf, type FairnessCell, type Measuring } from '../domain/fairness/contribution.ts';
import { isSameTally, moved, type Tally } from '../domain/fairness/tally.ts';
import type { FilingStep } from '../domain/registration/filing-step.ts';
import type { FairnessStore } from '../store/fairness-store.ts';
import { filingStepFrom } from '../store/filing-step-item.ts';
import { ConditionsFailed, type Write, type WriteAll } from '../store/transaction.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import type { Projection } from './fan-out.ts';

export interface CountingDeps {
  readonly fairness: FairnessStore;
  readonly writeAll: WriteAll;
}

/** Sides and time as the catalog has them, for both alike. */
export const measuring = (): Measuring => ({
  sideOf: (authority) => getAuthority(authority).jurisdiction,
  calendar: workingCalendar,
  hours: workingHours(),
});

const NOTHING: Tally = {};

const isSameCell = (a: FairnessCell, b: FairnessCell): boolean =>
  a.month === b.month &&
  a.item === b.item &&
  a.accepting === b.accepting &&
  a.deciding === b.deciding &&
  a.window === b.window;

/**
 * Puts what a filing contributes now in the place of what it contributed before, in one transaction with the version that
 * it is of. So a step that comes again, or after a later one, changes nothing.
 */
async function contribute(step: FilingStep, { fairness, writeAll }: CountingDeps): Promise<void> {
  const { filing, version } = step;
  const { cell, tally } = contributionOf(step, measuring());
  const [before, into] = await Promise.all([fairness.findContribution(filing), fairness.getCell(cell)]);
  if (before !== undefined && before.version >= version) return;
  const stays = before !== undefined && isSameCell(before.cell, cell);
  const next = moved(into.tally, stays ? before.tally : NOTHING, tally);
  const left = before === undefined || stays ? undefined : await fairness.getCell(before.cell);
  const writes: readonly Write[] = [
    fairness.contribute(filing, { cell, tally, version }, before?.version ?? 0),
    ...(isSameTally(into.tally, next) ? [] : [fairness.replaceCell(into, next)]),
    ...(left && before ? [fairness.replaceCell(left, moved(left.tally, before.tally, NOTHING))] : []),
  ];
  await writeAll(writes);
}

/** Counts how filings of both sides fare. What others count into the same cell meanwhile is read anew. */
export const createCountFairness = (deps: CountingDeps): Projection => ({
  name: 'fairness',
  project: async (image) => {
    const step = filingStepFrom(image);
    if (step === undefined) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await backOff(attempt);
      try {
        return await contribute(step, deps);
      } catch (error) {
        if (!(error instanceof ConditionsFailed)) throw error;
      }
    }
    throw new DomainError('too-busy');
  },
});
