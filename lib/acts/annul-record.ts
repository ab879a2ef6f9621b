import { workingCalendar } from '../../catalog/calendar.ts';
import { annulmentTerms } from '../../catalog/records/procedures.ts';
import { type Dispute, isOpen } from '../domain/credit/dispute.ts';
import type { AnnulmentGround, StepDocument } from '../domain/credit/record-event.ts';
import { isPending, type Repair } from '../domain/credit/repair.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays } from '../domain/time/working-days.ts';
import { nextVersion, type RecordFile, type RecordStep } from './change-record.ts';
import { recordAct } from './record-act.ts';
import { requirePublisher } from './record-rights.ts';

export interface Annulment {
  readonly ground: AnnulmentGround;
  readonly reason: string;
  readonly document: StepDocument;
}

/** Whoever hands a step in: as which authority and who of it. */
export interface HandedInBy {
  readonly authority: string;
  readonly caller: string;
  readonly moment: Moment;
}

/** @throws DomainError `invalid-request` for a document of a day to come, or of before the record's own. */
export function requireDaysOf(
  document: StepDocument,
  { state: { last } }: RecordFile,
  { on }: Moment,
  path = '/document/decidedOn',
): void {
  if (document.decidedOn > on)
    throw new DomainError('invalid-request', { defects: [{ path, code: 'after-today' }] });
  if (document.decidedOn < last.decidedOn)
    throw new DomainError('invalid-request', { defects: [{ path, code: 'before-record' }] });
}

/** With the record everything that was asked about it is settled. */
const settled = (
  file: RecordFile,
  { reason }: Annulment,
  { authority, caller, moment }: HandedInBy,
  version: number,
): { readonly disputes: readonly Dispute[]; readonly repairs: readonly Repair[] } => {
  const { id } = file.state.last;
  const answer = {
    outcome: 'upheld',
    reason,
    on: moment.on,
    at: moment.at,
    by: caller,
    authority,
    version,
  } as const;
  return {
    disputes: file.disputes
      .filter((dispute) => dispute.record === id && isOpen(dispute))
      .map((dispute) => ({ ...dispute, answer, version: dispute.version + 1 })),
    repairs: file.repairs
      .filter((repair) => repair.record === id && isPending(repair))
      .map((repair) => ({ ...repair, state: 'moot', version: repair.version + 1 })),
  };
};

/**
 * The step that annuls a record; `undefined` where it stands annulled already by the same document.
 *
 * @throws DomainError `invalid-request`, `record-step-not-allowed` where another document annulled it.
 */
export function annulling(file: RecordFile, annulment: Annulment, by: HandedInBy): RecordStep | undefined {
  const { ground, reason, document } = annulment;
  const { withdrawn } = file.state;
  const annulled = file.versions.find(({ happened }) => happened.kind === 'annulled')?.happened;
  if (annulled?.kind === 'annulled' && annulled.document.number === document.number) return undefined;
  if (withdrawn?.kind === 'annulled')
    throw new DomainError('record-step-not-allowed', { values: { reason: 'annulled' } });
  requireDaysOf(document, file, by.moment);
  const { workingDays } = annulmentTerms();
  const outOfPublicationBy = addWorkingDays(workingCalendar, document.decidedOn, workingDays);
  const version = nextVersion(
    file,
    { kind: 'annulled', on: document.decidedOn, ground, reason, document, outOfPublicationBy },
    { recordedBy: by.authority, moment: by.moment },
  );
  return { version, ...settled(file, annulment, by, version.version) };
}

/**
 * Annuls a record (撤销): at once and for every purpose but audit, litigation and the own file; its copies have to be out
 * of publication within three working days (行政处罚法 第四十八条、第八十五条).
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `record-step-not-allowed`, `invalid-request`.
 */
export const createAnnulRecord = recordAct<{ readonly annulment: Annulment }>(
  (caller, file, { annulment }, moment) => {
    const { id: authority } = requirePublisher(caller, file);
    return annulling(file, annulment, { authority, caller: caller.id, moment });
  },
);

export type AnnulRecord = ReturnType<typeof createAnnulRecord>;
