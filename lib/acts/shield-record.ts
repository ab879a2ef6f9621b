import { getRecordClass } from '../../catalog/records/record-classes.ts';
import type { StepDocument } from '../domain/credit/record-event.ts';
import { suspendedUntil } from '../domain/credit/record-state.ts';
import { DomainError } from '../domain/errors.ts';
import { subjectKindOf } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { nextVersion, type RecordFile, type RecordStep } from './change-record.ts';
import { recordAct } from './record-act.ts';
import { requirePublisher } from './record-rights.ts';

export type ShieldAction =
  | {
      readonly action: 'shield';
      readonly from: PlainDate;
      /** Exclusive; without it, until it is lifted. */
      readonly until?: PlainDate;
      /** The ruling of the court. */
      readonly document: StepDocument;
    }
  | { readonly action: 'lift'; readonly reason: string };

const notAllowed = (reason: string): never => {
  throw new DomainError('record-step-not-allowed', { values: { reason } });
};

const wrongDay = (path: string, code: string): never => {
  throw new DomainError('invalid-request', { defects: [{ path, code }] });
};

/** A shield begins with the ruling or later, and no later than today: a half counts only what has begun. */
function requireDays(
  { from, until, document }: Extract<ShieldAction, { action: 'shield' }>,
  on: PlainDate,
): void {
  if (document.decidedOn > on) wrongDay('/document/decidedOn', 'after-today');
  if (from > on) wrongDay('/from', 'after-today');
  if (from < document.decidedOn) wrongDay('/from', 'before-decision');
  if (until !== undefined && until <= on) wrongDay('/until', 'not-after-today');
}

function step(file: RecordFile, act: ShieldAction, recordedBy: string, moment: Moment): RecordStep {
  const { last, withdrawn } = file.state;
  if (withdrawn !== undefined) return notAllowed(withdrawn.kind);
  const by = { recordedBy, moment };
  const isShielded = suspendedUntil(file.state, moment.on) !== undefined;
  if (act.action === 'lift') {
    if (!isShielded) return notAllowed('not-shielded');
    return { version: nextVersion(file, { kind: 'unshielded', on: moment.on, reason: act.reason }, by) };
  }
  const concerned =
    getRecordClass(last.class).bears === 'against' && subjectKindOf(last.subject) === 'organisation';
  if (!concerned) return notAllowed('not-of-a-debtor-enterprise');
  if (isShielded) return notAllowed('shielded');
  requireDays(act, moment.on);
  const { from, until = 'open', document } = act;
  return { version: nextVersion(file, { kind: 'shielded', from, until, document }, by) };
}

/**
 * Shields a record while its enterprise is reorganised in bankruptcy (破产重整期间临时屏蔽), by a court's ruling: it counts
 * for nothing until the day, judged when read, or until the shield is lifted.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `invalid-request`, `record-step-not-allowed`.
 */
export const createShieldRecord = recordAct<{ readonly act: ShieldAction }>((caller, file, { act }, moment) =>
  step(file, act, requirePublisher(caller, file).id, moment),
);

export type ShieldRecord = ReturnType<typeof createShieldRecord>;
