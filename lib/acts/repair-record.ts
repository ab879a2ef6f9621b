import { workingCalendar } from '../../catalog/calendar.ts';
import { repairTerms } from '../../catalog/records/procedures.ts';
import { getRecordClass } from '../../catalog/records/record-classes.ts';
import { repairTermsFor } from '../../catalog/records/repair-rules.ts';
import type { Proof } from '../domain/credit/dispute.ts';
import type { RevocationGround } from '../domain/credit/record-event.ts';
import {
  isPending,
  type Repair,
  type RepairCondition,
  repairConditions,
  whyNotRepairable,
} from '../domain/credit/repair.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addMonths } from '../domain/time/plain-date.ts';
import { addWorkingDays } from '../domain/time/working-days.ts';
import { nextVersion, type RecordFile, type RecordStep } from './change-record.ts';
import { extendRepair, isExtension, type RepairExtensionAction } from './extend-repair.ts';
import { recordAct } from './record-act.ts';
import { requireDetermining, requireHead, requireRaiser } from './record-rights.ts';

export type RepairAction =
  | { readonly action: 'ask'; readonly commitment: Proof; readonly proofs: readonly Proof[] }
  | { readonly action: 'accept' }
  | { readonly action: 'grant'; readonly reason: string; readonly met: readonly RepairCondition[] }
  | { readonly action: 'refuse'; readonly reason: string; readonly unmet: readonly RepairCondition[] }
  | { readonly action: 'revoke'; readonly ground: RevocationGround; readonly reason: string }
  | RepairExtensionAction;

type Of<Action> = Extract<RepairAction, { readonly action: Action }>;

const notAllowed = (reason: string): never => {
  throw new DomainError('record-step-not-allowed', { values: { reason } });
};

function requireRepairable({ state, repairs }: RecordFile, { on }: Moment): void {
  const { last } = state;
  const why = whyNotRepairable(
    getRecordClass(last.class),
    repairTermsFor(last),
    state,
    repairs,
    on,
    repairTerms(),
  );
  if (why === undefined) return;
  const { reason, from } = why;
  throw new DomainError('repair-not-allowed', { values: { reason, ...(from && { from }) } });
}

/** Asked by the subject, or by an authority that takes it in for the subject; before its time it is not taken in. */
function ask(
  caller: Caller,
  file: RecordFile,
  { commitment, proofs }: Of<'ask'>,
  moment: Moment,
): RecordStep {
  const { raiser } = requireRaiser(caller, file);
  requireRepairable(file, moment);
  const { last } = file.state;
  const number = file.repairs.filter(({ record }) => record === last.id).length + 1;
  const { acceptWorkingDays, decideWorkingDays } = repairTerms();
  const acceptBy = addWorkingDays(workingCalendar, moment.on, acceptWorkingDays);
  const decided = addWorkingDays(workingCalendar, acceptBy.dueOn, decideWorkingDays);
  const repair: Repair = {
    id: `${last.id}.${number}`,
    record: last.id,
    number,
    subject: file.subject,
    askedBy: raiser,
    askedOn: moment.on,
    askedAt: moment.at,
    commitment,
    proofs,
    state: 'asked',
    acceptBy,
    decideBy: { ...decided, provisional: acceptBy.provisional || decided.provisional },
    version: 1,
  };
  return { repairs: [repair] };
}

interface Deciding {
  readonly file: RecordFile;
  readonly repair: Repair;
  readonly authority: string;
  readonly caller: Caller;
  readonly moment: Moment;
}

const next = (repair: Repair, change: Partial<Repair>): Repair => ({
  ...repair,
  ...change,
  version: repair.version + 1,
});

function accept({ repair, moment }: Deciding): RecordStep {
  if (repair.state !== 'asked') return notAllowed('accepted');
  const decideBy = addWorkingDays(workingCalendar, moment.on, repairTerms().decideWorkingDays);
  return { repairs: [next(repair, { state: 'accepted', acceptedOn: moment.on, decideBy })] };
}

