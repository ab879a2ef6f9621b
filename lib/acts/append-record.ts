import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { endToTell } from '../domain/credit/disclosure-end.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Write } from '../store/transaction.ts';

/** A version of a record, with the row of a file that it came by, to be written where its end of disclosure is found on the day it can be told of. */
export const appendRecord =
  (records: Pick<RecordStore, 'append'>, importedBy?: string) =>
  (version: RecordVersion): Write => {
    /* What is taken back can be of a class that the catalogue no longer knows: then no end of it is told. */
    const rules = findRecordClass(version.class);
    return records.append(version, rules && endToTell(rules, version), importedBy);
  };
