import type { MaterialSetting } from './create-material-files.ts';
import type { ImportFiles } from './import-files.ts';

async function load(setting: MaterialSetting): Promise<ImportFiles> {
  if (setting.kind === 'bucket')
    return (await import('./s3-import-files.ts')).createS3ImportFiles(setting.bucket);
  return (await import('./disk-import-files.ts')).createDiskImportFiles(setting.folder, setting.url);
}

/** The client of the bucket is loaded when it is first needed. */
export function createImportFiles(setting: MaterialSetting): ImportFiles {
  let loading: Promise<ImportFiles> | undefined;
  const files = (): Promise<ImportFiles> => {
    loading ??= load(setting);
    return loading;
  };
  return {
    uploadForm: async (...asked) => (await files()).uploadForm(...asked),
    async *read(key) {
      yield* (await files()).read(key);
    },
    write: async (...asked) => (await files()).write(...asked),
    receiptLink: async (...asked) => (await files()).receiptLink(...asked),
  };
}
