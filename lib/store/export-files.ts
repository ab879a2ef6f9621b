import type { SignedTime } from './material-files.ts';

/** A file that the service itself wrote. */
export interface ExportFile {
  readonly export: string;
  readonly name: string;
}

/** Where the parts of exports are, beside the materials; fetched by signed links alone. */
export interface ExportFiles {
  /** The name holds the digest of the content, so that whoever writes it again writes the same. */
  write(file: ExportFile, content: Uint8Array): Promise<void>;
  downloadLink(file: ExportFile, time: SignedTime): Promise<string>;
}

/** Everything under one beginning, by which rights and lifecycle are told. */
export const EXPORT_PREFIX = 'exports/';
export const EXPORT_TYPE = 'application/x-ndjson';

export const exportKeyOf = (file: ExportFile): string => `${EXPORT_PREFIX}${file.export}/${file.name}`;

export const exportDispositionOf = (file: ExportFile): string =>
  `attachment; filename="export-${file.export}-${file.name}"`;
