import { getRecordClass } from '../../catalog/records/record-classes.ts';
import { endToTell } from '../domain/credit/disclosure-end.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { Write } from '../store/transaction.ts';

/** A version of a record, with the row of a file that it came by, to be written where its end of disclosure is found on the day it can be told of. */
export const appendRecord =
  (records: Pick<RecordStore, 'append'>, importedBy?: string) =>
  (version: RecordVersion): Write =>
    records.append(version, endToTell(getRecordClass(version.class), version), importedBy);
