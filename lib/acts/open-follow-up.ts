import { toleratedIn } from '../../catalog/tolerated.ts';
import { dueBy } from '../domain/registration/due-day.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { FollowUp } from '../domain/registration/follow-up.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';

/** What a filing that is taken in promises to hand in later; counted from its acceptance. `undefined` where nothing. */
export function openFollowUp(filing: Filing, calendar: WorkingCalendar): FollowUp | undefined {
  if (filing.state !== 'registered' && filing.state !== 'in-review') return undefined;
  const tolerated = toleratedIn(filing.findings);
  if (tolerated === undefined) return undefined;
  const { promised, workingDays } = tolerated;
  const clock = { from: filing.submittedOn, workingDays };
  const { id, item, decidedBy: authority, submittedBy } = filing;
  return {
    filing: id,
    item,
    authority,
    submittedBy,
    promised,
    clock,
    due: dueBy(calendar, clock),
    handedIn: [],
    changedAt: filing.submittedAt,
    version: 1,
  };
}
