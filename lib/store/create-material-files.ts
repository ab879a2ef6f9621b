import type { MaterialFiles } from './material-files.ts';

/** Where the files of materials are: a bucket, or a folder of this machine and the address that answers for it. */
export type MaterialSetting =
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'folder'; readonly folder: string; readonly url: string };

async function load(setting: MaterialSetting): Promise<MaterialFiles> {
  if (setting.kind === 'bucket')
    return (await import('./s3-material-files.ts')).createS3MaterialFiles(setting.bucket);
  return (await import('./disk-material-files.ts')).createDiskMaterialFiles(setting.folder, setting.url);
}

/** The client of the bucket is loaded when it is first needed: most of what a function serves has no file. */
export function createMaterialFiles(setting: MaterialSetting): MaterialFiles {
  let loading: Promise<MaterialFiles> | undefined;
  const files = (): Promise<MaterialFiles> => {
    loading ??= load(setting);
    return loading;
  };
  return {
    uploadForm: async (...asked) => (await files()).uploadForm(...asked),
    inspect: async (...asked) => (await files()).inspect(...asked),
    keep: async (...asked) => (await files()).keep(...asked),
    release: async (...asked) => (await files()).release(...asked),
    downloadLink: async (...asked) => (await files()).downloadLink(...asked),
  };
}
