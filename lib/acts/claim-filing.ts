import { workingCalendar } from '../../catalog/calendar.ts';
import { redated } from '../domain/registration/due-day.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { OfficerStore } from '../store/officer-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import type { Undertaking } from './answer-once.ts';
import { answeringStep } from './answer-step.ts';
import { enterpriseOf } from './enterprise-of.ts';
import { requireNoPart, requireOfficer, requireSight, requireUnclaimedByOthers } from './filing-rights.ts';
import { byAllLinks, type LinkDeps } from './known-by-links.ts';
import { relocateFiling } from './locate-filing.ts';
import { requireOpen } from './open-filing.ts';
import { outrunOthers } from './outrun-races.ts';
import { prepareStep, reviewOf, type StepDeps } from './review-step.ts';

export interface AssignDeps extends StepDeps, LinkDeps {
  readonly filings: StepDeps['filings'] & { find(id: string): Promise<Filing | undefined> };
  readonly requests: RequestStore;
  readonly officers: OfficerStore;
  readonly enterprises: Pick<EnterpriseStore, 'find'>;
  readonly writeAll: WriteAll;
  /** @default the calendar in force */
  readonly calendar?: WorkingCalendar;
}

export interface ClaimRequest {
  readonly filing: string;
  readonly expectedVersion?: number | undefined;
}

/**
 * Claims a filing in review (领办): from then on no other officer decides it. Claimed again by the same officer it stays
 * as it is.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `filing-not-open`, `claimed-by-other`,
 *   `version-conflict`, `signing-unavailable`, `too-busy`.
 */
export function createClaimFiling(deps: AssignDeps) {
  const { calendar = workingCalendar } = deps;

  const run = async (
    { filing: id, expectedVersion }: ClaimRequest,
    caller: Caller,
    moment: Moment,
    { unanswered, save }: Undertaking<Filing>,
  ): Promise<Filing> => {
    const [found, officer] = await Promise.all([
      deps.filings.find(id),
      byAllLinks(caller, deps.standings),
      unanswered(),
    ]);
    const seen = requireSight(caller, found);
    requireOfficer(officer, 'registrar', seen);
    const open = redated(requireOpen(seen, expectedVersion), calendar);
    requireUnclaimedByOthers(caller, open);
    const located = await relocateFiling(open);
    requireNoPart(officer, await enterpriseOf(located, deps.enterprises));
    if (open.assignee !== undefined) return open;
    const assignee = { officer: caller.id, since: moment.at };
    const step = { type: 'FilingClaimed', by: caller.id, state: { ...reviewOf(open), assignee } } as const;
    const { filing, writes } = await prepareStep(open, located, step, moment, deps);
    await save(filing, [...writes, deps.officers.seen(seen.decidedBy, caller, moment.on)]);
    return filing;
  };

  return answeringStep(deps, run, outrunOthers);
}
