import { workingCalendar } from '../../catalog/calendar.ts';
import type { Signer } from '../crypto/signer.ts';
import { DomainError } from '../domain/errors.ts';
import { dueBy, lengthened, redated } from '../domain/registration/due-day.ts';
import type { Extension, Filing, FilingEventType } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';
import type { EnterpriseStore } from '../store/enterprise-store.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import type { Undertaking } from './answer-once.ts';
import { answeringStep } from './answer-step.ts';
import { enterpriseOf } from './enterprise-of.ts';
import { requireNoPart, requireOfficer, requireSight, requireUnclaimedByOthers } from './filing-rights.ts';
import { byAllLinks, type LinkDeps } from './known-by-links.ts';
import { type Located, relocateFiling } from './locate-filing.ts';
import { asConflict, type InReview, requireOpen } from './open-filing.ts';
import { prepareStep, reviewOf } from './review-step.ts';

export interface ExtendDeps extends LinkDeps {
  readonly filings: FilingStore;
  readonly requests: RequestStore;
  readonly receiptSigner: Signer;
  readonly writeAll: WriteAll;
  readonly enterprises: Pick<EnterpriseStore, 'find'>;
  /** @default the calendar in force */
  readonly calendar?: WorkingCalendar;
}

export type ExtensionStep =
  | { readonly step: 'propose'; readonly reason: string }
  | { readonly step: 'approve' | 'decline' };

export interface ExtensionRequest {
  readonly filing: string;
  readonly expectedVersion?: number | undefined;
  readonly extension: ExtensionStep;
}

/** What becomes of the filing: its due day and whatever stands of an extension. */
interface Stepped {
  readonly type: FilingEventType;
  readonly due?: Pick<InReview, 'due' | 'clock'>;
  readonly extension?: Extension;
}

const refuse = (reason: string): never => {
  throw new DomainError('extension-not-allowed', { values: { reason } });
};

function propose(filing: InReview, reason: string, caller: Caller, moment: Moment): Stepped {
  if (filing.extension !== undefined)
    refuse(filing.extension.approvedAt === undefined ? 'already-proposed' : 'already-extended');
  if (moment.on > filing.due.dueOn) refuse('overdue');
  const extension = { reason, proposedBy: caller.id, proposedAt: moment.at };
  return { type: 'ExtensionProposed', extension };
}

function settle(
  filing: InReview,
  approved: boolean,
  { standard }: Located,
  caller: Caller,
  moment: Moment,
  calendar: WorkingCalendar,
): Stepped {
  const { extension, due } = filing;
  if (extension === undefined || extension.approvedAt !== undefined) return refuse('nothing-proposed');
  if (extension.proposedBy === caller.id) throw new DomainError('concerns-officer');
  if (!approved) return { type: 'ExtensionDeclined' };
  if (moment.on > due.dueOn) refuse('overdue');
  const clock = lengthened(filing, standard.limits.extensionWorkingDays);
  return {
    type: 'ExtensionApproved',
    due: { due: dueBy(calendar, clock), clock },
    extension: { ...extension, approvedBy: caller.id, approvedAt: moment.at },
  };
}

/**
 * Extends a complex filing once, by the working days of its standard: proposed by a registrar, approved by the
 * head of the authority while the first period runs (市场主体登记管理条例 第十九条, 实施细则 第十八条). Neither has a part
 * in the filing or its enterprise, and what an officer has claimed no other proposes to extend.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `claimed-by-other`, `filing-not-open`,
 *   `version-conflict`, `extension-not-allowed`, `signing-unavailable`.
 */
export function createExtendFiling(deps: ExtendDeps) {
  const { calendar = workingCalendar } = deps;
  const run = async (
    { filing: id, expectedVersion, extension: step }: ExtensionRequest,
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
    requireOfficer(officer, step.step === 'propose' ? 'registrar' : 'head', seen);
    const open = redated(requireOpen(seen, expectedVersion), calendar);
    const located = await relocateFiling(open);
    requireNoPart(officer, await enterpriseOf(located, deps.enterprises));
    if (step.step === 'propose') requireUnclaimedByOthers(caller, open);
    const { type, due, extension } =
      step.step === 'propose'
        ? propose(open, step.reason, caller, moment)
        : settle(open, step.step === 'approve', located, caller, moment, calendar);
    const { extension: _before, ...review } = reviewOf(open);
    const state = { ...review, ...due, ...(extension && { extension }) };
    const stepped = { type, by: caller.id, state };
    const { filing, writes } = await prepareStep(open, located, stepped, moment, deps);
    try {
      await save(filing, writes);
    } catch (error) {
      throw asConflict(error, seen);
    }
    return filing;
  };

  return answeringStep(deps, run);
}
