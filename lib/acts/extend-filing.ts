import { workingCalendar } from '../../catalog/calendar.ts';
import type { Signer } from '../crypto/signer.ts';
import { DomainError } from '../domain/errors.ts';
import type { Extension, Filing, FilingEventType } from '../domain/registration/filing.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays, type DueDay } from '../domain/time/working-days.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce, type Undertaking } from './answer-once.ts';
import { asConflict, requireOpen, withState } from './decide-filing.ts';
import { requireOfficer, requireSight } from './filing-rights.ts';
import { recordEvent } from './issue-receipt.ts';
import { factsOf, type Located, relocateFiling } from './locate-filing.ts';

export interface ExtendDeps {
  readonly filings: FilingStore;
  readonly requests: RequestStore;
  readonly receiptSigner: Signer;
  readonly writeAll: WriteAll;
}

export type ExtensionStep =
  | { readonly step: 'propose'; readonly reason: string }
  | { readonly step: 'approve' | 'decline' };

export interface ExtensionRequest {
  readonly filing: string;
  readonly expectedVersion?: number | undefined;
  readonly extension: ExtensionStep;
}

type InReview = Filing & { readonly state: 'in-review' };

interface Stepped {
  readonly type: FilingEventType;
  readonly due: DueDay;
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
  return { type: 'ExtensionProposed', due: filing.due, extension };
}

function settle(
  filing: InReview,
  approved: boolean,
  { standard }: Located,
  caller: Caller,
  moment: Moment,
): Stepped {
  const { extension, due } = filing;
  if (extension === undefined || extension.approvedAt !== undefined) return refuse('nothing-proposed');
  if (extension.proposedBy === caller.id) throw new DomainError('concerns-officer');
  if (!approved) return { type: 'ExtensionDeclined', due };
  if (moment.on > due.dueOn) refuse('overdue');
  const extended = addWorkingDays(workingCalendar, due.dueOn, standard.limits.extensionWorkingDays);
  return {
    type: 'ExtensionApproved',
    due: { dueOn: extended.dueOn, provisional: due.provisional || extended.provisional },
    extension: { ...extension, approvedBy: caller.id, approvedAt: moment.at },
  };
}

/**
 * Extends a complex filing once, by the working days of its standard: proposed by a registrar, approved by the
 * head of the authority while the first period runs (市场主体登记管理条例 第十九条, 实施细则 第十八条).
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `filing-not-open`, `version-conflict`,
 *   `extension-not-allowed`.
 */
export function createExtendFiling(deps: ExtendDeps) {
  const run = async (
    { filing: id, expectedVersion, extension: step }: ExtensionRequest,
    caller: Caller,
    moment: Moment,
    { unanswered, save }: Undertaking<Filing>,
  ): Promise<Filing> => {
    const [found] = await Promise.all([deps.filings.find(id), unanswered()]);
    const seen = requireSight(caller, found);
    requireOfficer(caller, step.step === 'propose' ? 'registrar' : 'head', seen);
    const open = requireOpen(seen, expectedVersion);
    const located = await relocateFiling(open);
    const { type, due, extension } =
      step.step === 'propose'
        ? propose(open, step.reason, caller, moment)
        : settle(open, step.step === 'approve', located, caller, moment);
    const { evidence, findings, admissible } = open;
    const filing = withState(open, { state: 'in-review', due, evidence, ...(extension && { extension }) });
    const examined = { facts: factsOf(located, open), evidence, decision: { findings, admissible } };
    const proceeding = { type, by: caller.id, terms: located.terms, examined, before: open };
    const event = await recordEvent(filing, proceeding, moment, deps.receiptSigner);
    try {
      await save(filing, [deps.filings.replace(filing), deps.filings.append(filing, event)]);
    } catch (error) {
      throw asConflict(error, seen);
    }
    return filing;
  };

  return (
    caller: Caller,
    request: ExtensionRequest,
    asked: Asked<Filing>,
    moment: Moment,
  ): Promise<Answered> =>
    answerOnce(deps.requests, deps.writeAll, asked, (undertaking) =>
      run(request, caller, moment, undertaking),
    );
}
