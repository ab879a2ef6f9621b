import type { DeclaredImport } from '../domain/credit/import.ts';
import type { SignedTime, UploadForm } from './material-files.ts';

const ofRound = (round: number): string => (round === 1 ? '' : `${round}-`);
const partOf = (chunk: number, round: number): string => ofRound(round) + String(chunk).padStart(5, '0');

/** An object of an import, under one beginning by what becomes of it. */
export const importKeys = {
  /** As it was sent. Personal numbers stand in it alone: it is the first that goes. */
  upload: (id: string): string => `imports/uploads/${id}`,
  /** Rows as they are to be published, a JSON object each. */
  chunk: (id: string, chunk: number, round = 1): string => `imports/chunks/${id}/${partOf(chunk, round)}`,
  /** Which chunks there are. */
  list: (id: string, round = 1): string => `imports/chunks/${id}/${ofRound(round)}list`,
  /** What became of the rows of a chunk, and in the end of all. */
  result: (id: string, chunk: number, round = 1): string => `imports/results/${id}/${partOf(chunk, round)}`,
  receipt: (id: string): string => `imports/receipts/${id}`,
} as const;

/** A file as its sender declares it: a form takes exactly this one. */
export type DeclaredUpload = Pick<DeclaredImport, 'format' | 'bytes' | 'sha256'>;

export const uploadTypes = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
} as const satisfies Record<DeclaredImport['format'], string>;

export const RECEIPT_TYPE = 'text/csv; charset=utf-8';
export const receiptDisposition = (id: string): string => `attachment; filename="receipts-${id}.csv"`;

/** Where the files of imports are. What a client sends or fetches it does by a signed form or link, as with materials. */
export interface ImportFiles {
  uploadForm(id: string, file: DeclaredUpload, time: SignedTime): Promise<UploadForm>;
  /** @throws where there is none; ask only once it has arrived. */
  read(key: string): AsyncIterable<Uint8Array>;
  /** One object whole or not at all, in place of what stood there. */
  write(key: string, parts: AsyncIterable<string> | Iterable<string>): Promise<void>;
  receiptLink(id: string, time: SignedTime): Promise<string>;
}
