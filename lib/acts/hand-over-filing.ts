import { workingCalendar } from '../../catalog/calendar.ts';
import { DomainError } from '../domain/errors.ts';
import { redated } from '../domain/registration/due-day.ts';
import type { Assignee, Filing } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { Undertaking } from './answer-once.ts';
import { answeringStep } from './answer-step.ts';
import type { AssignDeps } from './claim-filing.ts';
import { enterpriseOf } from './enterprise-of.ts';
import {
  type Officer,
  requireActing,
  requireNoPart,
  requireSight,
  requireUnclaimedByOthers,
  requireUninvolved,
} from './filing-rights.ts';
import { byAllLinks } from './known-by-links.ts';
import { type Located, relocateFiling } from './locate-filing.ts';
import { type InReview, requireOpen } from './open-filing.ts';
import { outrunOthers } from './outrun-races.ts';
import { prepareStep, reviewOf } from './review-step.ts';

/** To a colleague by their id, or back to the queue, where anybody claims it. */
export type HandedTo = { readonly to: 'officer'; readonly officer: string } | { readonly to: 'queue' };

export interface HandoverRequest {
  readonly filing: string;
  readonly expectedVersion?: number | undefined;
  readonly handover: HandedTo;
}

const refuse = (reason: string): never => {
  throw new DomainError('handover-not-allowed', { values: { reason } });
};

/** Officers hand over what they have claimed themselves, the head of the authority whatever is in review. */
function requireMayHandOver(caller: Caller, filing: InReview): void {
  if (caller.roles.includes('head') && caller.authority === filing.decidedBy) return;
  requireActing(caller, 'registrar', filing);
  requireUnclaimedByOthers(caller, filing);
}

/**
 * Hands a filing in review over (移交). Nobody who would have to recuse themselves is handed it, as far as their tokens
 * have told who they are; nor does anybody choose who decides what concerns themselves: they give it back to the queue.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `filing-not-open`, `claimed-by-other`,
 *   `handover-not-allowed`, `version-conflict`, `signing-unavailable`, `too-busy`.
 */
export function createHandOverFiling(deps: AssignDeps) {
  const { calendar = workingCalendar } = deps;

  const requireImpartial = async (named: Officer, open: InReview, located: Located): Promise<void> => {
    const officer = await byAllLinks(named, deps.standings);
    requireUninvolved(officer, open);
    requireNoPart(officer, await enterpriseOf(located, deps.enterprises));
  };

  const assigneeOf = async (
    handover: HandedTo,
    { caller, open, located }: { caller: Caller; open: InReview; located: Located },
    moment: Moment,
  ): Promise<Assignee | undefined> => {
    if (handover.to === 'queue') return undefined;
    if (open.assignee === undefined && !caller.roles.includes('head')) return refuse('not-claimed');
    const target = await deps.officers.find(open.decidedBy, handover.officer);
    if (target === undefined) return refuse('unknown-officer');
    await requireImpartial(caller, open, located);
    await requireImpartial(target, open, located);
    return { officer: target.id, since: moment.at };
  };

  const run = async (
    { filing: id, expectedVersion, handover }: HandoverRequest,
    caller: Caller,
    moment: Moment,
    { unanswered, save }: Undertaking<Filing>,
  ): Promise<Filing> => {
    const [found] = await Promise.all([deps.filings.find(id), unanswered()]);
    const seen = requireSight(caller, found);
    requireActing(caller, caller.roles.includes('head') ? 'head' : 'registrar', seen);
    const open = redated(requireOpen(seen, expectedVersion), calendar);
    requireMayHandOver(caller, open);
    const located = await relocateFiling(open);
    const assignee = await assigneeOf(handover, { caller, open, located }, moment);
    if (assignee?.officer === open.assignee?.officer) return open;
    const { assignee: _before, ...review } = reviewOf(open);
    const state = { ...review, ...(assignee && { assignee }) };
    const step = { type: 'FilingHandedOver', by: caller.id, state } as const;
    const { filing, writes } = await prepareStep(open, located, step, moment, deps);
    await save(filing, writes);
    return filing;
  };

  return answeringStep(deps, run, outrunOthers);
}
