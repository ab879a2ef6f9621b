import { workingCalendar } from '../../catalog/calendar.ts';
import { DomainError } from '../domain/errors.ts';
import type { Filing } from '../domain/registration/filing.ts';
import {
  type FollowingMaterial,
  type FollowUp,
  followUpDue,
  type WhyNotFollowedUp,
  whyNotClosed,
  whyNotHandedIn,
} from '../domain/registration/follow-up.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { FollowUpStore } from '../store/follow-up-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import type { Undertaking } from './answer-once.ts';
import { answeringStep } from './answer-step.ts';
import { isFiledBy, requireActing, requireOfficer, requireSight } from './filing-rights.ts';
import { createIntake, type IntakeDeps } from './intake.ts';
import { outrunRaces } from './outrun-races.ts';

export interface FollowUpDeps extends Omit<IntakeDeps, 'filings'> {
  readonly filings: FilingStore;
  readonly followUps: FollowUpStore;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
  /** @default the calendar in force */
  readonly calendar?: WorkingCalendar;
}

export type FollowUpAction =
  | {
      readonly action: 'hand-in';
      readonly materials: readonly Pick<FollowingMaterial, 'kind' | 'sha256'>[];
      /** Ids of uploads that are their files. */
      readonly uploads: readonly string[];
    }
  | { readonly action: 'close'; readonly reason: string };

export interface FollowUpRequest {
  readonly filing: string;
  /** The version of the follow-up the caller has read. */
  readonly expectedVersion?: number | undefined;
  readonly act: FollowUpAction;
}

/** A follow-up with the filing it belongs to, which may have come to nothing. */
export interface FollowUpFile {
  readonly followUp: FollowUp;
  readonly filing: Filing;
}

function refuseIf(reason: WhyNotFollowedUp | undefined): void {
  if (reason !== undefined) throw new DomainError('follow-up-not-allowed', { values: { reason } });
}

/** Whoever filed it or the window that took it, or, for papers that are brought there, the authority that decides. */
function requireHandingIn(caller: Caller, filing: Filing): void {
  if (!isFiledBy(caller, filing)) requireActing(caller, 'registrar', filing);
}

/** What a filing was taken in without (容缺补交), to those who see the filing. */
export const createReadFollowUp =
  ({ filings, followUps }: Pick<FollowUpDeps, 'filings' | 'followUps'>) =>
  /** @throws DomainError `not-found`, also for a filing with which nothing was promised. */
  async (caller: Caller, id: string): Promise<FollowUpFile> => {
    const [found, followUp] = await Promise.all([filings.find(id), followUps.find(id)]);
    const filing = requireSight(caller, found);
    if (followUp === undefined) throw new DomainError('not-found');
    return { followUp, filing };
  };

/**
 * Hands in what was missing and tolerated, or writes down that it did not come. It is taken as it is, by its kind, and changes
 * nothing of what was decided: whether a broken promise becomes a credit record is for a named officer to decide, and what a
 * law demands was never tolerated.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `follow-up-not-allowed`, `material-unusable`,
 *   `version-conflict`, `too-busy`.
 */
export function createFollowUpFiling(deps: FollowUpDeps) {
  const { followUps, calendar = workingCalendar } = deps;
  const read = createReadFollowUp(deps);
  const intake = createIntake(deps);

  const handIn = async (
    { followUp, filing }: FollowUpFile,
    { materials, uploads }: Extract<FollowUpAction, { action: 'hand-in' }>,
    caller: Caller,
    moment: Moment,
  ) => {
    requireHandingIn(caller, filing);
    refuseIf(
      whyNotHandedIn(
        followUp,
        { kinds: materials.map(({ kind }) => kind), files: uploads.length > 0 },
        filing,
      ),
    );
    const named = materials.map((material) => ({ ...material, title: material.kind }));
    const brings = { facts: { materials: named }, uploads };
    const brought = await intake.read(caller, brings, moment);
    await intake.hold(brought, brings);
    const files = new Map(
      (intake.filedUploads(brought).uploads ?? []).map((upload) => [upload.sha256, upload]),
    );
    const isLate = moment.on > followUpDue(followUp, calendar).dueOn;
    const came = materials.map((material): FollowingMaterial => {
      const upload = files.get(material.sha256);
      return {
        ...material,
        ...(upload !== undefined && { upload }),
        ...moment,
        by: caller.id,
        ...(isLate && { late: true as const }),
      };
    });
    return {
      next: { ...followUp, handedIn: [...followUp.handedIn, ...came] },
      beside: intake.writesFor(brought, filing),
    };
  };

  const close = ({ followUp, filing }: FollowUpFile, reason: string, caller: Caller, moment: Moment) => {
    requireOfficer(caller, 'registrar', filing);
    refuseIf(whyNotClosed(followUp, filing, followUpDue(followUp, calendar), moment.on));
    return { next: { ...followUp, closed: { ...moment, by: caller.id, reason } }, beside: [] };
  };

  const run = async (
    { filing: id, expectedVersion, act }: FollowUpRequest,
    caller: Caller,
    moment: Moment,
    { unanswered, save }: Undertaking<FollowUpFile>,
  ): Promise<FollowUpFile> => {
    const [file] = await Promise.all([read(caller, id), unanswered()]);
    const { filing, followUp } = file;
    const { next, beside } =
      act.action === 'close'
        ? close(file, act.reason, caller, moment)
        : await handIn(file, act, caller, moment);
    if (expectedVersion !== undefined && followUp.version !== expectedVersion)
      throw new DomainError('version-conflict', { values: { current: followUp.version } });
    const done = { filing, followUp: { ...next, changedAt: moment.at, version: followUp.version + 1 } };
    await save(done, [followUps.put(done.followUp), ...beside]);
    return done;
  };

  return answeringStep({ requests: deps.requests, writeAll: deps.writeAll }, run, outrunRaces);
}

export type FollowUpFiling = ReturnType<typeof createFollowUpFiling>;
