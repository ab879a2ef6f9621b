import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { repairTermsFor } from '../../catalog/records/repair-rules.ts';
import type { PersonalData } from '../crypto/personal-data.ts';
import { type Dispute, isOpen } from '../domain/credit/dispute.ts';
import { type Periods, periodsOf } from '../domain/credit/periods.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import {
  periodsAsDecided,
  type RecordStage,
  type RecordState,
  recordStatesOf,
  stageOn,
  suspendedUntil,
} from '../domain/credit/record-state.ts';
import { type Repairable, repairableNow } from '../domain/credit/repair.ts';
import { DomainError } from '../domain/errors.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { FiledPerson } from '../domain/standard/item.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Page } from '../store/cursor.ts';
import type { DisputeStore } from '../store/dispute-store.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { HeldRole, RoleStore } from '../store/role-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { allOwnKeys } from './all-own-keys.ts';
import { listUnderKeys } from './list-under-keys.ts';
import { pageRecords } from './page-records.ts';

export interface OwnFileDeps {
  readonly records: Pick<RecordStore, 'listPage'>;
  readonly standings: Pick<StandingStore, 'readHalves'>;
  readonly disputes: Pick<DisputeStore, 'listBetween'>;
  readonly roles: Pick<RoleStore, 'listPage'>;
  readonly filings: Pick<FilingStore, 'listByApplicant'>;
  readonly personalData: Pick<PersonalData, 'unseal'>;
}

/** A record of the caller's as it stands last, whether it goes on, is over, or was taken away by a decision. */
export interface OwnRecord {
  readonly record: RecordVersion;
  readonly stage: RecordStage;
  /** As far as no decision ended them. */
  readonly periods: Periods;
  readonly shieldedUntil?: PlainDate;
  readonly disputed: boolean;
  readonly repairable?: Repairable;
  /** The catalogue has no rules of its class. */
  readonly classUnknown?: true;
}

/** A filing the caller handed in, and what it holds of the caller's own person. */
export interface OwnFiling {
  readonly filing: Filing;
  readonly person: FiledPerson | undefined;
}

/** Records of a page. */
const PAGE_SIZE = 50;

/** @throws DomainError `forbidden` for a caller whose token names no subject. */
function subjectOf({ subjectKey }: Caller): SubjectKey {
  if (subjectKey === undefined) throw new DomainError('forbidden');
  return subjectKey;
}

/** A class that the catalogue no longer knows has no rules of periods or repair: its records are still told. */
function ownRecord(state: RecordState, disputes: readonly Dispute[], on: PlainDate): OwnRecord {
  const { last } = state;
  const rules = findRecordClass(last.class);
  const periods = rules === undefined ? {} : periodsAsDecided(state, periodsOf(rules, last));
  const shieldedUntil = suspendedUntil(state, on);
  return {
    record: last,
    stage: stageOn(state, periods, on),
    periods,
    ...(shieldedUntil !== undefined && shieldedUntil !== 'open' && { shieldedUntil }),
    disputed: disputes.some((dispute) => dispute.record === last.id && isOpen(dispute)),
    ...(rules
      ? { repairable: repairableNow(rules, repairTermsFor(last), state, [], on) }
      : { classUnknown: true as const }),
  };
}

/**
 * The caller's own file (个人信息保护法 第四十五条): everything that was recorded of them, also what is over or was never
 * disclosed, and what they filed. To read one's own file is no look-up of somebody, and is not logged as one.
 */
export function createReadOwnFile({
  records,
  standings,
  disputes,
  roles,
  filings,
  personalData,
}: OwnFileDeps) {
  /** Of the persons in a filing only the one with these keys is unsealed. */
  async function open(filing: Filing, keys: readonly SubjectKey[]): Promise<OwnFiling> {
    const own = filing.persons.find(({ subject }) => keys.includes(subject))?.ref;
    if (own === undefined) return { filing, person: undefined };
    const sealed = (await personalData.unseal(filing.sealedPersons, filing.id)) as readonly FiledPerson[];
    return { filing, person: sealed.find(({ ref }) => ref === own) };
  }

  return {
    /** By page, key by key, in the order of the records' ids. A page can be short, or empty, and still go on. */
    async records(
      caller: Caller,
      on: PlainDate,
      cursor?: string,
      keys?: readonly SubjectKey[],
    ): Promise<Page<OwnRecord>> {
      const subject = subjectOf(caller);
      const page = await pageRecords(records, keys ?? (await allOwnKeys(caller, standings)), {
        binding: `listMyRecords#${caller.id}#${subject}`,
        cursor,
        most: PAGE_SIZE,
      });
      const [first, last] = [page.versions[0], page.versions.at(-1)];
      const raised =
        page.key === undefined || first === undefined || last === undefined
          ? []
          : await disputes.listBetween(page.key, first.id, last.id);
      return {
        entries: recordStatesOf(page.versions).map((state) => ownRecord(state, raised, on)),
        ...(page.next !== undefined && { next: page.next }),
      };
    },

    /** The parts that go on in enterprises, by page. */
    roles: (caller: Caller, keys: readonly SubjectKey[], cursor?: string): Promise<Page<HeldRole>> => {
      const binding = `roles#${caller.id}`;
      return listUnderKeys(keys, binding, cursor, (key, from) => roles.listPage(key, binding, from));
    },

    /** By page, those the caller handed in. */
    async filings(caller: Caller, keys: readonly SubjectKey[], cursor?: string): Promise<Page<OwnFiling>> {
      const { entries, ...page } = await filings.listByApplicant(caller.id, cursor);
      return { ...page, entries: await Promise.all(entries.map((filing) => open(filing, keys))) };
    },

    open,
  };
}

export type ReadOwnFile = ReturnType<typeof createReadOwnFile>;
