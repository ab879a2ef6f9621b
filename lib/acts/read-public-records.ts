import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import type { DisclosedRecord } from '../domain/credit/disclosed-record.ts';
import type { RecordClass } from '../domain/credit/record-class.ts';
import { recordStatesOf } from '../domain/credit/record-state.ts';
import { DomainError } from '../domain/errors.ts';
import { organisationKey } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Page } from '../store/cursor.ts';
import type { ListStore } from '../store/list-store.ts';
import {
  createPageDisclosed,
  type DisclosedPage,
  disclosedOf,
  marksIn,
  type PageDeps,
} from './page-disclosed.ts';

export interface PublicRecordsDeps extends PageDeps {
  readonly lists: ListStore;
}

export interface ListAsked {
  readonly list: string;
  readonly side?: string | undefined;
  readonly cursor?: string | undefined;
}

const DEADLINE_MS = 3_000;

/** @throws DomainError `not-found` for what is no list, or a side there is none of. */
function requireList({ list, side }: ListAsked): RecordClass {
  const recordClass = findRecordClass(list);
  const sideExists = side === undefined || jurisdictions.some(({ code }) => code === side);
  if (recordClass?.list !== true || !sideExists) throw new DomainError('not-found');
  return recordClass;
}

/**
 * Published records, for anybody. What is disclosed on the day is told and nothing else, judged by each record's own
 * versions, consistently read: with a repair it is out of publication at once, whatever an index still says.
 */
export function createReadPublicRecords({ lists, ...deps }: PublicRecordsDeps) {
  const { records, standings } = deps;
  const pageDisclosed = createPageDisclosed(deps);
  return {
    /** Of an organisation, also where nothing is recorded of it or it is not known. Never of a natural person. */
    ofOrganisation: (code: string, on: PlainDate, cursor?: string): Promise<DisclosedPage> =>
      pageDisclosed({ subject: organisationKey(code), on, binding: `public ${code}`, cursor }),

    /** @throws DomainError `not-found`; `too-busy` where it could not be told what is disputed. */
    async ofList(
      asked: ListAsked,
      on: PlainDate,
    ): Promise<Page<DisclosedRecord> & { readonly of: RecordClass }> {
      const of = requireList(asked);
      const { list, side, cursor } = asked;
      const sides = jurisdictions.map(({ code }) => code).filter((code) => (side ?? code) === code);
      const binding = `list ${list} ${side ?? ''}`;
      const { entries, next } = await lists.page({ list, jurisdictions: sides, binding, cursor });
      const subjects = [...new Set(entries.map(({ subject }) => subject))];
      const [found, halves] = await Promise.all([
        Promise.all(entries.map(({ subject, record }) => records.listOf(subject, record))),
        standings.readMany(subjects, AbortSignal.timeout(DEADLINE_MS), () => undefined),
      ]);
      if (halves.size < subjects.length) throw new DomainError('too-busy');
      const states = found.flatMap(recordStatesOf);
      const marks = marksIn([...halves.values()].flat());
      return { of, entries: disclosedOf(states, marks, on), ...(next !== undefined && { next }) };
    },
  };
}

export type ReadPublicRecords = ReturnType<typeof createReadPublicRecords>;
