import type { MaterialSetting } from './create-material-files.ts';
import type { ExportFiles } from './export-files.ts';

async function load(setting: MaterialSetting): Promise<ExportFiles> {
  if (setting.kind === 'bucket')
    return (await import('./s3-export-files.ts')).createS3ExportFiles(setting.bucket);
  return (await import('./disk-export-files.ts')).createDiskExportFiles(setting.folder, setting.url);
}

/** Exports are kept where materials are; the client of the bucket is loaded when it is first needed. */
export function createExportFiles(setting: MaterialSetting): ExportFiles {
  let loading: Promise<ExportFiles> | undefined;
  const files = (): Promise<ExportFiles> => {
    loading ??= load(setting);
    return loading;
  };
  return {
    write: async (...asked) => (await files()).write(...asked),
    downloadLink: async (...asked) => (await files()).downloadLink(...asked),
  };
}