/** One write: with the next version the record leaves publication, sharing, use and measures, on both sides. */
function grant(
  { file, repair, authority, caller, moment }: Deciding,
  { reason, met }: Of<'grant'>,
): RecordStep {
  const unmet = repairConditions.filter((condition) => !met.includes(condition));
  if (unmet.length > 0)
    throw new DomainError('repair-not-allowed', { values: { reason: 'conditions-not-met', unmet } });
  if (file.state.withdrawn !== undefined) return notAllowed(file.state.withdrawn.kind);
  const { on, at } = moment;
  const decision = { outcome: 'granted', reason, unmet: [], on, at, by: caller.id, authority } as const;
  return {
    version: nextVersion(
      file,
      { kind: 'repaired', on, repair: repair.id },
      { recordedBy: authority, moment },
    ),
    repairs: [next(repair, { state: 'granted', decision })],
  };
}

function refuse(
  { repair, authority, caller, moment }: Deciding,
  { reason, unmet }: Of<'refuse'>,
): RecordStep {
  const { on, at } = moment;
  const decision = { outcome: 'refused', reason, unmet, on, at, by: caller.id, authority } as const;
  return { repairs: [next(repair, { state: 'refused', decision })] };
}

/** What was repaired by false materials, or against a promise, stands again, and nothing is repaired for years. */
function revoke(
  file: RecordFile,
  caller: Caller,
  authority: string,
  { ground, reason }: Of<'revoke'>,
  moment: Moment,
): RecordStep {
  const { last, withdrawn } = file.state;
  const granted = file.repairs.find(({ record, state }) => record === last.id && state === 'granted');
  if (withdrawn?.kind !== 'repaired' || granted === undefined) return notAllowed('nothing-repaired');
  const { on } = moment;
  const barredUntil = addMonths(on, repairTerms().barMonths);
  const event = { kind: 'repair-revoked', on, repair: granted.id, ground, reason } as const;
  const revocation = { on, ground, reason, by: caller.id };
  return {
    version: nextVersion(file, event, { recordedBy: authority, moment }),
    repairs: [next(granted, { state: 'revoked', revocation, barredUntil })],
  };
}

/** Never by the officer who asked, nor by one whom it is about (谁认定、谁修复). */
function decide(
  caller: Caller,
  file: RecordFile,
  act: Exclude<RepairAction, { action: 'ask' }>,
  moment: Moment,
): RecordStep {
  const isForHead = act.action === 'approve-extension' || act.action === 'decline-extension';
  const { id: authority } = isForHead ? requireHead(caller, file) : requireDetermining(caller, file);
  if (act.action === 'revoke') return revoke(file, caller, authority, act, moment);
  const repair = file.repairs.find((one) => one.record === file.state.last.id && isPending(one));
  if (repair === undefined) return notAllowed('nothing-asked');
  if (repair.askedBy.caller === caller.id) throw new DomainError('concerns-officer');
  if (isExtension(act)) return { repairs: [extendRepair(repair, act, caller, moment)] };
  const deciding = { file, repair, authority, caller, moment };
  switch (act.action) {
    case 'accept':
      return accept(deciding);
    case 'grant':
      return grant(deciding, act);
    case 'refuse':
      return refuse(deciding, act);
  }
}

/**
 * Repairs a record (信用修复, Order 36): asked for with a commitment and proofs, decided by a named officer of the
 * authority that determined the record and never by the one who asked, once extended with the approval of its head, and taken
 * back for false materials or a broken commitment.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `repair-not-allowed`, `record-step-not-allowed`,
 *   `extension-not-allowed`.
 */
export const createRepairRecord = recordAct<{ readonly act: RepairAction }>(
  (caller, file, { act }, moment) =>
    act.action === 'ask' ? ask(caller, file, act, moment) : decide(caller, file, act, moment),
);

export type RepairRecord = ReturnType<typeof createRepairRecord>;
