import { findRecordClass } from '../../catalog/records/record-classes.ts';
import type { PersonalData } from '../crypto/personal-data.ts';
import { type Periods, periodsOf } from '../domain/credit/periods.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { DomainError } from '../domain/errors.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { FiledPerson } from '../domain/standard/item.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Page } from '../store/cursor.ts';
import { cursorFrom, positionOf } from '../store/cursor.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { HeldRole, RoleStore } from '../store/role-store.ts';

export interface OwnFileDeps {
  readonly records: Pick<RecordStore, 'listVersions'>;
  readonly roles: Pick<RoleStore, 'listHeld'>;
  readonly filings: Pick<FilingStore, 'listByApplicant'>;
  readonly personalData: Pick<PersonalData, 'unseal'>;
}

/** A record of the caller's as it stands last, with its periods, whether they go on or are over. */
export interface OwnRecord {
  readonly record: RecordVersion;
  readonly periods: Periods;
}

/** A filing the caller handed in, and what it holds of the caller's own person. */
export interface OwnFiling {
  readonly filing: Filing;
  readonly person: FiledPerson | undefined;
}

const PAGE_SIZE = 50;
const DEADLINE_MS = 8_000;

/** @throws DomainError `forbidden` for a caller whose token names no subject. */
function subjectOf({ subjectKey }: Caller): SubjectKey {
  if (subjectKey === undefined) throw new DomainError('forbidden');
  return subjectKey;
}

/** Of each record its last version, by id. */
function latestOf(versions: readonly RecordVersion[]): readonly RecordVersion[] {
  const latest = new Map<string, RecordVersion>();
  for (const version of versions)
    if ((latest.get(version.id)?.version ?? 0) < version.version) latest.set(version.id, version);
  return [...latest.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function periodsIfKnown(record: RecordVersion): Periods {
  const recordClass = findRecordClass(record.class);
  return recordClass === undefined ? {} : periodsOf(recordClass, record);
}

/**
 * The caller's own file (个人信息保护法 第四十五条): everything that was recorded of them, also what is over or was never
 * disclosed, and what they filed. To read one's own file is no look-up of somebody, and is not logged as one.
 */
export function createReadOwnFile({ records, roles, filings, personalData }: OwnFileDeps) {
  return {
    /** By page, in the order of the records' ids. */
    async records(caller: Caller, cursor?: string): Promise<Page<OwnRecord>> {
      const subject = subjectOf(caller);
      const binding = `listMyRecords#${caller.id}#${subject}`;
      const after = cursor === undefined ? '' : (positionOf(binding, cursor, ['id']).id ?? '');
      const versions = await records.listVersions(subject, AbortSignal.timeout(DEADLINE_MS));
      const rest = latestOf(versions).filter(({ id }) => id > after);
      const page = rest.slice(0, PAGE_SIZE);
      const last = page.at(-1);
      return {
        entries: page.map((record) => ({ record, periods: periodsIfKnown(record) })),
        ...(rest.length > PAGE_SIZE && last && { next: cursorFrom(binding, { id: last.id }) }),
      };
    },

    /** The parts that go on in enterprises, up to fifty. */
    roles: (caller: Caller): Promise<readonly HeldRole[]> => roles.listHeld(subjectOf(caller)),

    /** Of the persons in a filing only the caller is unsealed. */
    async filings(caller: Caller, cursor?: string): Promise<Page<OwnFiling>> {
      const subject = subjectOf(caller);
      const { entries, ...page } = await filings.listByApplicant(caller.id, cursor);
      const opened = entries.map(async (filing): Promise<OwnFiling> => {
        const own = filing.persons.find((person) => person.subject === subject)?.ref;
        if (own === undefined) return { filing, person: undefined };
        const sealed = (await personalData.unseal(filing.sealedPersons, filing.id)) as readonly FiledPerson[];
        return { filing, person: sealed.find(({ ref }) => ref === own) };
      });
      return { ...page, entries: await Promise.all(opened) };
    },
  };
}

export type ReadOwnFile = ReturnType<typeof createReadOwnFile>;
