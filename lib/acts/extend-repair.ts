import { workingCalendar } from '../../catalog/calendar.ts';
import { repairTerms } from '../../catalog/records/procedures.ts';
import { type Repair, type RepairExtension, whyNotExtended } from '../domain/credit/repair.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays } from '../domain/time/working-days.ts';

export type RepairExtensionAction =
  | { readonly action: 'propose-extension'; readonly reason: string }
  | { readonly action: 'approve-extension' | 'decline-extension' };

const steps = {
  'propose-extension': 'propose',
  'approve-extension': 'approve',
  'decline-extension': 'decline',
} as const;

export const isExtension = (act: { readonly action: string }): act is RepairExtensionAction =>
  Object.hasOwn(steps, act.action);

/** The whole period from the acceptance anew, so that the extension is as long wherever its first day lies. */
function longer(repair: Repair, { on }: Moment): Repair['decideBy'] {
  const { decideWorkingDays, extendWorkingDays } = repairTerms();
  return addWorkingDays(workingCalendar, repair.acceptedOn ?? on, decideWorkingDays + extendWorkingDays);
}

/**
 * One step of an extension of the time to decide about a repair. That the caller is an officer or the head of the authority
 * has been seen to; whoever asked for the repair takes no part, and nobody approves what they proposed.
 *
 * @throws DomainError `extension-not-allowed`, `concerns-officer`.
 */
export function extendRepair(
  repair: Repair,
  act: RepairExtensionAction,
  caller: Caller,
  moment: Moment,
): Repair {
  const reason = whyNotExtended(repair, steps[act.action], moment.on);
  if (reason !== undefined) throw new DomainError('extension-not-allowed', { values: { reason } });
  const { extension: proposed, ...rest } = repair;
  const version = repair.version + 1;
  if (act.action === 'propose-extension') {
    const extension = { reason: act.reason, proposedOn: moment.on, proposedBy: caller.id };
    return { ...rest, extension, version };
  }
  if (proposed?.proposedBy === caller.id) throw new DomainError('concerns-officer');
  if (act.action === 'decline-extension') return { ...rest, version };
  const extension = { ...proposed, approvedOn: moment.on, approvedBy: caller.id } as RepairExtension;
  return { ...rest, extension, decideBy: longer(repair, moment), version };
}
